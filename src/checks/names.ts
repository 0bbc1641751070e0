import type { Place } from '../language/finding';
import type { RefKind } from '../language/schema/types';
import type { BoundDeclaration } from '../model/bind/declaration';
import { partsOf } from '../model/parts';
import type { Cluster, Collection } from '../model/cluster';
import type { Design } from '../model/design';
import type { Group, GuestCluster } from '../model/elements';
import { elementsIn } from './elements';
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
  /** How that one is spelt; undefined for a name that nothing bears. */
  spelling(namespace: Namespace, key: string): string | undefined;
}

type Labelled = Parameters<typeof labelOf>[0] & {
  readonly name: string;
  readonly key: string;
  readonly kind: string;
  /** Key of the group of a resource; empty for a virtual machine outside any group. */
  readonly group?: string;
};

/** What an element is called. The label of a disk resource is itself a reference: the disk's spelling is the canonical one. */
export function nameOf({ disks }: Cluster, element: Labelled): DeclaredName {
  const { name, key, kind, group = '' } = element;
  const disk = diskKinds.has(kind) ? disks.get(key) : undefined;
  return { name: disk?.name ?? name, key, place: labelOf(element), kind, inGroup: group !== '' };
}

const diskKinds: ReadonlySet<string> = new Set(['physical_disk', 'storage_class']);

/** Where the names of a namespace are declared. */
const collections = {
  node: 'nodes',
  network: 'networks',
  storage: 'storages',
  disk: 'disks',
  site: 'sites',
  rack: 'racks',
  group: 'groups',
  resource: 'resources',
  virtual_machine: 'virtualMachines',
  workload: 'workloads',
  scenario: 'scenarios',
  guest_cluster: 'guestClusters',
  nlb_cluster: 'nlbClusters',
} as const satisfies Readonly<Record<Namespace, keyof Cluster>>;

const guestGroups = new WeakMap<readonly GuestCluster[], ReadonlyMap<string, Group>>();

/** Groups of guest clusters by key, in order; the first of a name. Made once for as long as the guest clusters stay. */
function guestGroupsOf(cluster: Cluster): ReadonlyMap<string, Group> {
  const { all } = cluster.guestClusters;
  const known = guestGroups.get(all);
  if (known) return known;
  const groups = all.flatMap((guest) => guest.groups);
  const made = new Map(groups.toReversed().map((group) => [group.key, group]));
  guestGroups.set(all, made);
  return made;
}

/** The names a design declares. What is asked for one by one is looked up; `all` is made once for each design. */
export function namesOf({ cluster }: Design): Names {
  return {
    all: (namespace) => allNames(cluster, namespace),
    find: (namespace, key) => {
      const collection: Collection<Labelled> = cluster[collections[namespace]];
      const found = collection.get(key) ?? (namespace === 'group' ? guestGroupsOf(cluster).get(key) : undefined);
      return found && nameOf(cluster, found);
    },
    spelling: (namespace, key) => {
      const found = cluster[collections[namespace]].spelling(key);
      if (found === undefined) {
        return namespace === 'group' ? guestGroupsOf(cluster).get(key)?.name : undefined;
      }
      const isDisk = namespace === 'resource' && cluster.diskResources.spelling(key) !== undefined;
      const resource = isDisk ? cluster.resources.get(key) : undefined;
      return resource ? nameOf(cluster, resource).name : found;
    },
  };
}

/** The names of a namespace that one declaration declares. */
export function namesIn(bound: BoundDeclaration, { cluster }: Design, namespace: Namespace): readonly DeclaredName[] {
  const collection = collections[namespace];
  const elements: readonly Labelled[] = partsOf(bound)[collection === 'nodes' ? 'unnumberedNodes' : collection];
  const guests = namespace === 'group' ? elementsIn(bound, 'guest_cluster').flatMap((guest) => guest.groups) : [];
  if (elements.length + guests.length === 0) return none;
  return [...elements, ...guests].map((element) => nameOf(cluster, element));
}

const none: readonly never[] = [];

const tables = new WeakMap<Cluster, Map<Namespace, readonly DeclaredName[]>>();

function allNames(cluster: Cluster, namespace: Namespace): readonly DeclaredName[] {
  const known = tables.get(cluster) ?? new Map<Namespace, readonly DeclaredName[]>();
  tables.set(cluster, known);
  const table = known.get(namespace) ?? makeNames(cluster, namespace);
  known.set(namespace, table);
  return table;
}

function makeNames(cluster: Cluster, namespace: Namespace): readonly DeclaredName[] {
  const { all }: Collection<Labelled> = cluster[collections[namespace]];
  const guests = namespace === 'group' ? cluster.guestClusters.all.flatMap((guest) => guest.groups) : [];
  const elements = [...all, ...guests];
  return elements.map((element) => nameOf(cluster, element));
}

/** How a name is spelt, and the keyword it is declared with. */
export type Spelling = Pick<DeclaredName, 'name' | 'key' | 'kind'>;

const spellings = new WeakMap<object, { readonly disks: object; readonly all: readonly Spelling[] }>();

/** The names of a namespace without their places: asked again only when a name comes, goes or is spelt anew. */
export function spellingsOf(cluster: Cluster, namespace: Namespace): readonly Spelling[] {
  const { names } = cluster[collections[namespace]];
  const disks = cluster.disks.names;
  if (namespace === 'group' && guestGroupsOf(cluster).size > 0) return makeNames(cluster, namespace);
  const known = spellings.get(names);
  if (known?.disks === disks) return known.all;
  const all = makeNames(cluster, namespace).map(({ name, key, kind }) => ({ name, key, kind }));
  spellings.set(names, { disks, all });
  return all;
}
