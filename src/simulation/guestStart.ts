import type { Cluster } from '../model/cluster';
import type { GuestCluster, VirtualMachine } from '../model/elements';
import { sharedFrom } from './build';
import type { Shared } from './build';
import { subjectOf } from './engine';
import type { Engine } from './engine';
import { guestModel } from './guestModel';
import type { GuestRun } from './guestRun';
import { recordGuest, writeGuest } from './guestScope';
import { guestWord } from './guestService';
import { farmSettings, farmsOf } from './nlbFarm';
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
}

function workOutGuest(host: Cluster, guest: GuestCluster, initial: MutableClusterState): GuestStart {
  const isUp = ({ name }: VirtualMachine): boolean => initial.get('virtual_machine', name, 'state') === 'serving';
  const model = guestModel(host, guest, isUp);
  const start = workOutStart(model, writeGuest(guest.name, initial));
  initial.set(subjectOf('guest_cluster', guest.name), 'state', guestWord(guest, initial));
  return { guest, model, start };
}

function startGuest(host: Engine, { guest, model, start }: GuestStart, shared: Shared): GuestRun {
  const engine = startCluster(model, start, { ...shared, recorder: recordGuest(guest.name, shared.recorder) });
  const members = [...engine.nodes.values()].flatMap((node) => {
    const machine = host.machines.get(node.node.key);
    return machine ? [{ node, machine, held: undefined }] : [];
  });
  return { guest, subject: subjectOf('guest_cluster', guest.name), engine, members };
}

/** The whole run at 0 ms; what it writes to `shared` beyond its engine is told there. */
function stand({ initial, host, guests }: WholeStart, cluster: Cluster): Engine {
  const shared = sharedFrom(initial);
  const engine = startCluster(cluster, host, shared);
  for (const machine of engine.machines.values()) {
    const serves = initial.get('virtual_machine', machine.subject.name, 'state') === 'serving';
    machine.condition = serves ? 'serving' : 'off';
  }
  for (const guest of guests) engine.guests.push(startGuest(engine, guest, shared));
  engine.farms.push(...farmsOf(engine));
  return engine;
}

function workOut(cluster: Cluster): WholeStart {
  const initial = emptyState();
  const host = workOutStart(cluster, initial);
  const guests = cluster.guestClusters.all.map((guest) => workOutGuest(cluster, guest, initial));
  const start = { initial, host, guests };
  const engine = stand(start, cluster);
  for (const farm of engine.farms) {
    for (const { subject, property, value } of farmSettings(engine, farm)) initial.set(subject, property, value);
  }
  return start;
}

const known = new WeakMap<Cluster, WholeStart>();

/** A run of the design at 0 ms: the host cluster, and the guest clusters and load-balancing farms in its virtual machines. */
export function startRun(cluster: Cluster): { readonly engine: Engine; readonly initial: ClusterState } {
  const start = known.get(cluster) ?? workOut(cluster);
  known.set(cluster, start);
  return { engine: stand(start, cluster), initial: start.initial };
}
