import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diceOf } from '../support/mutations';
import { ordeal } from './ordeal';

const examples = path.join(import.meta.dirname, '../../examples');
const files = readdirSync(examples).filter((name) => name.endsWith('.hacluster'));
/** Damaged texts over all examples; the long run is in bench/. */
const inputs = 3000;

describe('damaged designs', () => {
  it.each(files.map((name, index) => [name, index] as const))(
    '%s: nothing is thrown and nothing lies outside',
    (name, index) => {
      const text = readFileSync(path.join(examples, name), 'utf8');
      const { faults } = ordeal(text, Math.ceil(inputs / files.length), diceOf(index + 1), 8);
      expect(faults.slice(0, 5)).toEqual([]);
    },
  );
});
