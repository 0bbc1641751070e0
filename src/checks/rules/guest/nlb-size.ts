import { elementsIn } from '../../elements';
import { figures } from '../../figures';
import { memberRefs, membersPlace } from '../../guests';
import type { DeclarationRule } from '../../rule';

/** A load-balancing farm with more hosts than there are host priorities. */
export const nlbSize: DeclarationRule = {
  code: 'guest/nlb-size',
  severity: 'warning',
  source: 'semantics 9.3, S61',
  check: (declaration) =>
    elementsIn(declaration, 'nlb_cluster').flatMap((farm) => {
      const most = figures.farmHosts.value;
      const hosts = memberRefs(farm).length;
      if (hosts <= most) return [];
      return [
        {
          message: `${farm.name} has ${String(hosts)} hosts, and Network Load Balancing takes ${String(most)}: each has a priority of its own from 1 to ${String(most)}, so ${String(hosts - most)} of them cannot join.`,
          place: membersPlace(farm),
        },
      ];
    }),
};
