import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { checkDesign } from '../src/checks/check';
import { createDocument } from '../src/language/document';
import { createDesignReader } from '../src/model/design';
import { inputOfScenario, simulate } from '../src/simulation';
import { generateDesign } from './generate';
import { tableOf, time } from './measure';
import type { Figure } from './measure';

/** Keystrokes measured, at places spread over the whole file. */
const keystrokes = 50;

async function measure(nodes: number, machines: number): Promise<readonly Figure[]> {
  const text = generateDesign(nodes, machines);
  const document = createDocument('bench.hacluster', text);
  const reader = createDesignReader();
  const design = reader.read([document]);
  const figures: Figure[] = [];
  figures.push(await time('read a text (parse)', 5, () => createDocument('bench.hacluster', text), 1));
  figures.push(await time('bind and put together', 5, () => createDesignReader().read([document]), 1));
  figures.push(await time('all rules, from scratch', 5, () => checkDesign(createDesignReader().read([document])), 1));

  let current = document;
  const type = (run: number): void => {
    const at = current.positionAt(Math.floor((current.length * (run + 0.5)) / keystrokes));
    current = current.change({ start: at, end: at }, run % 2 === 0 ? '1' : ' ');
  };
  figures.push(await time('keystroke: parse', keystrokes, type));
  figures.push(
    await time('keystroke: parse and bind', keystrokes, (run) => {
      type(run);
      reader.read([current]);
    }),
  );
  figures.push(
    await time('keystroke: parse, bind and check', keystrokes, (run) => {
      type(run);
      checkDesign(reader.read([current]));
    }),
  );
  const scenario = design.cluster.scenarios.all[0];
  if (scenario) {
    const input = inputOfScenario(scenario);
    figures.push(await time('simulate the loss of one node', 3, () => simulate(design.cluster, input)));
  }
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed / 1024 ** 2;
  figures.push({ name: 'heap with the design open', unit: 'MB', median: heap, p95: heap, runs: 1 });
  return figures;
}

async function main(): Promise<void> {
  const [nodes = '64', machines = '8000', target = ''] = process.argv.slice(2);
  const figures = await measure(Number(nodes), Number(machines));
  process.stdout.write(`${nodes} nodes, ${machines} virtual machines\n${tableOf(figures)}\n`);
  const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? '' };
  writeFileSync(
    target,
    `${JSON.stringify({ nodes: Number(nodes), machines: Number(machines), machine, figures }, null, 2)}\n`,
  );
}

void main();
