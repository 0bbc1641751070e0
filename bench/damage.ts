import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ordeal } from '../test/fuzz/ordeal';
import { diceOf } from '../test/support/mutations';

/** Every how many texts the two ways of reading are compared: reading from scratch is the costly one. */
const compareEvery = 50;

/** Damages the designs of a folder: how many texts were read, and what went wrong. */
export function damage(
  folder: string,
  inputs: number,
): { readonly inputs: number; readonly faults: readonly string[] } {
  const files = readdirSync(folder).filter((name) => name.endsWith('.hacluster'));
  const outcomes = files.map((name, index) =>
    ordeal(
      readFileSync(path.join(folder, name), 'utf8'),
      Math.ceil(inputs / files.length),
      diceOf(1000 + index),
      compareEvery,
    ),
  );
  return {
    inputs: outcomes.reduce((sum, one) => sum + one.inputs, 0),
    faults: outcomes.flatMap(({ faults }) => faults),
  };
}
