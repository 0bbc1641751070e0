// npm test: installs what is missing, checks the types, builds, and runs every suite. The last line is the sum of all.
//   --only unit,host,browser  some of the suites
//   --desktop                 the host suite in a desktop VS Code that is downloaded (VSCODE_EXECUTABLE names one at hand)
import { parseArgs } from 'node:util';
import { countsLine, judge, sum } from './lib/counts.mjs';
import { PlainError } from './lib/plain-error.mjs';
import { installProject } from './lib/prepare.mjs';
import { inProject } from './lib/project.mjs';
import { runAndRead, runMain, runScript } from './lib/run.mjs';

const suites = {
  unit: { script: 'scripts/test-unit.mjs', needsBuild: false },
  host: { script: 'scripts/test-host.mjs', needsBuild: true },
  browser: { script: 'test/browser/run.mjs', needsBuild: true },
};

function options() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, desktop: { type: 'boolean' } } });
  const chosen = values.only?.split(',') ?? Object.keys(suites);
  const unknown = chosen.filter((name) => !Object.hasOwn(suites, name));
  if (unknown.length > 0) {
    throw new PlainError(`There is no suite "${unknown[0]}"; --only takes ${Object.keys(suites).join(', ')}.`);
  }
  return { chosen, hostArguments: values.desktop ? ['--desktop'] : [] };
}

/** @param {string} title */
const heading = (title) => console.log(`\n── ${title} ──`);

/**
 * A step is not a test: it only counts when it fails.
 * @param {string} title
 * @param {string} script
 */
function step(title, script) {
  heading(title);
  const failed = runScript(script) === 0 ? 0 : 1;
  return { title, passed: 0, failed, problem: failed ? 'failed' : undefined };
}

/**
 * @param {string} title
 * @param {readonly string[]} args
 */
async function suite(title, args) {
  heading(title);
  return { title, ...judge(await runAndRead(args)) };
}

async function runAll() {
  const { chosen, hostArguments } = options();
  installProject();
  const results = [step('types', 'scripts/types.mjs'), step('build', 'scripts/build.mjs')];
  const built = results[1].failed === 0;
  for (const name of chosen) {
    const { script, needsBuild } = suites[name];
    const args = [inProject(script), ...(name === 'host' ? hostArguments : [])];
    const canRun = built || !needsBuild;
    results.push(
      canRun ? await suite(name, args) : { title: name, passed: 0, failed: 1, problem: 'not run: no build' },
    );
  }
  return results;
}

let total = { passed: 0, failed: 1 };
await runMain(async () => {
  const results = await runAll();
  heading('all');
  for (const { title, problem, ...counts } of results) {
    if (problem ?? counts.passed) console.log(`${title}: ${countsLine(counts)}${problem ? ` (${problem})` : ''}`);
  }
  total = sum(results);
});
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(countsLine(total));
