import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../src/language/reference/generated';
import { blocks } from '../../src/language/schema/schema';
import type { AttributeSchema, BlockSchema } from '../../src/language/schema/types';

const root = path.resolve(import.meta.dirname, '../..');

describe('files made from the schema', () => {
  it.each(generatedFiles())('$path is not stale (npm run generate)', ({ path: file, text }) => {
    expect(readFileSync(path.join(root, file), 'utf8')).toBe(text);
  });
});

describe('schema', () => {
  const all: readonly (readonly [string, BlockSchema])[] = Object.entries(blocks);
  const attributes: readonly (readonly [string, AttributeSchema])[] = all.flatMap(([keyword, block]) =>
    Object.entries(block.attributes).map(([name, schema]) => [`${keyword}.${name}`, schema] as const),
  );

  it.each(attributes)('%s has a sentence and a source', (_, schema) => {
    expect(schema.doc).toMatch(/^[A-Z].*\.$/s);
    expect(schema.source).not.toBe('');
  });

  it.each(attributes)('%s has a default inside its range', (_, schema) => {
    if (schema.type !== 'integer' && schema.type !== 'size' && schema.type !== 'duration') return;
    const values = typeof schema.default === 'object' ? Object.values(schema.default) : [schema.default];
    for (const value of values) {
      if (typeof value !== 'number') continue;
      expect(value).toBeGreaterThanOrEqual(schema.min ?? value);
      expect(value).toBeLessThanOrEqual(schema.max ?? value);
    }
  });

  it('names only blocks that exist inside blocks', () => {
    const unknown = all.flatMap(([, block]) => (block.blocks ?? []).filter((inner) => !Object.hasOwn(blocks, inner)));
    expect(unknown).toEqual([]);
  });
});
