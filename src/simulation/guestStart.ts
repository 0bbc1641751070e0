import type { Cluster } from '../model/cluster';
import type { GuestCluster, VirtualMachine } from '../model/elements';
import { sharedFrom } from './build';
import type { Shared } from './build';
import { subjectOf } from './engine';
import { createFollowers } from './followers';
import type { Engine } from './engine';
import { guestModel } from './guestModel';
import type { GuestRun } from './guestRun';
import { recordGuest, writeGuest } from './guestScope';
import { guestWord } from './guestService';
import { concernedByName } from './insideStructure';
import type { Concerned } from './insideStructure';
import { farmRun, farmSettings } from './nlbFarm';
import type { TaskQueue } from './queue';
import { startCluster, workOutStart } from './start';
import type { Start } from './start';
import { emptyState } from './state';
import type { ClusterState, MutableClusterState } from './state';

interface GuestStart {
  readonly guest: GuestCluster;
  readonly model: Cluster;
  readonly start: Start;
}

/** How the whole run begins: the host cluster, the guest clusters in its virtual machines, and the state of it all. */
interface WholeStart {
  readonly initial: MutableClusterState;
  readonly host: Start;
  readonly guests: readonly GuestStart[];
  readonly concerned: ReadonlyMap<string, Concerned>;
}

function workOutGuest(host: Cluster, guest: GuestCluster, initial: MutableClusterState): GuestStart {
  const isUp = ({ name }: VirtualMachine): boolean => initial.get('virtual_machine', name, 'state') === 'serving';
  const model = guestModel(host, guest, isUp);
  const start = workOutStart(model, writeGuest(guest.name, initial));
  initial.set(subjectOf('guest_cluster', guest.name), 'state', guestWord(guest, initial));
  return { guest, model, start };
}

/** The queue of the whole run for a guest cluster, which is asked what follows after each of its tasks. */
function touching(queue: TaskQueue, touch: () => void): TaskQueue {
  return {
    ...queue,
    add: (time_ms, rank, run, repetition) => {
      const runAndTouch = (): void => {
        touch();
        run();
      };
      return queue.add(time_ms, rank, runAndTouch, repetition);
    },
  };
}

function startGuest(host: Engine, { guest, model, start }: GuestStart, position: number, shared: Shared): GuestRun {
  const queue = touching(shared.queue, () => {
    host.guests.touch(position);
  });
  const engine = startCluster(model, start, { ...shared, queue, recorder: recordGuest(guest.name, shared.recorder) });
  const members = [...engine.nodes.values()].flatMap((node) => {
    const machine = host.machines.get(node.node.key);
    return machine ? [{ node, machine, held: undefined }] : [];
  });
  return { guest, subject: subjectOf('guest_cluster', guest.name), engine, members };
}

/** A run of the design at its start. */
interface StartedRun {
  readonly engine: Engine;
  readonly initial: ClusterState;
  readonly setTime: (time_ms: number) => void;
}

/** The whole run at 0 ms; what it writes to `shared` beyond its engine is told there. */
function stand({ initial, host, guests, concerned }: WholeStart, cluster: Cluster): StartedRun {
  const serves = ({ name }: VirtualMachine): boolean => initial.get('virtual_machine', name, 'state') === 'serving';
  // What is told while the host cluster stands up concerns nobody yet.
  let engine: Engine | undefined = undefined;
  const shared = sharedFrom(initial, ({ name }) => {
    const found = concerned.get(name);
    if (!found || !engine) return;
    for (const position of found.guests) engine.guests.touch(position);
    for (const position of found.farms) engine.farms.touch(position);
  });
  const run = startCluster(cluster, host, shared, serves);
  engine = run;
  run.guests = createFollowers(guests, (guest, position) => startGuest(run, guest, position, shared));
  run.farms = createFollowers(cluster.nlbClusters.all, (farm, position) => farmRun(run, farm, position, serves));
  // What a guest cluster has to tell of its start is told at the start.
  for (const [position, { start }] of guests.entries()) if (start.troubles.length > 0) run.guests.touch(position);
  run.guests.takeTouched();
  const setTime = (time_ms: number): void => {
    shared.clock.now_ms = time_ms;
  };
  return { engine: run, initial, setTime };
}

function workOut(cluster: Cluster): WholeStart {
  const initial = emptyState();
  const host = workOutStart(cluster, initial);
  const guests = cluster.guestClusters.all.map((guest) => workOutGuest(cluster, guest, initial));
  const start = { initial, host, guests, concerned: concernedByName(cluster) };
  const { engine } = stand(start, cluster);
  for (const farm of engine.farms.all()) {
    for (const { subject, property, value } of farmSettings(engine, farm)) initial.set(subject, property, value);
  }
  return start;
}

const known = new WeakMap<Cluster, WholeStart>();

/** A run of the design at 0 ms: the host cluster, and the guest clusters and load-balancing farms in its virtual machines. */
export function startRun(cluster: Cluster): StartedRun {
  const start = known.get(cluster) ?? workOut(cluster);
  known.set(cluster, start);
  return stand(start, cluster);
}
