import type { Finding } from '../language/finding';
import type { LanguageCode } from './language-codes';
import type { Found } from './rule';

/** Codes of rules that need runs of the simulation: their findings come later than the others, and from another room (checks.md). */
export const analysisCodes = [
  { code: 'capacity/not-tolerant', severity: 'error', source: 'semantics 8, 8.4, S20, S30' },
  { code: 'capacity/rule-misses-placement', severity: 'warning', source: 'semantics 2.3, 8.4' },
] as const satisfies readonly LanguageCode[];

/** Codes of such rules that designs may name already and nothing reports yet (checks.md). */
export const plannedCodes: readonly LanguageCode[] = [
  { code: 'design/single-point-of-failure', severity: 'warning', source: 'S20' },
];

export type AnalysisCode = (typeof analysisCodes)[number]['code'];

/** A finding under one of these codes. */
export function analysisFinding(code: AnalysisCode, found: Found): Finding {
  const severity = analysisCodes.find((one) => one.code === code)?.severity ?? 'error';
  return { ...found, code, severity, related: found.related ?? [], fixes: found.fixes ?? [] };
}
