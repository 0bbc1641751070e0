import type { Severity } from '../language/finding';

/** A code whose findings come from reading the text, not from a rule of its own. */
export interface LanguageCode {
  readonly code: string;
  readonly severity: Severity;
  readonly source: string;
}

/** What reading a design reports by itself (checks.md, language). */
export const languageCodes: readonly LanguageCode[] = [
  { code: 'language/syntax', severity: 'error', source: 'language.md' },
  { code: 'language/unknown-block', severity: 'error', source: 'language.md, Declarations' },
  { code: 'language/unknown-attribute', severity: 'error', source: 'language.md, Attributes' },
  { code: 'language/missing-attribute', severity: 'error', source: 'language.md, Settled readings, Required' },
  { code: 'language/wrong-type', severity: 'error', source: 'language.md, Attributes' },
  { code: 'language/out-of-range', severity: 'error', source: 'language.md, Attributes' },
  { code: 'language/encoding', severity: 'warning', source: 'language.md, Settled readings' },
];
