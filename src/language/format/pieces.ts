import type { Comment } from '../declaration';
import { lex } from '../lexer';
import { durationUnits, sizeUnits } from '../schema/units';
import type { TokenKind } from '../tokens';

/** A token or a comment: what the formatter moves and never drops. */
export interface Piece {
  readonly kind: TokenKind | 'line comment' | 'block comment';
  /** Offsets in the text it was read from. */
  readonly start: number;
  readonly end: number;
  /** As it will be written. */
  readonly text: string;
  /** Line breaks between the piece before and this one. */
  readonly breaks: number;
}

const units = new Map(
  [...Object.keys(sizeUnits), ...Object.keys(durationUnits)].map((unit) => [unit.toLowerCase(), unit]),
);

/** A number with its unit in the case the language writes it in: `32gb` becomes `32GB`. */
function canonicalNumber(text: string): string {
  return text.replace(/[A-Za-z]+$/, (unit) => units.get(unit.toLowerCase()) ?? unit);
}

/** Whether a piece is a comment. */
export function isComment(piece: Piece): boolean {
  return piece.kind === 'line comment' || piece.kind === 'block comment';
}

/** Whether a piece is a block comment over several lines. */
export function spansLines(piece: Piece): boolean {
  return piece.kind === 'block comment' && /[\r\n]/.test(piece.text);
}

/** The number of line breaks in a text; CRLF is one. */
function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function commentPiece({ span, text }: Comment): Unplaced {
  if (text.startsWith('/*')) return { kind: 'block comment', ...span, text };
  return { kind: 'line comment', ...span, text: text.trimEnd() };
}

type Unplaced = Omit<Piece, 'breaks'>;

function inOrder(tokens: readonly Unplaced[], comments: readonly Unplaced[]): readonly Unplaced[] {
  if (comments.length === 0) return tokens;
  // The sort is stable: a comment never starts where a token does, and the `end` token stands behind all.
  return [...comments, ...tokens].sort((a, b) => a.start - b.start);
}

/**
 * The pieces of a text in order, an `end` token last. `;` is none of them: it only separates what the layout separates
 * anyway.
 */
export function piecesOf(text: string): readonly Piece[] {
  const lexed = lex(text);
  const tokens = lexed.tokens
    .filter((token) => token.kind !== ';')
    .map(({ kind, start, end }) => {
      const source = text.slice(start, end);
      return { kind, start, end, text: kind === 'number' ? canonicalNumber(source) : source };
    });
  const ordered = inOrder(tokens, lexed.comments.map(commentPiece));
  let before = 0;
  return ordered.map((piece) => {
    const breaks = countBreaks(text.slice(before, piece.start));
    before = piece.end;
    return { ...piece, breaks };
  });
}
