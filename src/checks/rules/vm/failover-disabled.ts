import { isVirtualMachine } from '../../../model/elements';
import { groupsIn } from '../../elements';
import type { DeclarationRule } from '../../rule';
import { valueOf } from '../../written';

/** What is left of the restart policy where it does not fail over. */
const instead = {
  none: 'it is neither restarted nor failed over',
  restart: 'it is restarted on the same node only',
} as const;

/** A restart action that keeps a virtual machine from failing over when it fails by itself. */
export const failoverDisabled: DeclarationRule = {
  code: 'vm/failover-disabled',
  severity: 'info',
  source: 'semantics 1.1 (validator rules), 1.3, S01, S11',
  oncePerPlace: true,
  check: (bound) =>
    groupsIn(bound).flatMap((group) =>
      group.resources.filter(isVirtualMachine).flatMap((machine) => {
        const action = machine.values.restart_action;
        if (action === 'restart_and_fail_over') return [];
        return {
          message: `When ${machine.name} fails, ${instead[action]}: restart_action is ${action}. It still moves when its node fails.`,
          place: valueOf(machine, 'restart_action'),
        };
      }),
    ),
};
