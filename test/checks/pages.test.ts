import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { finished, lateFindings } from '../../src/analysis';
import { analysisPages } from '../../src/analysis/rules/pages';
import { checkDesign } from '../../src/checks/check';
import { knownCodes, rulePages } from '../../src/checks/pages/markdown';
import { pages as ruleDescriptions } from '../../src/checks/pages/pages';
import type { Finding } from '../../src/language/finding';
import { designOf } from '../support/design';

const pages = [...ruleDescriptions, ...analysisPages];

/** All findings of a text, those that take runs of the simulation included. */
function allFindingsOf(text: string): readonly Finding[] {
  const design = designOf(text);
  const findings = checkDesign(design);
  return [...findings, ...finished(lateFindings(design, findings))];
}

describe('the pages of the rules', () => {
  it('has one for every code, and none for anything else', () => {
    expect(pages.map(({ code }) => code).sort()).toEqual(knownCodes.map(({ code }) => code).sort());
  });

  it.each(pages.map((page) => [page.code, page] as const))('%s: its example fails, and is mended', (code, page) => {
    const before = allFindingsOf(page.failing);
    expect(before.map((one) => one.code)).toContain(code);
    expect(before.filter((one) => one.severity === 'error' && one.code !== code).map((one) => one.message)).toEqual([]);
    const after = allFindingsOf(page.mended);
    expect(after.filter((one) => one.code === code || one.severity === 'error').map((one) => one.message)).toEqual([]);
  });
});

describe('the reference of the rules in docs', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const files = rulePages(pages);

  it.each(files)('$path is not stale (npm run generate)', ({ path: file, text }) => {
    expect(readFileSync(path.join(root, file), 'utf8')).toBe(text);
  });

  it('has no page of a rule that is gone', () => {
    const there = readdirSync(path.join(root, 'docs/rules'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/rules/${file.replaceAll('\\', '/')}`);
    expect(there.sort()).toEqual(files.map((file) => file.path).sort());
  });
});
