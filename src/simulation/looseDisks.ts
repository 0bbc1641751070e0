import { isUp, record } from './engine';
import type { Engine, LooseDisk, NodeRun } from './engine';
import { moveDisk } from './ownership';
import { canUse, isServed } from './reach';

/** The node that holds a disk of no group: the next up node by number after the last owner that reaches it (semantics 2.3, 7.2). */
export function nextHolder(engine: Engine, { key, owner }: LooseDisk): NodeRun | undefined {
  const nodes = [...engine.nodes.values()];
  const position = owner ? nodes.indexOf(owner) : -1;
  const ring = [...nodes.slice(position + 1), ...nodes.slice(0, position + 1)];
  return ring.find((node) => isUp(node) && canUse(engine, node, key));
}

/** Witness, Available Storage and shared volumes whose node is gone, or no longer reaches them, are held by another. */
export function moveLooseDisks(engine: Engine, cause: number): void {
  for (const disk of engine.looseDisks) {
    if (disk.owner && isUp(disk.owner) && canUse(engine, disk.owner, disk.key)) continue;
    const next = nextHolder(engine, disk);
    if (!next || next === disk.owner) continue;
    disk.owner = next;
    moveDisk(engine, disk.subject.name, next.subject.name, cause);
  }
}

/** The state of a disk of no group as it is now. */
export function looseDiskState(engine: Engine, key: string): 'online' | 'offline' | 'failed' {
  if (!engine.running) return 'offline';
  return isServed(engine, key) ? 'online' : 'failed';
}

/** Notes the states of the disks of no group after the cluster stopped or formed. */
export function setLooseDisksOnline(engine: Engine, online: boolean, cause: number): void {
  for (const { key, subject } of engine.looseDisks) {
    const from = engine.recorder.state.get('disk', subject.name, 'state');
    const to = online ? looseDiskState(engine, key) : 'offline';
    if (from === to || typeof from !== 'string') continue;
    record(engine, {
      kind: 'disk',
      subject,
      from,
      to,
      cause,
      text: `The disk ${subject.name} is ${to}`,
      sets: [{ subject, property: 'state', value: to }],
    });
  }
}
