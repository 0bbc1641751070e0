// node parse.mjs PARSER FILE: reads a file with one parser in a fresh process, cold and then warm, and prints the times in ms.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const limits = { warmRuns: 5, warmMs: 5_000 };

const [parser, file] = process.argv.slice(2);
const { machinesIn, parse } = await import(pathToFileURL(parser).href);
const text = readFileSync(file, 'utf8');

function timed() {
  const start = performance.now();
  const result = parse(text);
  return { ms: performance.now() - start, result };
}

const { ms: cold, result } = timed();
const machines = machinesIn(result);
const warm = [];
const start = performance.now();
while (warm.length === 0 || (warm.length < limits.warmRuns && performance.now() - start < limits.warmMs)) {
  warm.push(timed().ms);
}
process.stdout.write(JSON.stringify({ cold, warm, machines }));
