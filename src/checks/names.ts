import type { Place } from '../language/finding';
import type { RefKind } from '../language/schema/types';
import type { Design } from '../model/design';
import { isDiskResource } from '../model/elements';
import type { Group } from '../model/elements';
import { labelOf } from './written';

/** What a name can be looked up in (language.md, Settled readings, Names). */
export type Namespace = RefKind | 'workload' | 'scenario' | 'guest_cluster' | 'nlb_cluster';

/** A declared name: how it is spelt, and where. */
export interface DeclaredName {
  readonly name: string;
  readonly key: string;
  readonly place: Place;
  /** Keyword of its block. */
  readonly kind: string;
  /** Whether it stands in a group. */
  readonly inGroup: boolean;
}

/** All names of a design by namespace, in the order of the files. */
export interface Names {
  all(namespace: Namespace): readonly DeclaredName[];
  /** The first that bears the name. */
  find(namespace: Namespace, key: string): DeclaredName | undefined;
}

const known = new WeakMap<Design, Names>();

/** The names a design declares. Made once for each design. */
export function namesOf(design: Design): Names {
  const made = known.get(design) ?? makeNames(design);
  known.set(design, made);
  return made;
}

type Labelled = Parameters<typeof labelOf>[0] & {
  readonly name: string;
  readonly key: string;
  readonly kind: string;
  /** Key of the group of a resource; empty for a virtual machine outside any group. */
  readonly group?: string;
};

function nameOf(element: Labelled): DeclaredName {
  const { name, key, kind, group = '' } = element;
  return { name, key, place: labelOf(element), kind, inGroup: group !== '' };
}

function makeNames(design: Design): Names {
  const { cluster } = design;
  const guestGroups: readonly Group[] = cluster.guestClusters.all.flatMap((guest) => guest.groups);
  const tables: Readonly<Record<Namespace, readonly DeclaredName[]>> = {
    node: cluster.nodes.all.map(nameOf),
    network: cluster.networks.all.map(nameOf),
    storage: cluster.storages.all.map(nameOf),
    disk: cluster.disks.all.map(nameOf),
    site: cluster.sites.all.map(nameOf),
    rack: cluster.racks.all.map(nameOf),
    group: [...cluster.groups.all, ...guestGroups].map(nameOf),
    resource: cluster.resources.all.map((resource) => {
      // The label of a disk resource is itself a reference: the disk's spelling is the canonical one.
      const disk = isDiskResource(resource) ? cluster.disks.get(resource.disk.key) : undefined;
      return disk ? { ...nameOf(resource), name: disk.name } : nameOf(resource);
    }),
    virtual_machine: cluster.virtualMachines.all.map(nameOf),
    workload: cluster.workloads.all.map(nameOf),
    scenario: cluster.scenarios.all.map(nameOf),
    guest_cluster: cluster.guestClusters.all.map(nameOf),
    nlb_cluster: cluster.nlbClusters.all.map(nameOf),
  };
  const indexes = new Map<Namespace, ReadonlyMap<string, DeclaredName>>();
  const indexOf = (namespace: Namespace): ReadonlyMap<string, DeclaredName> => {
    const index =
      indexes.get(namespace) ?? new Map(tables[namespace].toReversed().map((one) => [one.key, one] as const));
    indexes.set(namespace, index);
    return index;
  };
  return { all: (namespace) => tables[namespace], find: (namespace, key) => indexOf(namespace).get(key) };
}
