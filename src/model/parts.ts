import type { BoundDeclaration, DeclaredElements } from './bind/declaration';
import { isDiskResource, isVirtualMachine } from './elements';
import type { DiskResource, Group, Resource, VirtualMachine, Volume, Workload } from './elements';

/** What a declaration has for each collection of a cluster, in order. */
export interface Parts {
  readonly cluster: readonly DeclaredElements['cluster'][];
  readonly networks: readonly DeclaredElements['network'][];
  readonly unnumberedNodes: readonly DeclaredElements['node'][];
  readonly sites: readonly DeclaredElements['site'][];
  readonly racks: readonly DeclaredElements['rack'][];
  readonly storages: readonly DeclaredElements['storage'][];
  readonly disks: readonly DeclaredElements['disk'][];
  readonly volumes: readonly Volume[];
  readonly groups: readonly Group[];
  readonly resources: readonly Resource[];
  readonly diskResources: readonly DiskResource[];
  readonly virtualMachines: readonly VirtualMachine[];
  readonly workloads: readonly (Workload & { readonly machine: string })[];
  readonly guestClusters: readonly DeclaredElements['guest_cluster'][];
  readonly nlbClusters: readonly DeclaredElements['nlb_cluster'][];
  readonly scenarios: readonly DeclaredElements['scenario'][];
}

const known = new WeakMap<BoundDeclaration, Parts>();

/** The parts of a declaration. They are the same objects each time, and looked for once: every rule asks for them. */
export function partsOf(bound: BoundDeclaration): Parts {
  const found = known.get(bound);
  if (found) return found;
  const parts = partsIn(bound);
  known.set(bound, parts);
  return parts;
}

const none: readonly never[] = [];

function filled<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list;
}

function partsIn({ declared }: BoundDeclaration): Parts {
  const of = <K extends keyof DeclaredElements>(kind: K): readonly DeclaredElements[K][] =>
    filled(declared.filter((one) => one.kind === kind).map(({ element }) => element as DeclaredElements[K]));
  const groups = of('group');
  const guestClusters = of('guest_cluster');
  const disks = of('disk');
  const resources = [...groups, ...guestClusters.flatMap((guest) => guest.groups)].flatMap((group) => group.resources);
  const grouped = groups.flatMap((group) => group.resources.filter(isVirtualMachine));
  const virtualMachines = filled([...grouped, ...of('virtual_machine')]);
  return {
    cluster: of('cluster'),
    networks: of('network'),
    unnumberedNodes: of('node'),
    sites: of('site'),
    racks: of('rack'),
    storages: of('storage'),
    disks,
    volumes: filled(disks.flatMap((disk) => disk.volumes)),
    groups,
    resources: filled(resources),
    diskResources: filled(resources.filter(isDiskResource)),
    virtualMachines,
    workloads: filled(
      virtualMachines.flatMap(({ key, workloads }) => workloads.map((one) => ({ ...one, machine: key }))),
    ),
    guestClusters,
    nlbClusters: of('nlb_cluster'),
    scenarios: of('scenario'),
  };
}
