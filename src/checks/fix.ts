import type { Document } from '../language/document';
import type { Edit, Finding, Fix } from '../language/finding';
import { createDesignReader } from '../model/design';
import { createChecker } from './incremental/checker';

/** One fix that was applied. */
export interface AppliedFix {
  readonly code: string;
  readonly title: string;
}

/** What `fixAll` made of the documents. */
export interface Fixed {
  /** As many as were given, in their order; one that no fix touches is the same object. */
  readonly documents: readonly Document[];
  /** The fixes, in the order in which they were applied. */
  readonly applied: readonly AppliedFix[];
}

/** Rounds that change something before giving up: fixes that make room for others come in chains of a few. */
const mostChanges = 100;

/**
 * The text of a document after the edits. Edits of other documents, and one that overlaps an earlier one, are left out.
 * Insertions at one place stand in the order given.
 */
export function applyEdits(document: Document, edits: readonly Edit[]): string {
  return edited(document, edits).text();
}

interface PlacedEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Edits of this document as offsets in its text. */
function spansOf(document: Document, edits: readonly Edit[]): PlacedEdit[] {
  return edits.flatMap(({ place, newText }) => {
    const range = document.rangeOf(place);
    return range ? [{ start: document.offsetAt(range.start), end: document.offsetAt(range.end), newText }] : [];
  });
}

/**
 * Applies preferred fixes, of one code, of those that are wanted or of all, until none applies. A fix that does not remove its
 * finding, or brings an error that was not there, is not taken. Doing it again changes nothing.
 */
export function fixAll(documents: readonly Document[], only?: string | ((code: string) => boolean)): Fixed {
  const isWanted = typeof only === 'string' ? (code: string): boolean => code === only : (only ?? (() => true));
  const judge = createJudge();
  const refused = new Set<string>();
  let state = judge(documents);
  const applied: AppliedFix[] = [];
  for (let changes = 0; changes < mostChanges;) {
    const candidates = apart(state.documents, candidatesOf(state.findings, isWanted, refused));
    if (candidates.length === 0) break;
    const next = applyAll(judge, state, candidates, refused);
    if (next.taken.length === 0) continue;
    // What was refused may do on the new text, and must be tried on it: only then would fixing again change nothing.
    refused.clear();
    changes += 1;
    for (const { finding, fix } of next.taken) applied.push({ code: finding.code, title: fix.title });
    state = next.state;
  }
  return { documents: state.documents, applied };
}

interface State {
  readonly documents: readonly Document[];
  readonly findings: readonly Finding[];
}

interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
}

type Judge = (documents: readonly Document[]) => State;

/** Says what is wrong with documents. What they share with those before is not bound and checked again. */
function createJudge(): Judge {
  const reader = createDesignReader();
  const checker = createChecker();
  return (documents) => ({ documents, findings: checker.check(reader.read(documents)) });
}

/** What a fix does, in words: a refused one is known by it when it comes again. */
function identityOf({ finding, fix }: Candidate): string {
  return JSON.stringify([finding.code, finding.message, fix.title]);
}

/**
 * Codes of what could not be read. What follows from it is not reported until it is mended, so such a fix may bring errors to
 * light that are none of its making; only errors of the language itself count against it.
 */
const unread: ReadonlySet<string> = new Set([
  'language/syntax',
  'language/unknown-block',
  'language/unknown-attribute',
  'language/wrong-type',
]);

/** What could not be read comes first, by itself: only then is it known what else is wrong. */
function candidatesOf(
  findings: readonly Finding[],
  isWanted: (code: string) => boolean,
  refused: ReadonlySet<string>,
): readonly Candidate[] {
  const candidates = findings
    .filter((finding) => isWanted(finding.code))
    .flatMap((finding) => {
      const fix = finding.fixes.find((one) => one.preferred && one.snippet !== true);
      return fix ? [{ finding, fix }] : [];
    })
    .filter((candidate) => !refused.has(identityOf(candidate)));
  const first = candidates.filter(({ finding }) => unread.has(finding.code));
  return first.length > 0 ? first : candidates;
}

/** Candidates that can be applied at once: none edits where an earlier one does. */
function apart(documents: readonly Document[], candidates: readonly Candidate[]): readonly Candidate[] {
  const taken = documents.map(() => new Set<number>());
  const lines = (document: Document, edits: readonly Edit[]): readonly number[] =>
    edits.flatMap(({ place }) => {
      const range = document.rangeOf(place);
      if (!range) return [];
      return Array.from({ length: range.end.line - range.start.line + 1 }, (_, index) => range.start.line + index);
    });
  return candidates.filter(({ fix }) => {
    const touched = documents.map((document) => lines(document, fix.edits));
    const isFree = touched.every((numbers, index) => numbers.every((line) => taken[index]?.has(line) !== true));
    if (isFree) touched.forEach((numbers, index) => numbers.forEach((line) => taken[index]?.add(line)));
    return isFree;
  });
}

interface Outcome {
  readonly state: State;
  readonly taken: readonly Candidate[];
}

/** Tries all candidates at once; where that does not work out, one half and then, on what came of it, the others anew. */
function applyAll(judge: Judge, state: State, candidates: readonly Candidate[], refused: Set<string>): Outcome {
  const edits = candidates.flatMap(({ fix }) => fix.edits);
  const next = judge(state.documents.map((document) => edited(document, edits)));
  if (isImprovement(state.findings, next.findings, candidates)) return { state: next, taken: candidates };
  const [single] = candidates;
  if (single && candidates.length === 1) {
    refused.add(identityOf(single));
    return { state, taken: [] };
  }
  const half = candidates.slice(0, Math.ceil(candidates.length / 2));
  return applyAll(judge, state, half, refused);
}

/** The document after the edits, the last first, so that those before them stay where they are. What they do not touch stays the same. */
function edited(document: Document, edits: readonly Edit[]): Document {
  const placed = spansOf(document, edits).sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  const apart = placed.filter(({ start, end }) => {
    const isApart = start >= at;
    if (isApart) at = end;
    return isApart;
  });
  return apart.reduceRight((before, { start, end, newText }) => {
    const range = { start: before.positionAt(start), end: before.positionAt(end) };
    return before.change(range, newText);
  }, document);
}

/** Whether every code that was fixed has fewer findings, by as many as fixes were applied, and no code has more errors by it. */
function isImprovement(
  before: readonly Finding[],
  after: readonly Finding[],
  candidates: readonly Candidate[],
): boolean {
  const fixed = countByCode(candidates.map(({ finding }) => finding));
  const old = countByCode(before);
  const left = countByCode(after);
  for (const [code, count] of fixed) {
    if ((left.get(code) ?? 0) > (old.get(code) ?? 0) - count) return false;
  }
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  const oldErrors = countByCode(before.filter(isError));
  const errors = countByCode(after.filter(isError));
  const mayReveal = candidates.every(({ finding }) => unread.has(finding.code));
  return [...errors].every(
    ([code, count]) => count <= (oldErrors.get(code) ?? 0) || (mayReveal && !code.startsWith('language/')),
  );
}

function countByCode(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
