// Running other programs: their output is shown as it comes, their failure is an error with the command in it.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PlainError } from './plain-error.mjs';
import { inProject, root } from './project.mjs';

const windows = process.platform === 'win32';

/**
 * Runs a program to its end with its output on the screen.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {number} its exit code; 1 when it was ended by a signal
 * @throws {PlainError} when it could not be started
 */
export function runToEnd(program, args, { cwd = root, env = process.env, shell = false } = {}) {
  const { status, error } = spawnSync(program, args, { cwd, env, shell, stdio: 'inherit' });
  if (error) throw new PlainError(`"${program}" could not be started: ${error.message}.`);
  return status ?? 1;
}

/**
 * Runs a program whose output only matters when it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {{ code: number, output: string }}
 * @throws {PlainError} when it could not be started
 */
export function runQuietly(program, args) {
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  if (error) throw new PlainError(`"${program}" could not be started: ${error.message}.`);
  return { code: status ?? 1, output: `${stdout}${stderr}` };
}

/**
 * @param {string} script path inside the project
 * @param {readonly string[]} [args]
 * @returns {number} the exit code
 */
export const runScript = (script, args = []) => runToEnd(process.execPath, [inProject(script), ...args]);

/**
 * The program a package of the project's own node_modules brings along, as a file that Node runs.
 * @param {string} packageName
 * @param {string} program path of the program inside the package
 */
export function packageProgram(packageName, program) {
  const require = createRequire(inProject('package.json'));
  return path.join(path.dirname(require.resolve(`${packageName}/package.json`)), program);
}

/**
 * Runs npm: the one that runs this script, else the one on PATH.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {number} the exit code
 */
export function runNpm(args, cwd) {
  const own = process.env['npm_execpath'] ?? '';
  return /npm-cli\.c?js$/.test(own)
    ? runToEnd(process.execPath, [own, ...args], { cwd })
    : runToEnd('npm', args, { cwd, shell: windows });
}

/**
 * Runs a Node script, shows its output and gives it back as text.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runAndRead(args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * The outermost frame of a script: what goes wrong ends in one message and exit code 1.
 * @param {() => Promise<void> | void} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exitCode = 1;
  }
}
