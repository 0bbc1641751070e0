import type { Declaration } from '../declaration';
import type { Block } from '../tree';
import type { Line, Row } from './line';
import { isComment, piecesOf, spansLines } from './pieces';
import type { Piece } from './pieces';
import { inlineText, spacesBetween } from './spacing';
import { indexPieces, rolesOf, step } from './structure';
import type { PieceIndex, Role, Roles } from './structure';

/** A declaration laid out: its lines, and whether a blank line stands behind it. */
export interface Layout {
  readonly lines: readonly Line[];
  readonly blankAfter: boolean;
}

/** Where the layout stands in the tree. */
interface Place {
  /** Depth of the items around. */
  readonly depth: number;
  /** Depth of the item last begun, and the end of its part outside `{ }`. */
  readonly itemDepth: number;
  readonly itemEnd: number;
  /** Open brackets and parentheses. */
  readonly open: number;
}

type Gap =
  | { readonly kind: 'line'; readonly indent: number; readonly blank: boolean; readonly continues: boolean }
  | { readonly kind: 'space'; readonly width: number };

/** A line that is being written. */
type Draft = { -readonly [K in keyof Line]: Line[K] } & {
  hasToken: boolean;
  startsAttribute: boolean;
  /** Offset at which the block of `row` ends. */
  rowEnd: number;
};

/** A comment that silences a finding covers the line below it: what stands on that line stays together. */
const coversNextLine = 'hacluster-disable-next-line';

/** Lays out a declaration without syntax errors. */
export function layOut(declaration: Declaration): Layout {
  const index = indexPieces(piecesOf(declaration.text));
  const roles = rolesOf(declaration.blocks, index);
  const lines: Draft[] = [];
  let place: Place = { depth: 0, itemDepth: 0, itemEnd: 0, open: 0 };
  let blankAfter = false;
  for (const [at, piece] of index.pieces.entries()) {
    const previous = index.pieces[at - 1];
    if (piece.kind === 'end') blankAfter = piece.breaks > 1;
    else {
      const role = roles.get(piece.start);
      const gap = gapBefore(piece, previous, role, place, lines);
      if (gap.kind === 'line') lines.push(newLine(gap));
      const line = lines.at(-1);
      const next = index.pieces[at + 1];
      const isLast = next === undefined || endsLine(next, piece, roles.get(next.start), place, lines);
      if (line) write(line, piece, gap, role, isLast, index, roles);
      place = placeAfter(piece, role, place);
    }
  }
  return { lines, blankAfter };
}

function newLine({ indent, blank, continues }: Extract<Gap, { readonly kind: 'line' }>): Draft {
  const nothing = { equalsAt: undefined, row: undefined, comment: undefined };
  const start = { text: '', hasToken: false, startsAttribute: false, rowEnd: 0 };
  return { indent, blankBefore: blank, continues, ...start, ...nothing };
}

/** Whether `next` begins a line when it follows `piece` on the line last begun. */
function endsLine(next: Piece, piece: Piece, role: Role | undefined, place: Place, lines: readonly Draft[]): boolean {
  return next.kind === 'end' || gapBefore(next, piece, role, place, lines).kind === 'line';
}

function write(
  line: Draft,
  piece: Piece,
  gap: Gap,
  role: Role | undefined,
  isLast: boolean,
  index: PieceIndex,
  roles: Roles,
): void {
  if (isComment(piece) && line.hasToken && isLast && !spansLines(piece)) {
    line.comment = piece.text;
    return;
  }
  const first = line.text === '';
  if (piece.kind === '=' && line.startsAttribute) line.equalsAt ??= line.text.length;
  if (piece.start >= line.rowEnd) line.row = undefined;
  line.text += (gap.kind === 'space' ? ' '.repeat(gap.width) : '') + piece.text;
  if (!isComment(piece)) line.hasToken = true;
  if (!first || role?.kind !== 'item') return;
  line.startsAttribute = role.item.kind === 'attribute';
  if (role.item.kind !== 'block') return;
  line.row = rowOf(role.item, index, roles);
  line.rowEnd = role.item.span.end;
}

/** A block as a row of a table; undefined for one over several lines, without a body, or with comments inside. */
function rowOf(block: Block, index: PieceIndex, roles: Roles): Row | undefined {
  const { body } = block;
  if (!body) return undefined;
  const open = roles.get(body.start);
  if (open?.kind !== 'open' || !open.inline) return undefined;
  if (index.between(block.span.start, block.span.end).some(isComment)) return undefined;
  return {
    family: block.label ? block.keyword.text : '',
    head: inlineText(index.between(block.header.start, block.header.end), roles),
    cells: block.items.map((item, at) => ({
      name: item.kind === 'attribute' ? item.name.text : item.kind === 'block' ? item.keyword.text : '',
      text: inlineText(index.between(item.span.start, block.items[at + 1]?.span.start ?? body.end - 1), roles),
    })),
  };
}

function gapBefore(
  piece: Piece,
  previous: Piece | undefined,
  role: Role | undefined,
  place: Place,
  lines: readonly Draft[],
): Gap {
  const blank = piece.breaks > 1 && previous !== undefined && previous.kind !== '{';
  const newLineAt = (depth: number, mayBeBlank: boolean): Gap => {
    return { kind: 'line', indent: depth * step, blank: mayBeBlank && blank, continues: false };
  };
  if (!previous) return newLineAt(place.depth, false);
  const space: Gap = { kind: 'space', width: spacesBetween(previous, piece, role) };
  if (role?.kind === 'item') {
    const stays = role.inline || (piece.breaks === 0 && staysOnLine(previous, role.depth, lines));
    return stays ? space : newLineAt(role.depth, true);
  }
  if (role?.kind === 'close') return role.inline ? space : newLineAt(role.depth, false);
  if (role?.kind === 'open') return previous.kind === 'line comment' ? newLineAt(role.depth, false) : space;
  if (piece.breaks === 0) return space;
  const insideItem = place.open > 0 || piece.start < place.itemEnd;
  if (isComment(piece) && !insideItem) return newLineAt(place.depth, true);
  const closes = piece.kind === ']' || piece.kind === ')';
  const deeper = closes ? place.open - 1 : Math.max(1, place.open);
  return { kind: 'line', indent: (place.itemDepth + deeper) * step, blank: false, continues: true };
}

/** Whether an item goes on the line of the piece before: behind a comment that begins the line, or below a silencing one. */
function staysOnLine(previous: Piece, depth: number, lines: readonly Draft[]): boolean {
  if (isComment(previous) && !lines.at(-1)?.hasToken) return !spansLines(previous);
  const above = lines.at(-2);
  // Above the header of a block the comment covers the whole block.
  const coversMore = depth > 0 && previous.kind !== '{';
  return coversMore && above !== undefined && !above.hasToken && above.text.includes(coversNextLine);
}

function placeAfter(piece: Piece, role: Role | undefined, place: Place): Place {
  if (role?.kind === 'item') {
    const { item, depth } = role;
    const itemEnd = item.kind === 'block' ? (item.body?.start ?? item.span.end) : item.span.end;
    return { ...place, itemDepth: depth, itemEnd, open: 0 };
  }
  if (role?.kind === 'open') return { ...place, depth: role.depth + 1, itemEnd: 0 };
  if (role?.kind === 'close') return { ...place, depth: role.depth, itemEnd: 0 };
  if (piece.kind === '[' || piece.kind === '(') return { ...place, open: place.open + 1 };
  if (piece.kind === ']' || piece.kind === ')') return { ...place, open: place.open - 1 };
  return place;
}
