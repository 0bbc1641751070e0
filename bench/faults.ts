import { createDocument } from '../src/language/document';
import { readDesign } from '../src/model/design';
import { inputOfScenario, simulate } from '../src/simulation';
import { generateDesign } from './generate';
import { time } from './measure';
import type { Figure } from './measure';

/** Runs of the simulation. */
export async function measureFaults(nodes: number, machines: number): Promise<readonly Figure[]> {
  const { cluster } = readDesign([createDocument('bench.hacluster', generateDesign(nodes, machines))]);
  const scenario = cluster.scenarios.all[0];
  if (!scenario) return [];
  const input = inputOfScenario(scenario);
  return [await time('simulate the loss of one node', 5, () => simulate(cluster, input), 1)];
}
