import { elementsIn } from '../../elements';
import { install, lacks } from '../../node-lists';
import type { DeclarationRule } from '../../rule';
import { headerOf } from '../../written';

const feature = 'failover_clustering';

/** A node without the Failover Clustering feature cannot be a member of the cluster. */
export const featureMissing: DeclarationRule = {
  code: 'node/feature-missing',
  severity: 'error',
  source: 'S20, Prerequisites 1; language.md (features left out: all prerequisites are there)',
  check: (declaration) =>
    elementsIn(declaration, 'node')
      .filter((node) => lacks(node, 'features', feature))
      .map((node) => ({
        message: `Node ${node.name} lacks the Failover Clustering feature: it cannot join the cluster, so nothing can fail over to it.`,
        place: headerOf(node),
        fixes: [
          {
            title: `Add ${feature} to the features of ${node.name}`,
            preferred: true,
            edits: [install(node, 'features', [feature])],
          },
        ],
      })),
};
