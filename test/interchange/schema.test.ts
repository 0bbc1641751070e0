import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaToJson, schemaToText } from '../../src/interchange/schema';
import { blocks } from '../../src/language/schema/schema';

const described = schemaToJson();
const guide = readFileSync(path.resolve(import.meta.dirname, '../../docs/schema-json.md'), 'utf8');

function attribute(keyword: string, name: string): unknown {
  const block = described.blocks.find((one) => one.keyword === keyword);
  return block?.attributes.find((one) => one.name === name);
}

describe('the language as data', () => {
  it('has every block and every attribute of the table, in its order', () => {
    const names = described.blocks.map(({ keyword, attributes }) => [keyword, attributes.map(({ name }) => name)]);
    expect(names).toEqual(Object.entries(blocks).map(([keyword, schema]) => [keyword, Object.keys(schema.attributes)]));
  });

  it.each([
    ['group', 'failover_period', { type: 'duration', unit: 'milliseconds', property: 'FailoverPeriod' }],
    ['group', 'priority', { type: 'keyword', since: '2012' }],
    ['group', 'owner', { type: 'reference', to: 'node', required: false, words: null, unit: null }],
    ['volume', 'guid_on', { keyed_by: 'node' }],
    [
      'cluster',
      'same_subnet_threshold',
      { min: 3, max: 120, defaults: expect.arrayContaining([{ from: '2008', value: 5 }]) as unknown },
    ],
  ])('%s %s', (keyword, name, expected) => {
    expect(attribute(keyword, name)).toMatchObject(expected);
  });

  it('says where a block may stand', () => {
    const vhd = described.blocks.find(({ keyword }) => keyword === 'vhd');
    expect(vhd).toMatchObject({
      top: false,
      label: 'path',
      in: expect.arrayContaining(['virtual_machine']) as unknown,
    });
  });

  it('is what it was after a way through JSON: nothing is left out', () => {
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
  });

  it('has no field that its guide does not tell', () => {
    const [block] = described.blocks;
    const [one] = block?.attributes ?? [];
    const fields = [described, block, one].flatMap((all) => Object.keys(all ?? {}));
    expect(fields.length).toBeGreaterThan(30);
    expect(fields.filter((field) => !guide.includes(`\`${field}\``))).toEqual([]);
  });

  it('as text names every attribute', () => {
    const text = schemaToText();
    const names = Object.values(blocks).flatMap(({ attributes }) => Object.keys(attributes));
    expect(names.filter((name) => !text.includes(`\n  ${name} = `))).toEqual([]);
  });
});
