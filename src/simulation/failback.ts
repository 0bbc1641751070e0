import { isUp, schedule } from './engine';
import type { Engine, GroupRun, NodeRun } from './engine';
import { moveGroup } from './moves';
import { structureOf } from './structure';
import { timings } from './timings';

/** Time in ms until the failback window of the group is open; 0 where it is, or has none (semantics 2.1, S04). */
export function untilWindow(group: GroupRun, now: number): number {
  const { failback_window_start: start, failback_window_end: end } = group.part.group.values;
  if (start === undefined || end === undefined || start === end) return 0;
  const time = now % timings.day;
  const opens = start * timings.hour;
  const closes = end * timings.hour;
  const open = start < end ? time >= opens && time < closes : time >= opens || time < closes;
  return open ? 0 : (opens - time + timings.day) % timings.day;
}

function rankIn(group: GroupRun, node: NodeRun | undefined): number {
  const preferred = group.part.group.values.preferred_owners ?? [];
  const position = preferred.findIndex(({ key }) => key === node?.node.key);
  return position < 0 ? preferred.length : position;
}

/** The first active node of the preferred list, if it stands above the owner (semantics 2.1, S08, S09). */
function betterOwner(engine: Engine, group: GroupRun): NodeRun | undefined {
  const preferred = group.part.group.values.preferred_owners ?? [];
  const nodes = preferred.map(({ key }) => engine.nodes.get(key)).filter((node) => node !== undefined);
  const first = nodes.find((node) => isUp(node) && !node.paused);
  return first && rankIn(group, first) < rankIn(group, group.owner) ? first : undefined;
}

/** Carries out a failback that is due, if there still is a better owner and the group is at rest (semantics 2.4). */
export function failBackNow(engine: Engine, group: GroupRun): void {
  const cause = group.failback;
  const target = betterOwner(engine, group);
  if (cause === undefined) return;
  if (!target) {
    group.failback = undefined;
    return;
  }
  const moves = group.move !== undefined || group.live !== undefined;
  const busy = group.state === 'pending' || moves || group.unmonitored !== undefined;
  if (busy || group.state === 'failed') return;
  group.failback = undefined;
  const wait = untilWindow(group, engine.now);
  if (wait > 0) {
    planFailback(engine, group, cause);
    return;
  }
  const why = `Group ${group.subject.name} goes back to ${target.subject.name}, which stands higher among its preferred owners`;
  moveGroup(engine, group, { target, mode: undefined, why, waits: true }, cause);
}

function planFailback(engine: Engine, group: GroupRun, cause: number): void {
  schedule(engine, untilWindow(group, engine.now), { class: 'timer', group: group.part.order }, () => {
    group.failback = cause;
    failBackNow(engine, group);
  });
}

/** A node is active again: groups that prefer it and may fail back do so now, or when their window opens (semantics 2.4). */
export function failBackTo(engine: Engine, node: NodeRun, cause: number): void {
  for (const key of structureOf(engine.cluster).failsBackTo.get(node.node.key) ?? []) {
    const group = engine.groups.get(key);
    if (group && rankIn(group, node) < rankIn(group, group.owner)) planFailback(engine, group, cause);
  }
}
