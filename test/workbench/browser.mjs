// A Chromium to show the workbench in: one that is installed, else the one npm brings along.
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { PlainError } from '../../scripts/lib/plain-error.mjs';

/** Programs that behave like the Chromium the driver is made for. */
const programs = ['chromium', 'google-chrome', 'google-chrome-stable'];

/** Browsers that playwright-core finds by itself where PATH is not the custom. */
const channels = { darwin: 'chrome', win32: 'msedge' };

/** No sandbox: in a container there are no user namespaces for it, and only pages of this machine are opened. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-sync',
  '--no-first-run',
];

/** @returns {string | undefined} */
function installedChromium() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin'];
  return folders
    .flatMap((folder) => programs.map((program) => path.join(folder, program)))
    .find((file) => existsSync(file));
}

/**
 * Unpacks the Chromium of npm's @sparticuz/chromium. It is made for AWS Lambda: only when it thinks it runs there does
 * it unpack the libraries a bare system lacks, and it then changes this process's environment, which is put back.
 * @returns {Promise<import('playwright-core').LaunchOptions>}
 */
async function packagedChromium() {
  const before = { ...process.env };
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    const env = {
      ...before,
      LD_LIBRARY_PATH: path.join(os.tmpdir(), 'al2023/lib'),
      FONTCONFIG_PATH: path.join(os.tmpdir(), 'fonts'),
    };
    return { executablePath, env };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/**
 * Which browser: `CHROMIUM` in the environment names a program, or `npm` for the packaged one.
 * @returns {Promise<import('playwright-core').LaunchOptions>}
 */
async function choice() {
  const wanted = process.env.CHROMIUM ?? '';
  if (wanted !== '' && wanted !== 'npm') return { executablePath: wanted };
  const found = wanted === 'npm' ? undefined : installedChromium();
  if (found) return { executablePath: found };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  const channel = channels[process.platform];
  if (channel) return { channel };
  throw new PlainError('No Chromium found: install one, or name its program in the environment variable CHROMIUM.');
}

/** @returns {Promise<import('playwright-core').Browser>} without a window */
export const launchBrowser = async () => chromium.launch({ ...(await choice()), headless: true, args });
