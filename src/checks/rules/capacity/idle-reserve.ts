import { anyKey } from '../../facts/said';
import { hostsAnything, isInService } from '../../load';
import { namesOfSome } from '../../phrases';
import type { DesignRule } from '../../rule';
import { headerOf } from '../../written';

/** A node that nothing starts on: easier to plan, but the others carry its share every day. */
export const idleReserve: DesignRule = {
  code: 'capacity/idle-reserve',
  severity: 'info',
  source: 'S20 (nodes held in reserve); semantics 8',
  checkAll: (design) => {
    const nodes = design.cluster.nodes.all;
    const busy = nodes.filter((node) => hostsAnything(design, node));
    const idle = nodes.filter((node) => !hostsAnything(design, node) && isInService(node));
    if (busy.length === 0 || idle.length === 0 || design.facts.roaming(anyKey).length > 0) return [];
    const carry = busy.length === 1 ? 'carries' : 'carry';
    return idle.map((node) => ({
      message: `Nothing starts on ${node.name}: held in reserve, it makes planning simpler, but ${namesOfSome(busy)} ${carry} its share of the load every day.`,
      place: headerOf(node),
    }));
  },
};
