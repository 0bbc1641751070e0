import type { Cluster } from '../model/cluster';
import { siteOf } from '../simulation';
import type { Fault } from './fault';

/** Keys of the nodes, disks and storages that a set of faults strikes, by themselves or with what they stand in. */
export interface Struck {
  readonly nodes: ReadonlySet<string>;
  readonly disks: ReadonlySet<string>;
}

function keysOf(faults: readonly Fault[], kind: Fault['kind']): ReadonlySet<string> {
  return new Set(faults.filter((fault) => fault.kind === kind).map(({ key }) => key));
}

/** What a set of faults strikes: a site with its nodes and storages, a rack with its nodes, a storage with its disks. */
export function struckBy(cluster: Cluster, faults: readonly Fault[]): Struck {
  const [nodes, disks, storages] = [keysOf(faults, 'node'), keysOf(faults, 'disk'), keysOf(faults, 'storage')];
  const [sites, racks] = [keysOf(faults, 'site'), keysOf(faults, 'rack')];
  if (sites.size + racks.size + storages.size === 0) return { nodes, disks };
  const inSite = (site: string | undefined): boolean => site !== undefined && sites.has(site);
  const struckNodes = cluster.nodes.all.filter(
    (node) => nodes.has(node.key) || inSite(siteOf(cluster, node)) || racks.has(node.values.rack?.key ?? ''),
  );
  const isStruck = (storage: string | undefined): boolean =>
    storage !== undefined && (storages.has(storage) || inSite(cluster.storages.get(storage)?.values.site?.key));
  const struckDisks = cluster.disks.all.filter(({ key, values }) => disks.has(key) || isStruck(values.storage?.key));
  return {
    nodes: new Set(struckNodes.map(({ key }) => key)),
    disks: new Set(struckDisks.map(({ key }) => key)),
  };
}
