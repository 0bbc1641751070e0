import type { Document } from '../language/document';
import type { Finding, Place, Severity } from '../language/finding';
import type { Range } from '../language/span';

/** A place in a file, as reports write it: lines and characters from 0, characters in UTF-16 units. */
export interface Location {
  readonly file: string;
  readonly range: Range;
}

/** A finding as reports write it (cli.md, Shapes, check). */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly (Location & { readonly message: string })[];
  readonly fixes: readonly {
    readonly title: string;
    readonly preferred: boolean;
    readonly edits: readonly (Location & { readonly newText: string })[];
  }[];
}

/** The findings in one file, in the order of its lines. */
export interface FileDiagnostics {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** What `check --format json` prints (cli.md, Shapes). */
export interface CheckReport {
  readonly version: 1;
  readonly files: readonly FileDiagnostics[];
  readonly counts: SeverityCounts;
}

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where a place is, looked up in the documents of a design. */
export function locatorOf(documents: readonly Document[]): (place: Place) => Location {
  return (place) => {
    for (const document of documents) {
      const range = document.rangeOf(place);
      if (range) return { file: document.file, range };
    }
    return { file: place.declaration.file, range: nowhere };
  };
}

/** The findings of a design by file, one entry for each document. Fixes that hold placeholders for an editor are left out. */
export function diagnosticsOf(
  documents: readonly Document[],
  findings: readonly Finding[],
): readonly FileDiagnostics[] {
  const locate = locatorOf(documents);
  const located = findings.map((finding) => ({
    file: locate(finding.place).file,
    diagnostic: toDiagnostic(finding, locate),
  }));
  return documents.map(({ file }) => ({
    file,
    diagnostics: located
      .filter((one) => one.file === file)
      .map((one) => one.diagnostic)
      .sort((a, b) => compareStarts(a.range, b.range)),
  }));
}

function toDiagnostic(finding: Finding, locate: (place: Place) => Location): Diagnostic {
  const { code, severity, message, place, related, fixes } = finding;
  return {
    code,
    severity,
    message,
    range: locate(place).range,
    related: related.map((one) => ({ ...locate(one.place), message: one.message })),
    fixes: fixes
      .filter(({ snippet }) => snippet !== true)
      .map(({ title, preferred, edits }) => ({
        title,
        preferred,
        edits: edits.map((edit) => ({ ...locate(edit.place), newText: edit.newText })),
      })),
  };
}

function compareStarts({ start: a }: Range, { start: b }: Range): number {
  return a.line - b.line || a.character - b.character;
}

/** How many findings of each severity there are. */
export function countsOf(files: readonly FileDiagnostics[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { diagnostics } of files) for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** The report of several files. */
export function checkReport(files: readonly FileDiagnostics[]): CheckReport {
  return { version: 1, files, counts: countsOf(files) };
}
