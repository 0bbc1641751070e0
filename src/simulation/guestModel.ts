import { isAtLeast } from '../language/schema/version';
import type { Version } from '../language/schema/version';
import type { Block } from '../language/tree';
import { bindElement } from '../model/bind/element';
import type { Binding } from '../model/bind/element';
import { silentReporter } from '../model/bind/report';
import type { Cluster } from '../model/cluster';
import { collectionOf } from '../model/collection';
import { isDiskResource } from '../model/elements';
import type {
  ClusterNode,
  ClusterSettings,
  Disk,
  Element,
  GuestCluster,
  Storage,
  VirtualMachine,
} from '../model/elements';
import { profileFor } from '../model/profile';
import { firstWithDynamicQuorum } from './timings';

/** What a guest cluster may say of itself and otherwise takes from its host cluster (language.md, Settled readings, Names). */
const inherited = [
  'same_subnet_delay',
  'same_subnet_threshold',
  'cross_subnet_delay',
  'cross_subnet_threshold',
  'dynamic_quorum',
] as const;

function isWritten({ block }: { readonly block: Block }, name: string): boolean {
  return block.items.some((item) => item.kind === 'attribute' && item.name.text === name);
}

function bindingFor(version: Version, { declaration }: GuestCluster): Binding {
  return { defaults: { version, blocks: new Map() }, reporter: silentReporter(declaration), uses: [], partial: true };
}

/** A block of another kind that stands where this one does and says nothing: all its attributes are left out. */
function blankBlock({ block }: { readonly block: Block }, keyword: string): Block {
  return { ...block, keyword: { ...block.keyword, text: keyword }, items: [] };
}

/** Its own word, else the host cluster's, else what its release does if left alone (semantics 9.2: defaults of the guest's release). */
function settingsOf(host: Cluster, guest: GuestCluster, version: Version): ClusterSettings {
  const element: Element<'cluster'> = bindElement('cluster', blankBlock(guest, 'cluster'), bindingFor(version, guest));
  const { settings } = host;
  const given = inherited.flatMap((name) => {
    if (isWritten(guest, name)) return [[name, guest.values[name]] as const];
    if (name === 'dynamic_quorum' && !isAtLeast(version, firstWithDynamicQuorum)) return [];
    return settings && isWritten(settings, name) ? [[name, settings.values[name]] as const] : [];
  });
  return { ...element, name: guest.name, key: guest.key, values: { ...element.values, ...Object.fromEntries(given) } };
}

function nodeOf(guest: GuestCluster, version: Version, machine: VirtualMachine, id: number, up: boolean): ClusterNode {
  const element = bindElement('node', blankBlock(machine, 'node'), bindingFor(version, guest));
  const { memory } = machine.values;
  const state = up ? 'up' : 'down';
  const { name, key, block, declaration } = machine;
  return {
    ...element,
    name,
    key,
    block,
    declaration,
    id,
    values: { ...element.values, memory, memory_reserve: 0, state },
  };
}

/** The virtual machines that are members, each once, in the order they are written (semantics R-G3). */
export function membersOf(host: Cluster, guest: GuestCluster): readonly VirtualMachine[] {
  const machines = (guest.values.members ?? []).map(({ key }) => host.virtualMachines.get(key));
  return [...new Set(machines)].filter((machine) => machine !== undefined);
}

function disksOf(host: Cluster, guest: GuestCluster): readonly Disk[] {
  const keys = guest.groups.flatMap(({ resources }) => resources.filter(isDiskResource).map(({ disk }) => disk.key));
  const witness = guest.quorum?.values.witness?.key;
  return [...new Set(witness === undefined ? keys : [...keys, witness])]
    .map((key) => host.disks.get(key))
    .filter((disk) => disk !== undefined);
}

/** Keys of the disks that guest clusters use themselves: as resources of their groups, or as witness (semantics 9.2, S59). */
export function guestDisks(host: Cluster): ReadonlySet<string> {
  return new Set(host.guestClusters.all.flatMap((guest) => disksOf(host, guest).map(({ key }) => key)));
}

/** A storage as the members see it: all of them reach what the guest cluster names; it names nothing: all reach everything. */
function storageFor(guest: GuestCluster, storage: Storage): Storage {
  const named = guest.values.storage;
  const used = named === undefined || named.some(({ key }) => key === storage.key);
  return { ...storage, values: { ...storage.values, nodes: used ? undefined : [] } };
}

/**
 * A guest cluster as a cluster of its own: its nodes are its members, up where `isUp` says their guests are; its groups,
 * quorum and release are its own (semantics 9.2; language.md, Settled readings, Names). What runs a cluster can run it.
 */
export function guestModel(host: Cluster, guest: GuestCluster, isUp: (machine: VirtualMachine) => boolean): Cluster {
  const version = guest.values.version ?? host.version;
  const nodes = membersOf(host, guest).map((machine, index) =>
    nodeOf(guest, version, machine, index + 1, isUp(machine)),
  );
  const resources = guest.groups.flatMap((group) => group.resources);
  return {
    name: guest.name,
    settings: settingsOf(host, guest, version),
    version,
    profile: profileFor(version),
    tolerates: 0,
    quorum: guest.quorum,
    rules: undefined,
    networks: collectionOf([]),
    nodes: collectionOf(nodes),
    sites: collectionOf([]),
    racks: collectionOf([]),
    storages: collectionOf(host.storages.all.map((storage) => storageFor(guest, storage))),
    disks: collectionOf(disksOf(host, guest)),
    volumes: host.volumes,
    groups: collectionOf(guest.groups),
    resources: collectionOf(resources),
    virtualMachines: collectionOf([]),
    workloads: collectionOf([]),
    guestClusters: collectionOf([]),
    nlbClusters: collectionOf([]),
    scenarios: collectionOf([]),
    diskResources: collectionOf(resources.filter(isDiskResource)),
    paths: host.paths,
    declarations: [],
  };
}
