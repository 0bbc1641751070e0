import type { Finding, Severity } from '../language/finding';
import type { Found } from './rule';

/** A code whose findings come from reading the text, not from a rule of its own. */
export interface LanguageCode {
  readonly code: string;
  readonly severity: Severity;
  readonly source: string;
}

/** What reading a design reports by itself (checks.md, language), and what is wrong in how it hides or grades findings. */
export const languageCodes = [
  { code: 'language/syntax', severity: 'error', source: 'language.md' },
  { code: 'language/unknown-block', severity: 'error', source: 'language.md, Declarations' },
  { code: 'language/unknown-attribute', severity: 'error', source: 'language.md, Attributes' },
  { code: 'language/missing-attribute', severity: 'error', source: 'language.md, Settled readings, Required' },
  { code: 'language/wrong-type', severity: 'error', source: 'language.md, Attributes' },
  { code: 'language/out-of-range', severity: 'error', source: 'language.md, Attributes' },
  { code: 'language/rule-setting', severity: 'warning', source: 'language.md, Settled readings, rules' },
  { code: 'language/unused-suppression', severity: 'hint', source: 'language.md, Settled readings, Suppression' },
] as const satisfies readonly LanguageCode[];

/** A finding under one of these codes. */
export function languageFinding(code: (typeof languageCodes)[number]['code'], found: Found): Finding {
  const severity = languageCodes.find((one) => one.code === code)?.severity ?? 'error';
  return { ...found, code, severity, related: found.related ?? [], fixes: found.fixes ?? [] };
}
