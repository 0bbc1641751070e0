// The text of a design, for tests that need to know where something stands in it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A design in the folder of a window.
 * @param {string} folder
 * @param {string} name
 */
export function designFile(folder, name) {
  const file = path.join(folder, name);
  const text = () => readFileSync(file, 'utf8');
  return {
    /** @param {string} part @returns {number} the line it first stands in, from 1 */
    lineOf: (part) => {
      const at = text().indexOf(part);
      if (at < 0) throw new Error(`“${part}” is not in ${name}.`);
      return text().slice(0, at).split('\n').length;
    },
    /** @param {string} part @returns {{ line: number, column: number }} where it first ends, from 1 */
    endOf: (part) => {
      const end = text().indexOf(part) + part.length;
      if (end < part.length) throw new Error(`“${part}” is not in ${name}.`);
      const before = text().slice(0, end).split('\n');
      return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    },
    /** Replaces a part of the file, as another program would. @param {string} part @param {string} other */
    change: (part, other) => {
      if (!text().includes(part)) throw new Error(`“${part}” is not in ${name}.`);
      writeFileSync(
        file,
        text().replace(part, () => other),
      );
    },
  };
}
