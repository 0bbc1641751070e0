import type { ActionPhrase } from '../language/tree';
import { record, subjectOf } from './engine';
import type { Engine, GroupRun, NodeRun, ResourceRun } from './engine';
import { commandLocalMachine, crashMachine, saveMachine, stopMachine } from './machines';
import { moveGroup } from './moves';
import { drainHost } from './nlbFarm';
import { drainNode } from './drain';
import { setDomainFault } from './faultDomains';
import { healPartition, isolateNode, partitionNodes, rejoinNode, setLinkFault, setNetworkFault } from './networkFaults';
import { failNode, forceQuorum, pauseNode, repairNode, resumeNode, startNode, stopNode } from './nodes';
import { failByHand, orderGroup, orderResource, repairByHand } from './orders';
import { setDiskFault, setPathFault, setStorageFault, setWitnessFault } from './storage';
import { failWorkload, repairWorkload } from './workloads';

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

function onNode(act: (engine: Engine, node: NodeRun, cause: number, order: Order) => void): Handler {
  return (order) => {
    const { engine, phrase, cause } = order;
    const node = engine.nodes.get(keyOf(phrase, 'NODE'));
    if (node) act(engine, node, cause, order);
  };
}

/** The run that an order is about: that of the host cluster, else that of the guest cluster of which `has` is true. */
function engineWith(engine: Engine, has: (one: Engine) => boolean): Engine | undefined {
  if (has(engine)) return engine;
  const guests = engine.guests.all();
  const position = guests.findIndex((guest) => has(guest.engine));
  if (position >= 0) engine.guests.touch(position);
  return guests[position]?.engine;
}

function onGroup(act: (engine: Engine, group: GroupRun, order: Order) => void): Handler {
  return (order) => {
    const key = keyOf(order.phrase, 'GROUP');
    const owner = engineWith(order.engine, ({ groups }) => groups.has(key));
    const group = owner?.groups.get(key);
    if (owner && group) act(owner, group, order);
  };
}

function onResource(act: (engine: Engine, resource: ResourceRun, order: Order) => void): Handler {
  return (order) => {
    const key = keyOf(order.phrase, 'RESOURCE');
    const owner = engineWith(order.engine, ({ resources }) => resources.has(key));
    const resource = owner?.resources.get(key);
    if (owner && resource) act(owner, resource, order);
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

function onNetwork(failed: boolean): Handler {
  return ({ engine, phrase, cause }) => {
    setNetworkFault(engine, keyOf(phrase, 'NETWORK'), failed, cause);
  };
}

function onLink(failed: boolean): Handler {
  return onNode((engine, node, cause, { phrase }) => {
    setLinkFault(engine, node, keyOf(phrase, 'NETWORK'), failed, cause);
  });
}

function onDomain(kind: 'site' | 'rack', failed: boolean): Handler {
  return ({ engine, phrase, cause }) => {
    setDomainFault(engine, kind, keyOf(phrase, kind.toUpperCase()), failed, cause);
  };
}

/** The two sets of nodes of a partition, in the order they are written. */
function partition({ engine, phrase, cause }: Order): void {
  const [left = [], right = []] = phrase.arguments.map(({ words }) =>
    words.map(({ text }) => engine.nodes.get(text.toLowerCase())).filter((node) => node !== undefined),
  );
  partitionNodes(engine, left, right, cause);
}

function onWitness(failed: boolean): Handler {
  return ({ engine, cause }) => {
    setWitnessFault(engine, failed, cause);
  };
}

function onFarmHost(act: typeof drainHost): Handler {
  return ({ engine, phrase, cause }) => {
    const machine = engine.machines.get(keyOf(phrase, 'VIRTUAL_MACHINE'));
    if (machine) act(engine, machine, cause);
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
  [
    'fail node',
    onNode((engine, node, cause) => {
      failNode(engine, node, cause);
    }),
  ],
  ['repair node', onNode(repairNode)],
  ['stop node', onNode(stopNode)],
  ['start node', onNode(startNode)],
  ['pause node', onNode(pauseNode)],
  ['resume node', onNode(resumeNode)],
  ['drain node', onNode(drainNode)],
  ['isolate node', onNode(isolateNode)],
  ['rejoin node', onNode(rejoinNode)],
  ['force quorum', onNode(forceQuorum)],
  ['fail disk', onDisk(true)],
  ['repair disk', onDisk(false)],
  ['fail storage', onStorage(true)],
  ['repair storage', onStorage(false)],
  ['disconnect storage', onPath(true)],
  ['connect storage', onPath(false)],
  ['fail network', onNetwork(true)],
  ['repair network', onNetwork(false)],
  ['disconnect network', onLink(true)],
  ['connect network', onLink(false)],
  ['partition', partition],
  [
    'heal partition',
    ({ engine, cause }) => {
      healPartition(engine, cause);
    },
  ],
  ['fail site', onDomain('site', true)],
  ['repair site', onDomain('site', false)],
  ['fail rack', onDomain('rack', true)],
  ['repair rack', onDomain('rack', false)],
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
  ['drain nlb_host', onFarmHost(drainHost)],
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
