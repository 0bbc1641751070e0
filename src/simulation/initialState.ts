import { isActive, subjectOf } from './engine';
import type { Engine, GroupRun } from './engine';
import { looseDiskState } from './looseDisks';
import { tallySettings, votesSettings } from './quorum';
import type { Tally } from './quorum';
import type { Setting } from './recorder';
import type { MutableClusterState } from './state';
import type { StateProperty, StateValue, Subject } from './trace';
import { quorumSetup } from './votes';
import type { Votes } from './votes';

interface Count {
  readonly counted: Votes;
  readonly tally: Tally;
  readonly witnessWell: boolean;
}

type Setter = (subject: Subject, property: StateProperty, value: StateValue) => void;

function setFabric(engine: Engine, set: Setter): void {
  const { cluster } = engine;
  set(subjectOf('cluster', cluster.name), 'state', engine.running ? 'running' : 'stopped');
  for (const { node, subject, member } of engine.nodes.values()) {
    set(subject, 'state', engine.running ? node.values.state : 'down');
    set(subject, 'present', engine.running && member);
  }
  for (const { name } of cluster.networks.all) set(subjectOf('network', name), 'state', 'up');
  for (const { name } of cluster.storages.all) set(subjectOf('storage', name), 'state', 'online');
}

function setGroup(engine: Engine, group: GroupRun, set: Setter): void {
  const owner = group.owner?.subject.name ?? null;
  set(group.subject, 'state', group.state);
  set(group.subject, 'owner', owner);
  for (const resource of group.resources) {
    set(resource.subject, 'state', resource.state);
    set(resource.subject, 'on', isActive(resource) ? owner : null);
    const disk = engine.cluster.disks.get(resource.part.disk);
    if (!disk) continue;
    set(subjectOf('disk', disk.name), 'state', resource.state);
    set(subjectOf('disk', disk.name), 'owner', owner);
  }
}

function setMachines(engine: Engine, set: Setter): void {
  const serving = new Set<string>();
  for (const { run, active } of engine.localMachines) if (active) serving.add(run.machine.key);
  for (const { part, state } of engine.resources.values()) {
    if (part.machine && state === 'online') serving.add(part.machine.key);
  }
  for (const { machine, subject, workloads } of engine.machines.values()) {
    const state = serving.has(machine.key) ? 'serving' : 'stopped';
    set(subject, 'state', state);
    for (const workload of workloads) set(workload.subject, 'state', state);
  }
}

function setVotes(engine: Engine, { counted, tally, witnessWell }: Count, set: Setter): void {
  const settings: readonly Setting[] = [...votesSettings(engine, counted), ...tallySettings(engine, tally)];
  for (const { subject, property, value } of settings) set(subject, property, value);
  const { witness } = quorumSetup(engine.cluster);
  if (witness !== undefined) set(subjectOf('witness', witness), 'state', witnessWell ? 'online' : 'failed');
}

/** Writes the state before the first event, from where everything stands (language.md, Scenario statements). */
export function writeInitialState(engine: Engine, count: Count, state: MutableClusterState): void {
  const set: Setter = (subject, property, value) => {
    state.set(subject, property, value);
  };
  setFabric(engine, set);
  for (const group of engine.groups.values()) setGroup(engine, group, set);
  for (const { key, subject, owner } of engine.looseDisks) {
    set(subject, 'state', looseDiskState(engine, key));
    set(subject, 'owner', owner?.subject.name ?? null);
  }
  setMachines(engine, set);
  setVotes(engine, count, set);
}
