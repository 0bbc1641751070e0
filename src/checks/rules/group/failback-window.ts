import type { Group } from '../../../model/elements';
import { allGroupsIn } from '../../elements';
import type { DeclarationRule, Found } from '../../rule';
import { isBroken, isUnreadable, valueOf } from '../../written';

const start = 'failback_window_start';
const end = 'failback_window_end';

/** Half a failback window, or an empty one: the group goes back at any hour. */
export const failbackWindow: DeclarationRule = {
  code: 'group/failback-window',
  severity: 'warning',
  source: 'semantics 2.1 (FailbackWindow), S04',
  check: (bound) =>
    allGroupsIn(bound)
      .filter((group) => !isBroken(group.declaration))
      .filter((group) => !isUnreadable(group, start) && !isUnreadable(group, end))
      .flatMap(windowless),
};

function windowless(group: Group): readonly Found[] {
  const { failback_window_start: from, failback_window_end: to } = group.values;
  const anyHour = `group ${group.name} goes back at any hour, as soon as its preferred owner is up again`;
  if (from !== undefined && from === to) {
    return [
      {
        message: `The failback window of group ${group.name} begins and ends at ${hour(from)}, so it is no window: ${anyHour}.`,
        place: valueOf(group, start),
        related: [{ place: valueOf(group, end), message: 'The window ends here.' }],
      },
    ];
  }
  if ((from === undefined) === (to === undefined)) return [];
  const [given, missing] = to === undefined ? [start, end] : [end, start];
  return [
    {
      message: `${given} has no effect without ${missing}: ${anyHour}.`,
      place: valueOf(group, given),
    },
  ];
}

function hour(value: number): string {
  return `${String(value)}:00`;
}
