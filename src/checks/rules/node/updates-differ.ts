import type { Cluster } from '../../../model/cluster';
import type { ClusterNode } from '../../../model/elements';
import { countOf, listOf } from '../../../model/words';
import { install, isSameInstalled, lacks } from '../../node-lists';
import type { DesignRule, Found } from '../../rule';
import { valueOf } from '../../written';
import { releaseUpdate } from './release-update';

/** Nodes that say which updates they have, and do not have the same. One finding for each node that lacks some. */
export const updatesDiffer: DesignRule = {
  code: 'node/updates-differ',
  severity: 'warning',
  source:
    'S50 (keep track of software updates on all clustered servers); semantics 10.1, Validate Software Update Levels',
  checkAll: ({ cluster }) => {
    const telling = cluster.nodes.all.filter(({ values }) => values.updates !== undefined);
    const all = updatesOf(cluster, telling);
    return telling.flatMap((node) => behind(node, all));
  },
};

interface Update {
  readonly name: string;
  /** The first node that has it. */
  readonly holder: ClusterNode;
}

/** Every update once. The one that every 2008 node must have is left out: update-missing speaks of it. */
function updatesOf({ version }: Cluster, nodes: readonly ClusterNode[]): readonly Update[] {
  const found: Update[] = [];
  for (const holder of nodes) {
    for (const name of holder.values.updates ?? []) {
      const isRequired = version === releaseUpdate.version && isSameInstalled(name, releaseUpdate.name);
      if (!isRequired && !found.some((one) => isSameInstalled(one.name, name))) found.push({ name, holder });
    }
  }
  return found;
}

/** Updates that are named in one message. */
const mostShown = 3;

function behind(node: ClusterNode, all: readonly Update[]): readonly Found[] {
  const missing = all.filter(({ name }) => lacks(node, 'updates', name));
  const [first] = missing;
  if (!first) return [];
  const names = missing.map(({ name }) => name);
  const more = names.length - mostShown;
  const shown = more > 0 ? [...names.slice(0, mostShown), `${String(more)} more`] : names;
  return [
    {
      message: `${node.name} lacks ${listOf(shown)}, which ${first.holder.name} has: what moves between them meets hosts that may behave differently. Keep clustered servers in step.`,
      place: valueOf(node, 'updates'),
      related: [{ place: valueOf(first.holder, 'updates'), message: `${first.holder.name} has ${first.name}.` }],
      fixes: [
        {
          title: `Add ${missing.length === 1 ? first.name : countOf(missing.length, 'update')} to ${node.name}`,
          preferred: false,
          edits: [install(node, 'updates', names)],
        },
      ],
    },
  ];
}
