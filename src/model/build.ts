import type { Declaration } from '../language/declaration';
import type { Version } from '../language/schema/version';
import type { BoundDeclaration, Declared, DeclaredElements } from './bind/declaration';
import type { Cluster, Collection } from './cluster';
import { isDiskResource, isVirtualMachine } from './elements';
import type { Resource } from './elements';
import { profileFor } from './profile';

/** A collection in which the first of a name is the one that its name finds. */
export function collectionOf<T extends { readonly key: string }>(all: readonly T[]): Collection<T> {
  const byKey = new Map<string, T>();
  for (const one of all) if (!byKey.has(one.key)) byKey.set(one.key, one);
  return { all, get: (key) => (key === undefined ? undefined : byKey.get(key)) };
}

type OfKind<K extends keyof DeclaredElements> = Declared & { readonly kind: K; readonly element: DeclaredElements[K] };

function elementsOf<K extends keyof DeclaredElements>(declared: readonly Declared[], kind: K): DeclaredElements[K][] {
  return declared.filter((one): one is OfKind<K> => one.kind === kind).map((one) => one.element);
}

/** Puts what all declarations say together. The cost grows with the number of declarations, not with their text. */
export function buildCluster(bound: readonly BoundDeclaration[], version: Version): Cluster {
  const declared = bound.flatMap((one) => one.declared);
  const declarations: readonly Declaration[] = bound.map((one) => one.declaration);
  const settings = elementsOf(declared, 'cluster')[0];
  const nodes = elementsOf(declared, 'node').map((node, index) => ({ ...node, id: index + 1 }));
  const disks = elementsOf(declared, 'disk');
  const groups = elementsOf(declared, 'group');
  const guestClusters = elementsOf(declared, 'guest_cluster');
  const resources = [...groups, ...guestClusters.flatMap((guest) => guest.groups)].flatMap((group) => group.resources);
  const machines = [
    ...groups.flatMap((group) => group.resources.filter(isVirtualMachine)),
    ...elementsOf(declared, 'virtual_machine'),
  ];
  return {
    name: settings?.name ?? '',
    settings,
    version,
    profile: profileFor(version),
    tolerates: settings?.values.tolerates ?? (nodes.length > 1 ? 1 : 0),
    quorum: settings?.quorum,
    networks: collectionOf(elementsOf(declared, 'network')),
    nodes: collectionOf(nodes),
    sites: collectionOf(elementsOf(declared, 'site')),
    racks: collectionOf(elementsOf(declared, 'rack')),
    storages: collectionOf(elementsOf(declared, 'storage')),
    disks: collectionOf(disks),
    volumes: disks.flatMap((disk) => disk.volumes),
    groups: collectionOf(groups),
    resources: collectionOf(resources),
    virtualMachines: collectionOf(machines),
    workloads: collectionOf(
      machines.flatMap((machine) => machine.workloads.map((workload) => ({ ...workload, machine: machine.key }))),
    ),
    guestClusters: collectionOf(guestClusters),
    nlbClusters: collectionOf(elementsOf(declared, 'nlb_cluster')),
    scenarios: collectionOf(elementsOf(declared, 'scenario')),
    diskResources: diskResourcesOf(resources),
    declarations,
  };
}

function diskResourcesOf(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  const byDisk = new Map<string, Resource>();
  for (const resource of resources) {
    if (isDiskResource(resource) && !byDisk.has(resource.disk.key)) byDisk.set(resource.disk.key, resource);
  }
  return byDisk;
}
