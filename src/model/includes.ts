import type { Declaration } from '../language/declaration';
import type { Document } from '../language/document';
import type { Finding, Place } from '../language/finding';
import { changedBetween } from '../language/row';

/** A file that a document includes, as written. */
export interface Include {
  readonly path: string;
  readonly place: Place;
}

/** What loading a file came to: its text read, why there is none, or that it is still being read. */
export type Loaded = { readonly document: Document } | { readonly missing: string } | { readonly reading: true };

/** A design with its parts, the first document first, each file once. */
export interface Gathered {
  readonly documents: readonly Document[];
  readonly findings: readonly Finding[];
}

/** Declarations that decide which files make a design, by the version of a text. */
const joints = new WeakMap<Document, readonly Declaration[]>();

function joins({ blocks }: Declaration): boolean {
  return blocks.some(({ keyword }) => keyword.text === 'include' || keyword.text === 'cluster');
}

function jointsOf(document: Document): readonly Declaration[] {
  const found = joints.get(document) ?? document.declarations.filter(joins);
  joints.set(document, found);
  return found;
}

/** Takes over what is known of the version before an edit where the edit touches none of it: nothing is looked through at a keystroke. */
export function followEdit(before: Document, after: Document): void {
  const known = joints.get(before);
  if (!known) return;
  const { old, fresh } = changedBetween(before.declarations, after.declarations);
  if (!old.some(joins) && !fresh.some(joins)) joints.set(after, known);
}

/** The files a document includes, in order (language.md, Declarations, include). */
export function includesOf(document: Document): readonly Include[] {
  return jointsOf(document).flatMap((declaration) =>
    declaration.blocks.flatMap(({ keyword, label }) =>
      keyword.text === 'include' && label ? [{ path: label.text, place: { declaration, span: label.span } }] : [],
    ),
  );
}

/** Whether a document has a `cluster` block: then it is a design, else a part of one (language.md, Settled readings, include). */
export function hasCluster(document: Document): boolean {
  return jointsOf(document).some(({ blocks }) => blocks.some(({ keyword }) => keyword.text === 'cluster'));
}

function finding(code: string, message: string, place: Place): Finding {
  return { code, severity: 'error', message, place, related: [], fixes: [] };
}

/**
 * Gathers a design from its first file: the files it includes, and those they include. `load` reads the file that `path`
 * names, seen from the document `from`; documents of one file have one `file`. A file that is not there, and one that is
 * already part of the design (also by way of itself), is a finding where it is included. One that is still being read is left out.
 */
export function gather(first: Document, load: (path: string, from: Document) => Loaded): Gathered {
  const documents: Document[] = [first];
  const findings: Finding[] = [];
  const files = new Set([first.file]);
  for (const document of documents) {
    for (const { path, place } of includesOf(document)) {
      const loaded = load(path, document);
      if ('reading' in loaded) continue;
      if ('missing' in loaded) {
        findings.push(
          finding('language/unresolved-reference', `"${path}" cannot be included: ${loaded.missing}`, place),
        );
      } else if (files.has(loaded.document.file)) {
        findings.push(
          finding('language/duplicate-name', `"${path}" is part of this design already; it is read once.`, place),
        );
      } else {
        files.add(loaded.document.file);
        documents.push(loaded.document);
      }
    }
  }
  return { documents, findings };
}
