// Finding a program the way a shell does.
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * @param {string} program
 * @returns {string | undefined} its file, looked for in the folders of PATH
 */
export function findOnPath(program) {
  const names = process.platform === 'win32' ? [`${program}.cmd`, `${program}.exe`] : [program];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => existsSync(file));
}
