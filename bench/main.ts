import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCore } from './core';
import { damage } from './damage';
import { measureFaults } from './faults';
import { generateWith } from './generate';
import { tableOf } from './measure';
import type { Figure } from './measure';
import { measureRivals } from './rivals/measure';
import type { Places } from './rivals/measure';
import { measureServing } from './serving';

/** The parts of the benchmark, by the name that `--only` knows them by. */
const parts: Readonly<Record<string, (nodes: number, machines: number, places: Places) => Promise<readonly Figure[]>>> =
  {
    core: measureCore,
    server: measureServing,
    simulation: measureFaults,
    rivals: measureRivals,
  };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      nodes: { type: 'string', default: '64' },
      vms: { type: 'string', default: '8000' },
      fuzz: { type: 'string', default: '100000' },
      only: { type: 'string', default: [...Object.keys(parts), 'fuzz'].join(',') },
      examples: { type: 'string', default: 'examples' },
      target: { type: 'string', default: 'bench.json' },
      generator: { type: 'string' },
      others: { type: 'string', default: 'bench/rivals/others' },
    },
  });
  if (values.generator !== undefined) generateWith(values.generator);
  const [nodes, machines] = [Number(values.nodes), Number(values.vms)];
  const wanted = new Set(values.only.split(','));
  process.stdout.write(`${nodes} nodes, ${machines} virtual machines\n`);
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (!wanted.has(name)) continue;
    const own = await measure(nodes, machines, { others: values.others, bundles: __dirname });
    figures.push(...own);
    process.stdout.write(`\n${name}\n${tableOf(own)}\n`);
  }
  const fuzz = wanted.has('fuzz') ? damage(values.examples, Number(values.fuzz)) : undefined;
  if (fuzz) {
    process.stdout.write(`\n${fuzz.inputs} damaged texts, ${fuzz.faults.length} faults\n`);
    for (const fault of fuzz.faults.slice(0, 10)) process.stdout.write(`  ${fault}\n`);
    if (fuzz.faults.length > 0) process.exitCode = 1;
  }
  const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? '' };
  writeFileSync(values.target, `${JSON.stringify({ nodes, machines, machine, figures, fuzz }, null, 2)}\n`);
}

void main();
