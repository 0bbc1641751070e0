import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { checkDesign } from '../src/checks/check';
import { createChecker } from '../src/checks/incremental/checker';
import { createDocument } from '../src/language/document';
import { createDesignReader } from '../src/model/design';
import { inputOfScenario, simulate } from '../src/simulation';
import { generateDesign } from './generate';
import { tableOf, time } from './measure';
import type { Figure } from './measure';

/** Where keystrokes are measured: behind what these find. */
const edits = [
  { name: 'inside a virtual machine', before: /memory +=/g },
  { name: 'in a node', before: /^node .*memory =/gm },
  { name: 'in a comment', before: /^# [a-z ]+/gm },
] as const;

/** Virtual machines of the small design that the growth of a keystroke counts from. */
const smallMachines = 100;

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
  const checker = createChecker();
  checker.check(reader.read([current]));
  figures.push(
    await time('keystroke: parse, bind and check', keystrokes, (run) => {
      type(run);
      checker.check(reader.read([current]));
    }),
  );
  figures.push(...(await measureEdits('', nodes, machines)));
  figures.push(...(await measureEdits(`, ${smallMachines} machines`, nodes, smallMachines)));
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

/** From one typed character to all findings, for each kind of edit; spread over the design. */
async function measureEdits(size: string, nodes: number, machines: number): Promise<readonly Figure[]> {
  const text = generateDesign(nodes, machines);
  const reader = createDesignReader();
  const checker = createChecker();
  const document = createDocument('bench.hacluster', text);
  const figures: Figure[] = [];
  for (const { name, before } of edits) {
    const places = [...text.matchAll(before)].map((match) => match.index + match[0].length);
    const type = (run: number): void => {
      const offset = places[Math.floor((places.length * (run + 0.5)) / keystrokes)] ?? 0;
      const at = document.positionAt(offset);
      checker.check(reader.read([document.change({ start: at, end: at }, ' ')]));
    };
    type(0);
    figures.push(await time(`keystroke ${name}${size}`, keystrokes, type));
  }
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
