import { isUp, record, schedule } from './engine';
import type { Engine, GroupRun, NodeRun } from './engine';
import { sayDuration } from './words';

type PlaceAgain = (engine: Engine, cause: number) => void;

/** The node a group waits for when the cluster forms: the first of its preferred owners, else its last owner (semantics 2.3). */
function awaited(engine: Engine, { part, owner }: GroupRun): NodeRun | undefined {
  const [first] = part.preferred;
  return first === undefined ? owner : engine.nodes.get(first);
}

/**
 * Whether a group still waits for its preferred owner, since the cluster has formed anew only a while ago (semantics 2.3,
 * 3.5, S18: ClusterGroupWaitDelay). Told once; at the end of the time the group is placed as any other.
 */
export function waitsForOwner(engine: Engine, group: GroupRun, cause: number, placeAgain: PlaceAgain): boolean {
  const { groupWaitDelay } = engine.cluster.profile;
  const node = awaited(engine, group);
  if (engine.formed === undefined || !node || isUp(node) || !group.resources.some(({ wanted }) => wanted)) return false;
  const left = engine.formed + groupWaitDelay - engine.now;
  if (left <= 0) return false;
  if (group.waitsSince === engine.formed) return true;
  group.waitsSince = engine.formed;
  const event = record(engine, {
    kind: 'group',
    subject: group.subject,
    cause,
    text: `Group ${group.subject.name} waits up to ${sayDuration(left)} for ${node.subject.name}`,
  });
  schedule(engine, left, { class: 'timer', group: group.part.order }, () => {
    if (engine.running && group.stranded && group.waitsSince === engine.formed) placeAgain(engine, event);
  });
  return true;
}
