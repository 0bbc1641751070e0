import { elementsIn } from '../../elements';
import { anyKey } from '../../facts/said';
import { install, lacks } from '../../node-lists';
import type { DeclarationRule } from '../../rule';
import { headerOf } from '../../written';

const role = 'hyper_v';

/** A node that virtual machines may come to, and that cannot run any. */
export const hyperVRoleMissing: DeclarationRule = {
  code: 'node/hyper-v-role-missing',
  severity: 'error',
  source: 'S20, Prerequisites 2; language.md (features left out: all prerequisites are there)',
  check: (bound, { facts }) =>
    elementsIn(bound, 'node')
      .filter((node) => lacks(node, 'features', role))
      .flatMap((node) => {
        const machine = facts.mayHost(anyKey)[0] ?? facts.mayHost(node.key)[0];
        if (machine === undefined) return [];
        return {
          message: `Node ${node.name} lacks the Hyper-V role: when ${machine} goes there, it will not start.`,
          place: headerOf(node),
          fixes: [
            {
              title: `Add ${role} to the features of ${node.name}`,
              preferred: true,
              edits: [install(node, 'features', [role])],
            },
          ],
        };
      }),
};
