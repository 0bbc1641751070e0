import type { Declaration } from '../../language/declaration';
import type { Finding } from '../../language/finding';
import type { Design } from '../../model/design';
import { languageFinding } from '../language-codes';
import { leavesUnclear } from '../codes';
import { coveredNext, suppressingAt } from './cover';
import type { Suppressing } from './cover';
import { idleSuppressions } from './idle-suppressions';
import { idleMentions, settingsIn } from './severities';
import type { Setting } from './severities';
import { suppressionsIn } from './suppression';
import type { NamedCode, Suppression } from './suppression';

/**
 * The findings as a design wants to see them: without those that its comments hide, and with the severities that its `rules` give
 * (language.md, Settled readings). Comments and lists that have no effect are findings themselves.
 */
export function shownFindings(
  design: Design,
  findings: readonly Finding[],
  suppressing: readonly Suppressing[],
): readonly Finding[] {
  const { rules } = design.cluster;
  if (suppressing.length === 0 && !rules) return findings;
  const hides = coverOf(design, suppressing);
  const used = new Set<NamedCode>();
  const kept = findings.filter((finding) => {
    if (leavesUnclear(finding.code)) return true;
    const hiding = hides(finding);
    for (const one of hiding) used.add(one);
    return hiding.length === 0;
  });
  const settings = settingsIn(rules);
  return [
    ...kept,
    ...idleMentions(rules).map((found) => languageFinding('language/rule-setting', found)),
    ...idleSuppressions(design, suppressing, used).map((found) =>
      languageFinding('language/unused-suppression', found),
    ),
  ].flatMap((finding) => graded(finding, settings.get(finding.code)));
}

/**
 * Findings that come later than the others (analysis-codes.ts) as the design wants to see them. Comments and lists without effect have
 * been told with the others.
 */
export function shownLater(design: Design, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0) return findings;
  const commented = design.bound.flatMap(({ declaration }, position) => {
    const own = suppressionsIn(declaration);
    return own.length === 0 ? [] : (suppressingAt(design, position, own) ?? []);
  });
  const hides = coverOf(design, commented);
  const settings = settingsIn(design.cluster.rules);
  return findings
    .filter((finding) => hides(finding).length === 0)
    .flatMap((finding) => graded(finding, settings.get(finding.code)));
}

/** A finding with the severity that the design gives its code; none where it is off. */
function graded(finding: Finding, setting: Setting = finding.severity): readonly Finding[] {
  if (setting === 'off') return [];
  return [setting === finding.severity ? finding : { ...finding, severity: setting }];
}

/** A place that a comment covers: to its end, or to the end of its file. */
interface Cover {
  readonly declaration: Declaration;
  readonly start: number;
  /** Undefined: the rest of the file. */
  readonly end: number | undefined;
  readonly code: NamedCode;
}

/** Which of the codes named in comments hide a finding. */
function coverOf(design: Design, suppressing: readonly Suppressing[]): (finding: Finding) => readonly NamedCode[] {
  const covers = new Map<string, Cover[]>();
  for (const one of suppressing) {
    for (const suppression of one.suppressions) {
      for (const cover of coversOf(one, suppression)) {
        covers.set(cover.code.text, [...(covers.get(cover.code.text) ?? []), cover]);
      }
    }
  }
  return (finding) =>
    (covers.get(finding.code) ?? []).filter((one) => isCovered(design, one, finding)).map(({ code }) => code);
}

function coversOf(suppressing: Suppressing, suppression: Suppression): readonly Cover[] {
  const { codes, comment, reach } = suppression;
  const { declaration } = suppressing;
  if (reach === 'rest of the file') {
    return codes.map((code) => ({ declaration, start: comment.span.start, end: undefined, code }));
  }
  const covered = coveredNext(suppressing, suppression);
  return covered ? codes.map((code) => ({ declaration: covered.declaration, ...covered.span, code })) : [];
}

function isCovered(design: Design, { declaration, start, end }: Cover, { place }: Finding): boolean {
  const at = place.span.start;
  if (place.declaration === declaration) return at >= start && (end === undefined || at < end);
  return (
    end === undefined && place.declaration.file === declaration.file && isBehind(design, place.declaration, declaration)
  );
}

function isBehind({ documents }: Design, one: Declaration, other: Declaration): boolean {
  const document = documents.find(({ file }) => file === other.file);
  return (document?.lineOf(one) ?? 0) > (document?.lineOf(other) ?? 0);
}
