import { changedBetween } from '../language/row';
import type { Version } from '../language/schema/version';
import type { BoundDeclaration } from './bind/declaration';
import type { Cluster, Collection } from './cluster';
import { collectionOf, withReplaced } from './collection';
import type { ClusterNode, Volume } from './elements';
import { partsOf } from './parts';
import type { Parts } from './parts';
import { pathIndexOf, withNodes, withVolumes } from './paths';
import type { PathIndex } from './paths';
import { profileFor } from './profile';

type PartOf<K extends keyof Parts> = Parts[K][number];
type Collections = { readonly [K in keyof Parts]: Collection<PartOf<K>> };

/** A cluster and what it was made of, for the next version of the design to start from. */
export interface Built {
  readonly cluster: Cluster;
  readonly bound: readonly BoundDeclaration[];
  readonly version: Version;
  readonly collections: Collections;
}

/**
 * Puts what all declarations say together. Collections that a change does not touch are those of `before`, the same objects;
 * one that it does touch shares its index with them unless names came or went.
 */
export function buildCluster(bound: readonly BoundDeclaration[], version: Version, before: Built | undefined): Built {
  const changed = before && changedBetween(before.bound, bound);
  const collect = <K extends keyof Parts>(name: K): Collection<PartOf<K>> => {
    const part = (one: BoundDeclaration): readonly PartOf<K>[] => partsOf(one)[name];
    const known = before?.collections[name] as Collection<PartOf<K>> | undefined;
    if (!known || !changed) return collectionOf(bound.flatMap(part));
    const next = (): PartOf<K> | undefined => {
      for (let index = changed.start + changed.fresh.length; index < bound.length; index += 1) {
        const one = bound[index];
        const first = one && part(one)[0];
        if (first) return first;
      }
      return undefined;
    };
    const replacement = { old: changed.old.flatMap(part), fresh: changed.fresh.flatMap(part), next };
    return withReplaced(known, replacement) ?? collectionOf(bound.flatMap(part));
  };
  const collections: Collections = {
    cluster: collect('cluster'),
    networks: collect('networks'),
    unnumberedNodes: collect('unnumberedNodes'),
    sites: collect('sites'),
    racks: collect('racks'),
    storages: collect('storages'),
    disks: collect('disks'),
    volumes: collect('volumes'),
    groups: collect('groups'),
    resources: collect('resources'),
    diskResources: collect('diskResources'),
    virtualMachines: collect('virtualMachines'),
    workloads: collect('workloads'),
    guestClusters: collect('guestClusters'),
    nlbClusters: collect('nlbClusters'),
    scenarios: collect('scenarios'),
  };
  return { cluster: assemble(bound, version, collections, before), bound, version, collections };
}

function assemble(
  bound: readonly BoundDeclaration[],
  version: Version,
  collections: Collections,
  before: Built | undefined,
): Cluster {
  const { cluster, unnumberedNodes, volumes, ...rest } = collections;
  const settings = cluster.all[0];
  const nodes = numbered(unnumberedNodes, before);
  return {
    ...rest,
    name: settings?.name ?? '',
    settings,
    version,
    profile: profileFor(version),
    tolerates: settings?.values.tolerates ?? (nodes.all.length > 1 ? 1 : 0),
    quorum: settings?.quorum,
    rules: settings?.rules,
    nodes,
    volumes: volumes.all,
    paths: pathsOf(volumes.all, nodes, before),
    get declarations() {
      return bound.map((one) => one.declaration);
    },
  };
}

/** Numbers the nodes in the order of the file. A node that keeps its number and its declaration stays the same object. */
function numbered(unnumbered: Collections['unnumberedNodes'], before: Built | undefined): Cluster['nodes'] {
  const known = before?.collections.unnumberedNodes;
  if (before && known === unnumbered) return before.cluster.nodes;
  const all = unnumbered.all.map((node, index): ClusterNode => {
    const same = known?.all[index] === node ? before?.cluster.nodes.all[index] : undefined;
    return same ?? { ...node, id: index + 1 };
  });
  return collectionOf(all, known?.names === unnumbered.names ? before?.cluster.nodes.names : undefined);
}

function pathsOf(volumes: readonly Volume[], nodes: Cluster['nodes'], before: Built | undefined): PathIndex {
  const known = before?.cluster;
  if (!known) return pathIndexOf(volumes, nodes.all);
  const paths = known.nodes === nodes ? known.paths : withNodes(known.paths, nodes.all);
  return known.volumes === volumes ? paths : withVolumes(paths, volumes, changedBetween(known.volumes, volumes));
}
