import type { Cluster } from '../model/cluster';
import type { ClusterNode } from '../model/elements';

/** A value of a node without the places of the names in it. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null && 'key' in value) return value.key;
  return value;
}

/** What a node is like, apart from its name and what runs on it: its attributes, and the storages that name it. */
export function nodeShape(cluster: Cluster, { key, values }: ClusterNode): string {
  const attributes = Object.entries(values).map(([name, value]) => [name, plain(value)]);
  const storages = cluster.storages.all.filter((storage) => storage.values.nodes?.some((node) => node.key === key));
  return JSON.stringify([attributes, storages.map((storage) => storage.key)]);
}
