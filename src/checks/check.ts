import type { Finding } from '../language/finding';
import type { Design } from '../model/design';
import type { Rule } from './rule';
import { rules } from './rules';

/**
 * All findings of a design: those of each declaration by itself, then those of the rules, in the order of the table. Files
 * without a `cluster` are a part of a design: only what needs no other file is checked (language.md, Settled readings, include).
 */
export function checkDesign(design: Design): readonly Finding[] {
  const own = design.bound.flatMap((bound) => bound.findings);
  const isPart = design.cluster.settings === undefined;
  const applicable = isPart ? rules.filter((rule) => rule.inParts === true) : rules;
  return [...own, ...applicable.flatMap((rule) => findingsOf(rule, design))];
}

function findingsOf(rule: Rule, design: Design): readonly Finding[] {
  return rule.check(design).map((found) => ({
    ...found,
    code: rule.code,
    severity: found.severity ?? rule.severity,
    related: found.related ?? [],
    fixes: found.fixes ?? [],
  }));
}
