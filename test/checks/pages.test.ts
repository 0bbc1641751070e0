import { describe, expect, it } from 'vitest';
import { knownCodes } from '../../src/checks/pages/markdown';
import { pages } from '../../src/checks/pages/pages';
import { findingsOf } from './support';

describe('the pages of the rules', () => {
  it('has one for every code, and none for anything else', () => {
    expect(pages.map(({ code }) => code).sort()).toEqual(knownCodes.map(({ code }) => code).sort());
  });

  it.each(pages.map((page) => [page.code, page] as const))('%s: its example fails, and is mended', (code, page) => {
    const before = findingsOf(page.failing).findings;
    expect(before.map((one) => one.code)).toContain(code);
    expect(before.filter((one) => one.severity === 'error' && one.code !== code).map((one) => one.message)).toEqual([]);
    const after = findingsOf(page.mended).findings;
    expect(after.filter((one) => one.code === code || one.severity === 'error').map((one) => one.message)).toEqual([]);
  });
});
