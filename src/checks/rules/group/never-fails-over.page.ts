import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (threshold: number): string =>
  groupOf([`failover_threshold = ${String(threshold)}`, 'generic_service Web']);

export const neverFailsOverPage: RulePage = {
  code: 'group/never-fails-over',
  title: 'A group may not fail over a single time',
  why: `The failover threshold is how often a group may move by itself within its failover period. With 0 it never does: when its node or one of its resources fails, everything in it stays down until an administrator acts.

Leave the threshold out, which allows one failover less than there are nodes, or say how many you want.`,
  failing: design(0),
  mended: design(1),
};
