import { isComment } from './pieces';
import type { Piece } from './pieces';
import type { Role, Roles } from './structure';

/** No space stands after these, and none before those. */
const tightAfter: ReadonlySet<string> = new Set(['[', '(']);
const tightBefore: ReadonlySet<string> = new Set([']', ')', ',']);

/** Spaces between two attributes or blocks on one line. */
const betweenItems = 2;

/** How many spaces stand between two pieces on one line. */
export function spacesBetween(previous: Piece, piece: Piece, role: Role | undefined): number {
  if (role?.kind === 'item') return previous.kind === '{' || isComment(previous) ? 1 : betweenItems;
  if (role) return 1;
  return tightAfter.has(previous.kind) || tightBefore.has(piece.kind) ? 0 : 1;
}

/** Pieces on one line. */
export function inlineText(pieces: readonly Piece[], roles: Roles): string {
  let text = '';
  let previous: Piece | undefined;
  for (const piece of pieces) {
    if (previous) text += ' '.repeat(spacesBetween(previous, piece, roles.get(piece.start)));
    text += piece.text;
    previous = piece;
  }
  return text;
}
