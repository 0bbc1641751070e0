import { elementsIn } from '../../elements';
import type { DeclarationRule } from '../../rule';
import { mayMissSome } from '../../unread';
import { headerOf } from '../../written';

/** A cluster of one node protects against nothing. */
export const singleNode: DeclarationRule = {
  code: 'node/single',
  severity: 'warning',
  source: 'S20 (a failover cluster has two or more nodes; a single host is a single point of failure)',
  check: (bound, design) =>
    elementsIn(bound, 'node').flatMap((node) => {
      if (design.cluster.nodes.all.length !== 1 || mayMissSome(design, 'node')) return [];
      return {
        message: `${node.name} is the only node: when it fails, every virtual machine is down until it is repaired, since there is no other node to go to.`,
        place: headerOf(node),
      };
    }),
};
