import type { Document } from '../language/document';
import type { Finding, Place } from '../language/finding';

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

const known = new WeakMap<Document, readonly Include[]>();

/** The files a document includes, in order (language.md, Declarations, include). Looked for once in each version of a text. */
export function includesOf(document: Document): readonly Include[] {
  const found = known.get(document) ?? includesIn(document);
  known.set(document, found);
  return found;
}

/** A plain loop: it goes over every declaration at each keystroke. */
function includesIn(document: Document): readonly Include[] {
  const found: Include[] = [];
  for (const declaration of document.declarations) {
    for (const { keyword, label } of declaration.blocks) {
      if (keyword.text !== 'include' || !label) continue;
      found.push({ path: label.text, place: { declaration, span: label.span } });
    }
  }
  return found;
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
