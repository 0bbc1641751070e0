// Showing an address in the browser of the person at this machine, if there is one.
import { spawn } from 'node:child_process';
import { findOnPath } from './which.mjs';

/** @returns {readonly string[] | undefined} program and arguments; none where there is no screen */
function opener() {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const screen = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  return screen !== undefined && findOnPath('xdg-open') !== undefined ? ['xdg-open'] : undefined;
}

/**
 * The address is printed as well, so a browser that does not come up is no failure.
 * @param {string} address
 */
export function openAddress(address) {
  const command = opener();
  if (command === undefined) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.once('error', (error) => console.error(`The browser did not open (${error.message}); use the address above.`));
  child.unref();
}
