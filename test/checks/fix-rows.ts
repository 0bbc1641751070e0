import { describe, expect, it } from 'vitest';
import { commentsOf, findingOf, findingsOf, fixed } from './support';

/** A design, and what it is after a fix of its first finding of a code. */
export interface Row {
  readonly code: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** Start of the title where it is not the preferred fix. */
  readonly title?: string;
  /** A code of which the fix, not a preferred one, brings an error that only the user can settle. */
  readonly brings?: string;
}

/** Tests that fixes do what their rows say: the finding goes, no error comes, comments stay. */
export function testFixes(rows: readonly Row[]): void {
  describe('fixes', () => {
    it.each(rows.map((row) => [`${row.code}: ${row.what}`, row] as const))('%s', (_, row) => {
      const { document, finding } = findingOf(row.before, row.code);
      const { title } = row;
      const fix = finding.fixes.find((one) => (title === undefined ? one.preferred : one.title.startsWith(title)));
      if (!fix) throw new Error(`no such fix: ${finding.fixes.map((one) => one.title).join(', ')}`);
      const after = fixed(document, fix);
      expect(after).toBe(row.after);
      expect(fix.preferred).toBe(title === undefined);

      const old = findingsOf(row.before).findings.filter(({ code }) => code === row.code);
      const left = findingsOf(after).findings.filter(({ code }) => code === row.code);
      expect(left.length).toBeLessThan(old.length);
      expect(commentsOf(after)).toEqual(commentsOf(row.before));
      const before = countsOf(row.before);
      const fresh = [...countsOf(after)].filter(([code, count]) => count > (before.get(code) ?? 0));
      expect(fresh.map(([code]) => code)).toEqual(row.brings === undefined ? [] : [row.brings]);
    });
  });
}

function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity } of findingsOf(text).findings) {
    if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
