// What the shipped files weigh, as they are and as they travel.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** @param {number} bytes */
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/**
 * @param {string} folder
 * @returns {string} a table: every script and style sheet below the folder, raw and gzipped, in kB of 1000 bytes
 */
export function sizeTable(folder) {
  const rows = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|css)$/.test(name))
    .sort()
    .map((name) => {
      const content = readFileSync(path.join(folder, name));
      return [name.replaceAll('\\', '/'), kilobytes(content.length), kilobytes(gzipSync(content).length)];
    });
  const table = [['file', 'kB', 'gzip kB'], ...rows];
  const [first, ...rest] = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column].length)));
  return table
    .map(([name, ...figures]) =>
      [name.padEnd(first), ...figures.map((figure, i) => figure.padStart(rest[i]))].join('  '),
    )
    .join('\n');
}
