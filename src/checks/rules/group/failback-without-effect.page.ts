import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (more: readonly string[]): string => groupOf(['auto_failback = true', ...more, 'generic_service Web']);

export const failbackWithoutEffectPage: RulePage = {
  code: 'group/failback-without-effect',
  title: 'A group may fail back, but has nowhere to go back to',
  why: `Failback takes a group to a node that is higher in its list of preferred owners than the one it is on. Without such a list there is no such node: after a failover the group stays where it is, for good.

Name the home of the group in \`preferred_owners\`, or leave failback off.`,
  failing: design([]),
  mended: design(['preferred_owners = [HostA, HostB]']),
};
