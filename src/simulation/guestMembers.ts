import { contactChanged } from './contact';
import { isUp, record } from './engine';
import type { Engine, MachineCondition, NodeRun } from './engine';
import type { GuestMember, GuestRun } from './guestRun';
import { failNode, repairNode, stopNode, wouldBreakQuorum } from './nodes';
import { goDown, setNodeState } from './nodeState';
import { goOn } from './resources';
import type { RuleId } from './rules';

type Follow = (guest: GuestRun, member: GuestMember, cause: number) => void;

/** What the guest has come to. One that shuts down is gone when its virtual machine is. */
function conditionOf(host: Engine, { machine }: GuestMember): MachineCondition {
  if (machine.condition !== 'leaving') return machine.condition;
  return host.resources.get(machine.machine.key)?.state === 'offline_pending' ? 'leaving' : 'off';
}

/** Since when the others miss the heartbeats of a node that dies now, ms: its host may have lost its networks before. */
function unheardSince({ lostContacts, now }: Engine, node: NodeRun): number {
  const contacts = [...lostContacts.values()].filter(({ nodes, detected }) => nodes.includes(node) && !detected);
  return Math.min(now, ...contacts.map(({ since }) => since));
}

/** The node is gone without a word: the others notice by its heartbeats (semantics 9.1: as node failure). */
const die: Follow = ({ engine }, member, cause) => {
  const { node } = member;
  member.held = undefined;
  if (isUp(node)) {
    const since = unheardSince(engine, node);
    failNode(engine, node, cause, 'is gone, its virtual machine does not run');
    if (node.silentSince !== undefined) node.silentSince = since;
  }
  node.powered = false;
};

/**
 * The node stands still while its virtual machine is saved or paused. Its groups are still its own until the others have
 * missed its heartbeats (semantics 9.2).
 */
const freeze: Follow = ({ engine }, member, cause) => {
  const { node } = member;
  if (!isUp(node)) {
    node.powered = false;
    return;
  }
  member.held = [...node.groups].flatMap(({ resources }) => resources.filter(({ state }) => state === 'online'));
  node.powered = false;
  node.service = 'stopped';
  const event = goDown(engine, node, cause, `${node.subject.name} stands still with its virtual machine`);
  node.silentSince = engine.now;
  contactChanged(engine, event);
};

function thaw(engine: Engine, { node, held = [] }: GuestMember, cause: number): void {
  node.silentSince = undefined;
  node.powered = true;
  node.service = 'running';
  const text = `${node.subject.name} goes on; the others have not missed it for long enough to hold it dead`;
  const event = setNodeState(engine, node, node.paused ? 'paused' : 'up', cause, text);
  for (const group of node.groups) {
    group.stranded = false;
    group.cause = event;
    engine.dirty.add(group);
  }
  for (const resource of held) if (resource.group.owner === node) goOn(engine, resource, event);
}

function tellRejoin(engine: Engine, node: NodeRun, cause: number): number {
  const rule: RuleId = 'frozen-node';
  return record(engine, {
    kind: 'membership',
    subject: node.subject,
    node: node.subject.name,
    cause,
    text: `${node.subject.name} stood still for too long: the others hold it dead, and it joins anew`,
    details: { rule },
  });
}

/** The guest answers: its cluster service runs again, or goes on if it only stood still (semantics 9.2). */
const serve: Follow = ({ engine }, member, cause) => {
  const { node, held } = member;
  if (node.powered) return;
  if (held && node.member && engine.running) thaw(engine, member, cause);
  else repairNode(engine, node, held ? tellRejoin(engine, node, cause) : cause);
  member.held = undefined;
};

/** The guest shuts down in order: its node hands over its vote and its groups, if the cluster can do without it (semantics 5.3). */
const leave: Follow = ({ engine }, { node }, cause) => {
  if (!isUp(node) || node.leaving || wouldBreakQuorum(engine, node)) return;
  stopNode(engine, node, cause);
};

const follow: Readonly<Record<MachineCondition, Follow>> = {
  serving: serve,
  starting: die,
  frozen: freeze,
  leaving: leave,
  off: die,
};

/** Whether the node is as the guest is already. */
function isSettled({ node, held }: GuestMember, condition: MachineCondition): boolean {
  switch (condition) {
    case 'serving':
      return node.powered;
    case 'frozen':
      return !node.powered;
    case 'leaving':
      return node.leaving || !isUp(node);
    case 'starting':
    case 'off':
      return !node.powered && held === undefined;
  }
}

/** After each task: what has happened to the virtual machines happens to the nodes of the guest cluster they are. */
export function followMembers(host: Engine, guest: GuestRun): void {
  for (const member of guest.members) {
    const condition = conditionOf(host, member);
    if (isSettled(member, condition)) continue;
    const resource = host.resources.get(member.machine.machine.key);
    const cause = Math.max(member.machine.lastEvent ?? 0, resource?.lastEvent ?? 0);
    follow[condition](guest, member, cause);
  }
}
