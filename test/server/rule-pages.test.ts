import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analysisPages } from '../../src/analysis/rules/pages';
import { knownCodes, rulePages } from '../../src/checks/pages/markdown';
import { pages } from '../../src/checks/pages/pages';
import { startClient } from './client';
import { figure1 } from './figure1';

const root = path.resolve(__dirname, '../..');
const uri = 'file:///designs/a.hacluster';
const base = 'file:///extension/docs/rules';
const misspelt = figure1.replace('memory ', 'memmory ');

describe('the pages of the rules', () => {
  it('are there for every code', () => {
    const missing = knownCodes.filter(({ code }) => !existsSync(path.join(root, 'docs/rules', `${code}.md`)));
    expect(missing).toEqual([]);
  });

  it.each(rulePages([...pages, ...analysisPages]))('$path is not stale (npm run generate)', ({ path: file, text }) => {
    expect(readFileSync(path.join(root, file), 'utf8')).toBe(text);
  });

  it.each([
    ['a base', { rulePages: base }, { href: `${base}/language/unknown-attribute.md` }],
    ['no base', {}, undefined],
  ])('are linked to for a client that gives %s', async (_, initializationOptions, codeDescription) => {
    const client = await startClient(undefined, { initializationOptions });
    client.open(uri, misspelt);
    const found = (await client.findings(uri)).find(({ code }) => code === 'language/unknown-attribute');
    expect(found?.severity).toBe(1);
    expect(found?.codeDescription).toEqual(codeDescription);
    client.stop();
  });
});
