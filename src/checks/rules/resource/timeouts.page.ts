import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (deadlock: string): string => groupOf([`generic_service Web { pending_timeout = 10m${deadlock} }`]);

export const timeoutsPage: RulePage = {
  code: 'resource/timeouts',
  title: 'Times of a resource contradict each other',
  why: `A resource that has failed for good is tried again after \`retry_period_on_failure\`. If that is shorter than \`restart_period\`, the window in which restarts are counted is still open, and the attempt is counted with the failures before. And a resource that takes longer than \`deadlock_timeout\` is given up, so a longer \`pending_timeout\` never takes effect: a service that needs ten minutes to start is killed after five.

Let the retry period be at least the restart period, and the deadlock timeout at least the pending timeout.`,
  failing: design(''),
  mended: design('  deadlock_timeout = 15m'),
};
