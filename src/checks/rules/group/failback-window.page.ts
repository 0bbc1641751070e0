import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (more: readonly string[]): string =>
  groupOf([
    'preferred_owners = [HostA]',
    'auto_failback = true',
    'failback_window_start = 22',
    ...more,
    'generic_service Web',
  ]);

export const failbackWindowPage: RulePage = {
  code: 'group/failback-window',
  title: 'A failback window is half a window, or none',
  why: `A failback window needs the hour it begins and the hour it ends. With one of them only, or with both the same, there is no window: the group goes back as soon as its preferred owner is up again, and its users notice the interruption in the middle of the day.

Give both hours. A window may go over midnight.`,
  failing: design([]),
  mended: design(['failback_window_end = 4']),
};
