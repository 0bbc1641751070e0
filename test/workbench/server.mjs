// A VS Code server out of npm's code-server package: only the VS Code inside it is used, not its own front end.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainError } from '../../scripts/lib/plain-error.mjs';
import { scratchFolder } from './files.mjs';
import { serverNode } from './node.mjs';
import { quietSettings } from './settings.mjs';

const host = '127.0.0.1';
/** A cold disk and a busy machine need most of it; a healthy start takes under a second. */
const startLimitMs = 120_000;
/** How long a server may take to end by itself. */
const stopLimitMs = 5_000;

/** @returns {string} the server's main script */
function serverScript() {
  const packageFolder = path.dirname(createRequire(import.meta.url).resolve('code-server/package.json'));
  const vscode = path.join(packageFolder, 'lib/vscode');
  // Its install script is not run, so VS Code's own dependencies stand in ours. It looks them up below itself, and the
  // browser fetches some from there by address: one link serves both.
  const modules = path.join(vscode, 'node_modules');
  if (!existsSync(modules)) symlinkSync(path.dirname(packageFolder), modules, 'junction');
  return path.join(vscode, 'out/server-main.js');
}

/** @param {readonly string[]} args what comes before the answers to questions nobody is there to answer */
const serverArguments = (...args) => [serverScript(), ...args, '--accept-server-license-terms'];

/**
 * @param {number} wanted 0 for any
 * @returns {Promise<number>} a port nobody listens on: the server itself would only log that it is taken
 */
function freePort(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ message }) => reject(new PlainError(`Port ${wanted} cannot be used: ${message}.`)));
    probe.listen(wanted, host, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Resolves once the server listens, rejects when it ends before or says nothing for too long.
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} logFile
 */
function listening(child, logFile) {
  return new Promise((resolve, reject) => {
    const fail = (reason) => reject(new PlainError(`The VS Code server ${reason}; its log is ${logFile}.`));
    const timer = setTimeout(() => fail(`did not start within ${startLimitMs / 1000} s`), startLimitMs);
    let said = '';
    child.stdout?.on('data', (text) => {
      said += text;
      if (!said.includes('agent listening on')) return;
      clearTimeout(timer);
      resolve(undefined);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with exit code ${code} before it listened`);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      fail(`could not be started (${error.message})`);
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  const force = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
  await gone;
  clearTimeout(force);
}

/**
 * The address of a workbench window on a server.
 * @param {number} port
 * @param {{ folder: string, openFile?: string, extensionFolder?: string, testsEntry?: string }} window
 *   `folder` is opened, `openFile` shown in the editor; `extensionFolder` is an extension under development and
 *   `testsEntry` the script whose `run()` is called in the extension host. All absolute paths.
 */
export function windowAddress(port, { folder, openFile, extensionFolder, testsEntry }) {
  const remote = (file) => `vscode-remote://${host}:${port}${pathToFileURL(file).pathname}`;
  const payload = [['skipWelcome', 'true']];
  if (openFile) payload.push(['openFile', remote(openFile)]);
  if (extensionFolder) payload.push(['extensionDevelopmentPath', remote(extensionFolder)]);
  if (testsEntry) payload.push(['extensionTestsPath', remote(testsEntry)]);
  const query = new URLSearchParams({
    folder: decodeURI(pathToFileURL(folder).pathname),
    payload: JSON.stringify(payload),
  });
  return `http://${host}:${port}/?${query}`;
}

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {(window: Parameters<typeof windowAddress>[1]) => string} address
 * @property {(settings: object) => void} configure replaces the settings; open windows follow
 * @property {() => Promise<void>} stop ends the server and removes what it kept
 * @property {Promise<void>} ended resolves when the server has ended, by itself or by `stop`
 */

/**
 * Starts a VS Code server on this machine's loopback address, with settings and state of its own.
 * @param {object} options
 * @param {string} options.logFile where its output goes
 * @param {string} [options.extensionsFolder] installed extensions; without it there are only the built-in ones
 * @param {object} [options.settings] added to `quietSettings`
 * @param {number} [options.port] any free one by default
 * @param {boolean} [options.development] lets a window name an extension folder and a test script; mutes notifications
 * @param {NodeJS.ProcessEnv} [options.env] reaches the extension host
 * @returns {Promise<Server>}
 */
export async function startServer({ logFile, extensionsFolder, settings = {}, port, development = false, env = {} }) {
  const node = serverNode();
  const chosenPort = await freePort(port ?? 0);
  const data = scratchFolder('server');
  mkdirSync(path.join(data.folder, 'data/User'), { recursive: true });
  const configure = (more) =>
    writeFileSync(path.join(data.folder, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...more }));
  configure(settings);
  const args = serverArguments('--host', host, '--port', String(chosenPort), '--without-connection-token');
  args.push('--telemetry-level', 'off', '--disable-workspace-trust', '--server-data-dir', data.folder);
  args.push('--extensions-dir', extensionsFolder ?? path.join(data.folder, 'extensions'));
  // A built VS Code ignores the window's extension folder and test script without its driver for smoke tests.
  if (development) args.push('--enable-smoke-test-driver');
  const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const whenEnded = new Promise((resolve) => child.once('close', () => resolve(log.end())));
  const address = (window) => windowAddress(chosenPort, window);
  const stop = async () => {
    await ended(child);
    data.remove();
  };
  try {
    await listening(child, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port: chosenPort, address, configure, stop, ended: whenEnded };
}

/**
 * Installs a VSIX for servers that are given the same `extensionsFolder`.
 * @param {string} vsix
 * @param {string} extensionsFolder
 * @returns {Promise<void>}
 */
export async function installExtension(vsix, extensionsFolder) {
  const data = scratchFolder('install');
  const args = ['--install-extension', vsix, '--extensions-dir', extensionsFolder, '--server-data-dir', data.folder];
  const child = spawn(serverNode(), serverArguments(...args), { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  data.remove();
  if (code !== 0) throw new PlainError(`VS Code did not install ${vsix} (exit code ${code}):\n${said}`);
}
