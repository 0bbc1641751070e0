import { diffLines } from 'diff';
import type { Document } from '../language/document';
import type { PlacedEdit } from './workspace-edit';

/** Changed lines up to which single edits are worth the time it takes to find them (about half a second). */
const mostChangedLines = 2000;

/** What stands between two offsets of a text, and what is to stand there. */
interface Replacement {
  readonly start: number;
  readonly old: string;
  readonly put: string;
}

function replacements(text: string, newText: string): readonly Replacement[] {
  const changes = diffLines(text, newText, { maxEditLength: mostChangedLines });
  if (!changes) return [{ start: 0, old: text, put: newText }];
  const found: Replacement[] = [];
  let at = 0;
  let open: Replacement | undefined;
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      if (open) found.push(open);
      open = undefined;
      at += value.length;
      continue;
    }
    const { start, old, put } = open ?? { start: at, old: '', put: '' };
    open = added ? { start, old, put: put + value } : { start, old: old + value, put };
    if (removed) at += value.length;
  }
  return open ? [...found, open] : found;
}

/** Whether an offset stands between the two halves of one character or of one line break. */
function isInside(text: string, offset: number): boolean {
  return /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

/** A replacement without what it has in common with the old text at its two ends. */
function trimmed({ start, old, put }: Replacement): Replacement {
  const most = Math.min(old.length, put.length);
  let before = 0;
  while (before < most && old[before] === put[before]) before += 1;
  while (isInside(old, before) || isInside(put, before)) before -= 1;
  let behind = 0;
  while (behind < most - before && old.at(-1 - behind) === put.at(-1 - behind)) behind += 1;
  while (isInside(old, old.length - behind) || isInside(put, put.length - behind)) behind -= 1;
  return {
    start: start + before,
    old: old.slice(before, old.length - behind),
    put: put.slice(before, put.length - behind),
  };
}

/** The edits that make a document say the new text, as small as they can be: all other text keeps every byte. */
export function editsTo(document: Document, newText: string): readonly PlacedEdit[] {
  return replacements(document.text(), newText)
    .map(trimmed)
    .map(({ start, old, put }) => ({
      uri: document.file,
      range: { start: document.positionAt(start), end: document.positionAt(start + old.length) },
      newText: put,
    }));
}
