import { createDocument } from '../src/language/document';
import { parseAction } from '../src/language/parser/parse';
import { readDesign } from '../src/model/design';
import { durationOf, inputOfScenario, simulate } from '../src/simulation';
import type { Run, RunInput, TimedAction } from '../src/simulation';
import { generateDesign } from './generate';
import { figureOf, processorTime, time } from './measure';
import type { Figure } from './measure';

/** How often each run is measured, and losses of a node in the long run. */
const sizes = { runs: 5, losses: 100 } as const;

function actionOf(line: string): TimedAction {
  const { statement } = parseAction(line);
  const { time: at, action: phrase } = statement;
  const time_ms = at && durationOf(at);
  if (time_ms === undefined || !phrase) throw new Error(`No action: ${line}`);
  return { time_ms, phrase, text: line, place: undefined };
}

function inputOf(lines: readonly string[]): RunInput {
  return { scenario: 'bench', seed: 1, actions: lines.map(actionOf), expectations: [], until_ms: undefined };
}

/** One node after the other is lost for half an hour. */
function longRun(names: readonly string[]): readonly string[] {
  return Array.from({ length: sizes.losses }, (_, round) => {
    const name = names[round % names.length] ?? '';
    return [`${round}h fail node ${name}`, `${round * 60 + 30}m repair node ${name}`];
  }).flat();
}

/** Bytes on the heap for each event of a run that is kept; none where the process was not told to expose the collector. */
function bytesPerEvent(run: () => Run): readonly Figure[] {
  const { gc } = globalThis;
  if (!gc) return [];
  gc();
  const before = process.memoryUsage().heapUsed;
  const { events } = run();
  gc();
  return [figureOf('bytes per event of a long run', 'B', [(process.memoryUsage().heapUsed - before) / events.length])];
}

/** Runs of the simulation: milliseconds of processor time, events a second, bytes. */
export async function measureFaults(nodes: number, machines: number): Promise<readonly Figure[]> {
  const { cluster } = readDesign([createDocument('bench.hacluster', generateDesign(nodes, machines))]);
  const scenario = cluster.scenarios.all[0];
  if (!scenario) return [];
  const loss = inputOfScenario(scenario);
  const names = cluster.nodes.all.map(({ name }) => name);
  const third = Math.floor(names.length / 3);
  const parted = inputOf([
    `0s partition [${names.slice(0, third).join(', ')}] from [${names.slice(third).join(', ')}]`,
  ]);
  const long = inputOf(longRun(names));
  const run = (input: RunInput) => (): Run => simulate(cluster, input);
  const first = await time('simulate the first loss after reading', 1, run(loss));
  const rates = Array.from({ length: sizes.runs }, () => {
    const { ms, result } = processorTime(run(long));
    return (result.events.length / ms) * 1000;
  });
  return [
    first,
    await time('simulate nothing', sizes.runs, run(inputOf([])), 1),
    await time('simulate the loss of one node', sizes.runs, run(loss), 1),
    figureOf(
      'the same, processor time',
      'ms',
      Array.from({ length: sizes.runs }, () => processorTime(run(loss)).ms),
    ),
    await time('simulate a partition', sizes.runs, run(parted), 1),
    figureOf('events of a long run in a second of processor time', '1/s', rates),
    ...bytesPerEvent(run(long)),
  ];
}
