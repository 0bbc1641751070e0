import { record, subjectOf } from './engine';
import type { Engine, NodeRun } from './engine';
import { siteOf } from './heartbeat';
import { failNode, repairNode } from './nodes';
import { setStorageFault } from './storage';

type DomainKind = 'site' | 'rack';

/** What stands in a site or a rack: nodes, by themselves or with their rack, and the storage of a site. */
interface Domain {
  readonly name: string;
  readonly nodes: readonly NodeRun[];
  readonly storages: readonly string[];
}

function domainOf({ cluster, nodes }: Engine, kind: DomainKind, key: string): Domain {
  const all = [...nodes.values()];
  if (kind === 'rack') {
    const inRack = all.filter(({ node }) => node.values.rack?.key === key);
    return { name: cluster.racks.get(key)?.name ?? key, nodes: inRack, storages: [] };
  }
  const storages = cluster.storages.all.filter(({ values }) => values.site?.key === key).map((storage) => storage.key);
  const inSite = all.filter(({ node }) => siteOf(cluster, node) === key);
  return { name: cluster.sites.get(key)?.name ?? key, nodes: inSite, storages };
}

function refuseDomain(engine: Engine, kind: DomainKind, name: string, failed: boolean, cause: number): void {
  const text = `Nothing in ${name} ${failed ? 'is left to fail' : 'has failed'}`;
  record(engine, { kind: 'node', subject: subjectOf(kind, name), cause, text, details: { refused: true } });
}

/** Everything in a site or rack fails at one instant, or is repaired (language.md, Scenario statements; semantics 5.3). */
export function setDomainFault(engine: Engine, kind: DomainKind, key: string, failed: boolean, cause: number): void {
  const { name, nodes, storages } = domainOf(engine, kind, key);
  const concerned = nodes.filter(({ powered }) => powered === failed);
  const struck = storages.filter((storage) => engine.faults.storages.has(storage) !== failed);
  if (concerned.length === 0 && struck.length === 0) {
    refuseDomain(engine, kind, name, failed, cause);
    return;
  }
  if (failed) for (const node of concerned) failNode(engine, node, cause);
  for (const storage of struck) setStorageFault(engine, storage, failed, cause);
  if (!failed) for (const node of concerned) repairNode(engine, node, cause);
}
