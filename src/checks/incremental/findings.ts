import type { Declaration } from '../../language/declaration';
import type { Finding, Place } from '../../language/finding';
import type { BoundDeclaration } from '../../model/bind/declaration';
import type { Design } from '../../model/design';
import type { Checked, DesignRule, Found, Rule } from '../rule';
import { rules } from '../rules';

/** What each rule found in one declaration. */
export type FindingsOfRules = ReadonlyMap<Rule, readonly Finding[]>;

/** A finding with what its rule says of it. */
export function findingOf(rule: Rule, found: Found): Finding {
  return {
    ...found,
    code: rule.code,
    severity: found.severity ?? rule.severity,
    related: found.related ?? [],
    fixes: found.fixes ?? [],
  };
}

/** Asks every rule about one declaration. */
export function checkDeclaration(bound: BoundDeclaration, design: Checked): FindingsOfRules {
  const findings = new Map<Rule, readonly Finding[]>();
  for (const rule of rules) {
    if (!('check' in rule)) continue;
    const found = rule.check(bound, design);
    if (found.length > 0)
      findings.set(
        rule,
        found.map((one) => findingOf(rule, one)),
      );
  }
  return findings;
}

/**
 * All findings of a design: what could not be read, then those of the rules, in the order of the table and of the
 * declarations. Files without a `cluster` are a part of a design: only what needs no other file is checked (language.md,
 * Settled readings, include).
 */
export function listFindings(
  design: Design,
  unread: readonly Finding[],
  inDeclarations: readonly FindingsOfRules[],
  inDesign: ReadonlyMap<DesignRule, readonly Finding[]>,
): readonly Finding[] {
  const list = [...unread];
  const isPart = design.cluster.settings === undefined;
  for (const rule of rules) {
    if (isPart && rule.inParts !== true) continue;
    const found =
      'check' in rule ? inDeclarations.flatMap((findings) => findings.get(rule) ?? []) : (inDesign.get(rule) ?? []);
    const isFirst = rule.oncePerPlace === true ? oncePerPlace() : undefined;
    for (const one of found) if (isFirst?.(one.place) ?? true) list.push(one);
  }
  return list;
}

/** A filter that lets each place through once. */
function oncePerPlace(): (place: Place) => boolean {
  const seen = new Map<Declaration, Set<number>>();
  return ({ declaration, span }) => {
    const starts = seen.get(declaration) ?? new Set();
    seen.set(declaration, starts);
    if (starts.has(span.start)) return false;
    starts.add(span.start);
    return true;
  };
}
