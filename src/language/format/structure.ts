import type { Block, Item } from '../tree';
import { inlineText } from './spacing';
import type { Piece } from './pieces';

/** Columns by which what stands inside stands deeper. */
export const step = 2;

/** Lines are kept within this many columns where the layout has a choice. */
export const widest = 120;

/** What a piece does in the layout, where it is more than one word of a value. */
export type Role =
  /** First piece of an item; `inline` where its block is written on one line. */
  | { readonly kind: 'item'; readonly item: Item; readonly depth: number; readonly inline: boolean }
  /** `{` and `}` of a block; `inline` where the block is written on one line. */
  | { readonly kind: 'open' | 'close'; readonly depth: number; readonly inline: boolean };

/** Roles by the offset at which their piece starts. */
export type Roles = ReadonlyMap<number, Role>;

/** The pieces of a declaration, found by where they start. */
export interface PieceIndex {
  readonly pieces: readonly Piece[];
  /** The pieces from the one that starts at `start` up to the last that ends at `end` or before. */
  between(start: number, end: number): readonly Piece[];
}

/** An index over pieces in order. */
export function indexPieces(pieces: readonly Piece[]): PieceIndex {
  const indexes = new Map(pieces.map((piece, index) => [piece.start, index]));
  return {
    pieces,
    between: (start, end) => {
      const from = indexes.get(start) ?? 0;
      let to = from;
      for (let piece = pieces[to]; piece && piece.end <= end && piece.kind !== 'end'; piece = pieces[to]) to += 1;
      return pieces.slice(from, to);
    },
  };
}

function holdsStatements(block: Block): boolean {
  return block.items.some((item) =>
    item.kind === 'block' ? holdsStatements(item) : item.kind === 'at' || item.kind === 'expect',
  );
}

/** Whether a block was written on one line and may stay there: it holds no statements and fits. An empty one always may. */
function staysOnOneLine(block: Block, body: NonNullable<Block['body']>, depth: number, index: PieceIndex): boolean {
  const inside = index.between(body.start, body.end).slice(1);
  if (inside.length === 1) return true;
  const hasBreak = inside.some((piece) => piece.breaks > 0 || /[\r\n]/.test(piece.text));
  if (hasBreak || holdsStatements(block)) return false;
  return (
    depth * step + inlineText(index.between(block.span.start, block.span.end), inlineRoles(block)).length <= widest
  );
}

function inlineRoles(block: Block): Roles {
  const roles = new Map<number, Role>();
  addBlock(roles, block, 0, true, () => true);
  return roles;
}

type Fits = (block: Block, body: NonNullable<Block['body']>, depth: number) => boolean;

function addItems(roles: Map<number, Role>, items: readonly Item[], depth: number, inline: boolean, fits: Fits): void {
  for (const item of items) {
    roles.set(item.span.start, { kind: 'item', item, depth, inline });
    if (item.kind === 'block') addBlock(roles, item, depth, inline, fits);
  }
}

function addBlock(roles: Map<number, Role>, block: Block, depth: number, inline: boolean, fits: Fits): void {
  const { body } = block;
  if (!body) return;
  const inside = inline || fits(block, body, depth);
  roles.set(body.start, { kind: 'open', depth, inline: inside });
  roles.set(body.end - 1, { kind: 'close', depth, inline: inside });
  addItems(roles, block.items, depth + 1, inside, fits);
}

/** What each piece of a declaration without syntax errors does in the layout. */
export function rolesOf(blocks: readonly Block[], index: PieceIndex): Roles {
  const roles = new Map<number, Role>();
  addItems(roles, blocks, 0, false, (block, body, depth) => staysOnOneLine(block, body, depth, index));
  return roles;
}
