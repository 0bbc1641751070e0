import type { LanguageCode } from './language-codes';

/** Codes of rules that need runs of the simulation: their findings come later than the others, and from another room (checks.md). */
export const analysisCodes: readonly LanguageCode[] = [
  { code: 'capacity/not-tolerant', severity: 'error', source: 'semantics 8, S20, S30' },
  { code: 'capacity/rule-misses-placement', severity: 'warning', source: 'semantics 2.3, 8.4' },
  { code: 'design/single-point-of-failure', severity: 'warning', source: 'S20' },
];
