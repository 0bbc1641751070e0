import { analysisPages } from '../analysis/rules/pages';
import { knownCodes } from '../checks/pages/markdown';
import { pages } from '../checks/pages/pages';
import type { SarifRule } from '../interchange/sarif';

/** What the pages of the reference say of each rule, by code. */
export function sarifRules(): ReadonlyMap<string, SarifRule> {
  const severities = new Map(knownCodes.map(({ code, severity }) => [code, severity]));
  return new Map(
    [...pages, ...analysisPages].map(({ code, title, why }) => [
      code,
      { title, why, severity: severities.get(code) ?? 'warning' },
    ]),
  );
}
