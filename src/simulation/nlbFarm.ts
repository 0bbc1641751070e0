import type { NlbCluster, VirtualMachine } from '../model/elements';
import { cancel, record, schedule, subjectOf } from './engine';
import type { Engine, MachineRun } from './engine';
import type { FarmHost, FarmRun } from './nlbRun';
import type { Setting } from './recorder';
import { timings } from './timings';
import type { FarmState } from './trace';
import { sayState } from './words';

type ServesAtStart = (machine: VirtualMachine) => boolean;

function serves({ condition }: MachineRun): boolean {
  return condition === 'serving';
}

/** A farm of the design, as its virtual machines stand at the start. */
export function farmRun(engine: Engine, farm: NlbCluster, position: number, servesAtStart: ServesAtStart): FarmRun {
  const machines = (farm.values.members ?? []).map(({ key }) => engine.machines.get(key));
  const members = [...new Set(machines)].filter((machine) => machine !== undefined);
  return {
    farm,
    position,
    subject: subjectOf('nlb_cluster', farm.name),
    hosts: members.map((machine) => ({
      machine,
      state: servesAtStart(machine.machine) ? 'serving' : 'out',
      detection: undefined,
    })),
    converging: undefined,
    lastEvent: 0,
  };
}

/** Whether the host answers those who ask: it is in the farm, its guest runs, and so do the applications in it. */
function answers({ recorder }: Engine, { state, machine }: FarmHost): boolean {
  if ((state !== 'serving' && state !== 'draining') || !serves(machine)) return false;
  return machine.workloads.every(({ subject }) => recorder.state.get('workload', subject.name, 'state') === 'serving');
}

/** What the state says of a farm of which `hosts` serve: whether it does, how many hosts do and how many must (language.md). */
export function farmSettings(engine: Engine, { farm, subject, hosts }: FarmRun): readonly Setting[] {
  const present = hosts.filter((host) => answers(engine, host)).length;
  const needed = farm.values.minimum;
  const some: FarmState = present > 0 ? 'partial_online' : 'offline';
  const value = present >= needed ? 'serving' : some;
  return [
    { subject, property: 'state', value },
    { subject, property: 'present', value: present },
    { subject, property: 'needed', value: needed },
  ];
}

function tell(engine: Engine, run: FarmRun, { machine }: FarmHost, cause: number | null, text: string): number {
  const { subject } = run;
  run.lastEvent = record(engine, { kind: 'membership', subject, node: machine.subject.name, cause, text });
  return run.lastEvent;
}

function finishConvergence(engine: Engine, run: FarmRun, cause: number): void {
  for (const host of run.hosts) {
    if (host.state === 'joining') host.state = 'serving';
    else if (host.state === 'draining') host.state = 'drained';
  }
  const names = run.hosts.filter(({ state }) => state === 'serving').map(({ machine }) => machine.subject.name);
  const on = names.length === 0 ? 'no host is left' : `requests go to ${names.join(', ')}`;
  run.lastEvent = record(engine, {
    kind: 'membership',
    subject: run.subject,
    cause,
    text: `${run.farm.name} has converged: ${on}`,
    details: { hosts: names, rule: 'nlb-convergence' },
  });
}

/** A change of membership makes the whole farm converge, from the beginning where it does so already (semantics 9.3, S61). */
function converge(engine: Engine, run: FarmRun, cause: number): void {
  cancel(run.converging);
  run.converging = schedule(engine, timings.nlbConvergence, { class: 'timer' }, () => {
    engine.farms.touch(run.position);
    finishConvergence(engine, run, cause);
  });
}

function fallSilent(engine: Engine, run: FarmRun, host: FarmHost): void {
  const cause = host.machine.lastEvent;
  const text = `${run.farm.name} no longer hears ${host.machine.subject.name}, which missed ${timings.nlbTolerance} messages, and converges`;
  host.state = 'silent';
  host.detection = schedule(engine, timings.nlbPeriod * timings.nlbTolerance, { class: 'membership' }, () => {
    engine.farms.touch(run.position);
    host.state = 'out';
    converge(engine, run, tell(engine, run, host, cause, text));
  });
}

function comeBack(engine: Engine, run: FarmRun, host: FarmHost): void {
  const { machine } = host;
  host.state = 'joining';
  converge(
    engine,
    run,
    tell(engine, run, host, machine.lastEvent, `${machine.subject.name} joins ${run.farm.name}, which converges`),
  );
}

/** What a host's guest has come to means for its place in the farm. */
function followHost(engine: Engine, run: FarmRun, host: FarmHost): void {
  const up = serves(host.machine);
  switch (host.state) {
    case 'serving':
    case 'draining':
      if (!up) fallSilent(engine, run, host);
      return;
    case 'silent':
      if (!up) return;
      cancel(host.detection);
      host.state = 'serving';
      return;
    case 'joining':
    case 'drained':
      if (!up) host.state = 'out';
      return;
    case 'out':
      if (up) comeBack(engine, run, host);
  }
}

function announceFarm(engine: Engine, run: FarmRun): void {
  const { state } = engine.recorder;
  const { subject, farm, hosts } = run;
  const settings = farmSettings(engine, run);
  if (settings.every(({ property, value }) => state.get('nlb_cluster', farm.name, property) === value)) return;
  const from = state.get('nlb_cluster', farm.name, 'state');
  const [{ value: to } = { value: from }, { value: present } = { value: 0 }] = settings;
  const count = `${String(present)} of its ${hosts.length} hosts serve and ${farm.values.minimum} must`;
  const verb =
    to === 'serving' ? (from === to ? 'goes on' : 'serves') : `does not serve, it is ${sayState(String(to))}`;
  record(engine, {
    kind: 'workload',
    subject,
    ...(from === to ? {} : { from: String(from), to: String(to) }),
    cause: Math.max(...hosts.map(({ machine }) => machine.lastEvent ?? 0), run.lastEvent),
    text: `${farm.name} ${verb}: ${count}`,
    sets: settings,
  });
}

/** After each task: hosts that fell silent are missed, hosts that are back join, and what the farm comes to is told. */
export function followFarm(engine: Engine, run: FarmRun): void {
  for (const host of run.hosts) followHost(engine, run, host);
  announceFarm(engine, run);
}

function refuseDrain(engine: Engine, machine: MachineRun, cause: number, why: string): void {
  const { subject } = machine;
  const text = `${subject.name} ${why}, so it cannot be drained`;
  record(engine, { kind: 'workload', subject, cause, text, details: { refused: true } });
}

/** Drainstop: the host takes no new requests, and leaves once the others have converged without it (semantics 9.1, 9.3). */
export function drainHost(engine: Engine, machine: MachineRun, cause: number): void {
  const farms = engine.farms
    .all()
    .flatMap((run) => run.hosts.filter((host) => host.machine === machine).map((host) => ({ run, host })));
  if (farms.length === 0) refuseDrain(engine, machine, cause, 'is no host of a load-balancing farm');
  for (const { run, host } of farms) {
    const { name } = machine.subject;
    if (host.state !== 'serving') {
      refuseDrain(engine, machine, cause, `takes no requests of ${run.farm.name}`);
      continue;
    }
    engine.farms.touch(run.position);
    host.state = 'draining';
    const text = `${name} takes no new requests of ${run.farm.name} and finishes those it has; the farm converges`;
    converge(engine, run, tell(engine, run, host, cause, text));
  }
}
