import type { ActionPhrase } from '../language/tree';
import { record, subjectOf } from './engine';
import type { Engine, GroupRun, NodeRun, ResourceRun } from './engine';
import { commandLocalMachine, crashMachine, failWorkload, repairWorkload, saveMachine, stopMachine } from './machines';
import { moveGroup } from './moves';
import { failNode, forceQuorum, pauseNode, repairNode, resumeNode, startNode, stopNode } from './nodes';
import { failByHand, orderGroup, orderResource, repairByHand } from './orders';
import { setDiskFault, setPathFault, setStorageFault, setWitnessFault } from './storage';

interface Order {
  readonly engine: Engine;
  readonly phrase: ActionPhrase;
  /** The event of the action. */
  readonly cause: number;
}

type Handler = (order: Order) => void;

/** The name an action gives for a slot of its form, as written; undefined if it has none. */
export function argumentOf(phrase: ActionPhrase, slot: string): string | undefined {
  return phrase.arguments.find((argument) => argument.slot === slot)?.words[0]?.text;
}

function keyOf(phrase: ActionPhrase, slot: string): string {
  return argumentOf(phrase, slot)?.toLowerCase() ?? '';
}

function onNode(act: (engine: Engine, node: NodeRun, cause: number) => void): Handler {
  return ({ engine, phrase, cause }) => {
    const node = engine.nodes.get(keyOf(phrase, 'NODE'));
    if (node) act(engine, node, cause);
  };
}

function onGroup(act: (engine: Engine, group: GroupRun, order: Order) => void): Handler {
  return (order) => {
    const group = order.engine.groups.get(keyOf(order.phrase, 'GROUP'));
    if (group) act(order.engine, group, order);
  };
}

function onResource(act: (engine: Engine, resource: ResourceRun, order: Order) => void): Handler {
  return (order) => {
    const resource = order.engine.resources.get(keyOf(order.phrase, 'RESOURCE'));
    if (resource) act(order.engine, resource, order);
  };
}

function noSuchMachine(engine: Engine, name: string, cause: number): void {
  const subject = subjectOf('virtual_machine', name);
  record(engine, {
    kind: 'workload',
    subject,
    cause,
    text: `${name} is placed on no node`,
    details: { refused: true },
  });
}

function onMachine(act: (engine: Engine, resource: ResourceRun, cause: number) => void): Handler {
  return ({ engine, phrase, cause }) => {
    const key = keyOf(phrase, 'VIRTUAL_MACHINE');
    const resource = engine.resources.get(key);
    const local = engine.localMachines.find(({ run }) => run.machine.key === key);
    if (resource) act(engine, resource, cause);
    else if (local) commandLocalMachine(engine, local, phrase.verb, cause);
    else noSuchMachine(engine, argumentOf(phrase, 'VIRTUAL_MACHINE') ?? '', cause);
  };
}

function onDisk(failed: boolean): Handler {
  return ({ engine, phrase, cause }) => {
    setDiskFault(engine, keyOf(phrase, 'DISK'), failed, cause);
  };
}

function onStorage(failed: boolean): Handler {
  return ({ engine, phrase, cause }) => {
    setStorageFault(engine, keyOf(phrase, 'STORAGE'), failed, cause);
  };
}

function onPath(failed: boolean): Handler {
  return ({ engine, phrase, cause }) => {
    setPathFault(engine, keyOf(phrase, 'NODE'), keyOf(phrase, 'STORAGE'), failed, cause);
  };
}

function onWitness(failed: boolean): Handler {
  return ({ engine, cause }) => {
    setWitnessFault(engine, failed, cause);
  };
}

function onWorkload(act: typeof failWorkload): Handler {
  return ({ engine, phrase, cause }) => {
    const workload = engine.workloads.get(keyOf(phrase, 'WORKLOAD'));
    if (workload) act(engine, workload, cause);
  };
}

function modeOf({ options }: ActionPhrase): 'live' | 'quick' | undefined {
  if (options.includes('quick')) return 'quick';
  return options.includes('live') ? 'live' : undefined;
}

/** What is simulated, by the id of its form (language.md, Scenario statements). */
const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['fail node', onNode(failNode)],
  ['repair node', onNode(repairNode)],
  ['stop node', onNode(stopNode)],
  ['start node', onNode(startNode)],
  ['pause node', onNode(pauseNode)],
  ['resume node', onNode(resumeNode)],
  ['force quorum', onNode(forceQuorum)],
  ['fail disk', onDisk(true)],
  ['repair disk', onDisk(false)],
  ['fail storage', onStorage(true)],
  ['repair storage', onStorage(false)],
  ['disconnect storage', onPath(true)],
  ['connect storage', onPath(false)],
  ['fail witness', onWitness(true)],
  ['repair witness', onWitness(false)],
  [
    'fail resource',
    onResource((engine, one, { phrase, cause }) => {
      failByHand(engine, one, phrase.options.includes('permanently'), cause);
    }),
  ],
  [
    'repair resource',
    onResource((engine, one, { cause }) => {
      repairByHand(engine, one, cause);
    }),
  ],
  [
    'online resource',
    onResource((engine, one, { cause }) => {
      orderResource(engine, one, true, cause);
    }),
  ],
  [
    'offline resource',
    onResource((engine, one, { cause }) => {
      orderResource(engine, one, false, cause);
    }),
  ],
  ['crash virtual_machine', onMachine(crashMachine)],
  ['stop virtual_machine', onMachine(stopMachine)],
  [
    'start virtual_machine',
    onMachine((engine, one, cause) => {
      orderResource(engine, one, true, cause);
    }),
  ],
  ['save virtual_machine', onMachine(saveMachine)],
  ['fail workload', onWorkload(failWorkload)],
  ['repair workload', onWorkload(repairWorkload)],
  [
    'move group',
    onGroup((engine, group, { phrase, cause }) => {
      const target = engine.nodes.get(keyOf(phrase, 'NODE'));
      moveGroup(engine, group, { target, mode: modeOf(phrase) }, cause);
    }),
  ],
  [
    'online group',
    onGroup((engine, group, { cause }) => {
      orderGroup(engine, group, true, cause);
    }),
  ],
  [
    'offline group',
    onGroup((engine, group, { cause }) => {
      orderGroup(engine, group, false, cause);
    }),
  ],
]);

/** Whether an action of this form is simulated. */
export function isSimulated(form: string): boolean {
  return handlers.has(form);
}

/** Carries an action out; its event is `cause`. */
export function perform(engine: Engine, phrase: ActionPhrase, cause: number): void {
  handlers.get(phrase.form)?.({ engine, phrase, cause });
}
