// node parse.mjs PARSER FILE: reads a file with one parser in a fresh process, cold and then warm, and prints the
// processor times in ms, or what is wrong.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const limits = { warmRuns: 20, warmMs: 4_000 };

/** @param {string} parser its module @param {string} file */
async function measure(parser, file) {
  const { machinesIn, parse } = await import(pathToFileURL(parser).href);
  const text = readFileSync(file, 'utf8');
  const timed = () => {
    const before = process.cpuUsage();
    const result = parse(text);
    const { user, system } = process.cpuUsage(before);
    return { ms: (user + system) / 1_000, result };
  };

  const { ms: cold, result } = timed();
  const machines = machinesIn(result);
  const warm = [];
  const start = performance.now();
  while (warm.length === 0 || (warm.length < limits.warmRuns && performance.now() - start < limits.warmMs)) {
    warm.push(timed().ms);
  }
  return { cold, warm, machines };
}

const [parser, file] = process.argv.slice(2);
const answer = await measure(parser, file).catch((error) => ({ problem: error.message }));
process.stdout.write(JSON.stringify(answer));
