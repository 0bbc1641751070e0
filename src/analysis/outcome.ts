import type { Cluster } from '../model/cluster';
import { createTimeline, simulate } from '../simulation';
import type { ClusterState, Run, TimedAction } from '../simulation';
import { countedMachines } from './counted';
import type { Counted } from './counted';
import { disksOfGroup } from './disks';
import type { Fault } from './fault';
import { struckBy } from './struck';
import { lastWordsOf, whyOffline } from './why-lost';
import type { LastWords, Why } from './why-lost';

/** A virtual machine that should run and does not at the end. */
export interface Loss {
  readonly counted: Counted;
  readonly why: Why;
}

/** How a run ends: what is lost, whether the cluster runs, and when nothing more happened, ms. */
export interface Outcome {
  readonly lost: readonly Loss[];
  readonly running: boolean;
  readonly end_ms: number;
}

/** What is the same for all runs over one cluster. */
export interface Bench {
  readonly cluster: Cluster;
  readonly counted: readonly Counted[];
  /** Group by the name of each of its resources. */
  readonly groupOf: ReadonlyMap<string, string>;
}

/** Prepares runs over a cluster whose ends are compared with what should run. */
export function benchOf(cluster: Cluster): Bench {
  const pairs = cluster.groups.all.flatMap(({ name, resources }) => resources.map((one) => [one.name, name] as const));
  return { cluster, counted: countedMachines(cluster), groupOf: new Map(pairs) };
}

/** Runs actions to their end. */
export function runOf({ cluster }: Bench, actions: readonly TimedAction[]): Run {
  return simulate(cluster, { scenario: '', seed: 1, actions, expectations: [], until_ms: undefined });
}

/** The state at the end of a run. */
export function endOf(run: Run): ClusterState {
  const timeline = createTimeline(run);
  timeline.goTo(run.events.length);
  return timeline.state;
}

/** Whether the virtual machine is online and does not stand still: one that waits for its storage does (semantics 4.4, S35). */
export function runs(state: ClusterState, name: string): boolean {
  return state.get('resource', name, 'state') === 'online' && state.get('virtual_machine', name, 'state') !== 'stopped';
}

function whyLost(
  { cluster }: Bench,
  state: ClusterState,
  { group, machine }: Counted,
  faults: readonly Fault[],
  words: LastWords | undefined,
): Why {
  if (state.get('cluster', cluster.name, 'state') !== 'running') return 'quorum';
  const { disks } = struckBy(cluster, faults);
  const needsStruck = disks.size > 0 && [...disksOfGroup(cluster, group)].some((key) => disks.has(key));
  if (needsStruck || state.get('resource', machine.name, 'state') === 'online') return 'disk';
  return whyOffline(state, group, words);
}

/** Judges the end of a run in which `faults` struck: lost is what should run and is not online (cli.md, Settled readings). */
export function judge(bench: Bench, run: Run, faults: readonly Fault[]): Outcome {
  const state = endOf(run);
  const stopped = bench.counted.filter(({ machine }) => !runs(state, machine.name));
  const words = stopped.length > 0 ? lastWordsOf(run, bench.groupOf) : new Map<string, LastWords>();
  const lost = stopped.map((counted) => ({
    counted,
    why: whyLost(bench, state, counted, faults, words.get(counted.group.name)),
  }));
  const running = state.get('cluster', bench.cluster.name, 'state') === 'running';
  return { lost, running, end_ms: run.end_ms };
}
