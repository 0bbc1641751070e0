import { elementsIn } from '../../elements';
import { anyKey } from '../../facts/said';
import { hostsAnything, isInService, nodeOf } from '../../load';
import { namesOfSome } from '../../phrases';
import type { DeclarationRule } from '../../rule';
import { headerOf } from '../../written';

/** A node that nothing starts on: easier to plan, but the others carry its share every day. */
export const idleReserve: DeclarationRule = {
  code: 'capacity/idle-reserve',
  severity: 'info',
  source: 'S20 (nodes held in reserve); semantics 8',
  check: (declaration, design) =>
    elementsIn(declaration, 'node').flatMap((declared) => {
      const node = nodeOf(design.cluster, declared);
      if (!node || !isInService(node) || hostsAnything(design, node)) return [];
      if (design.facts.roaming(anyKey).length > 0) return [];
      const busy = design.cluster.nodes.all.filter((other) => hostsAnything(design, other));
      if (busy.length === 0) return [];
      const carry = busy.length === 1 ? 'carries' : 'carry';
      return [
        {
          message: `Nothing starts on ${node.name}: held in reserve, it makes planning simpler, but ${namesOfSome(busy)} ${carry} its share of the load every day.`,
          place: headerOf(node),
        },
      ];
    }),
};
