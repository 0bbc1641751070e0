import type { Severity } from '../language/finding';
import { nearest } from '../model/words';
import { analysisCodes, plannedCodes } from './analysis-codes';
import { languageCodes } from './language-codes';
import { rules } from './rules';

const severities: ReadonlyMap<string, Severity> = new Map(
  [...languageCodes, ...rules, ...analysisCodes, ...plannedCodes].map(({ code, severity }) => [code, severity]),
);

const later: ReadonlySet<string> = new Set([...analysisCodes, ...plannedCodes].map(({ code }) => code));

/** Whether any check reports under the code. */
export function isCode(text: string): boolean {
  return severities.has(text);
}

/** The code that a misspelt one most likely means, of those whose findings may be hidden or changed. */
export function nearestCode(text: string): string | undefined {
  return nearest(
    text,
    [...severities.keys()].filter((code) => !leavesUnclear(code)),
  );
}

/**
 * Whether findings of the code leave it unclear what a design means. They can be neither hidden nor changed: nothing that is said of the
 * design besides could be relied on, and no face may go on as if they were not there (cli.md, Settled readings).
 */
export function leavesUnclear(code: string): boolean {
  return code.startsWith('language/') && severities.get(code) === 'error';
}

/** Whether findings of the code come later than the others, from runs of the simulation. */
export function comesLater(code: string): boolean {
  return later.has(code);
}
