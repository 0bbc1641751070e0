import type { TextEdit } from 'vscode-languageserver';
import { createDocument } from '../../language/document';
import type { Document } from '../../language/document';
import type { Position, Range } from '../../language/span';
import type { Block } from '../../language/tree';
import { formattingOf } from '../formatting';
import { whereIs } from './lookup';

/** Characters after which lines are laid out. */
export const layoutTriggers = { first: '}', more: ['\n'] };

/** Declarations laid out on either side with the one that is typed in: columns go across neighbours, but not across a whole file. */
const neighbours = 50;

/** A stretch of a document as a document of its own, with the line it begins in. */
interface Stretch {
  readonly document: Document;
  readonly firstLine: number;
}

function stretchAround(document: Document, position: Position): Stretch {
  const { declaration } = document.spotAt(position);
  const index = document.declarations.indexOf(declaration);
  const first = Math.max(0, index - neighbours);
  const some = document.declarations.slice(first, index + neighbours + 1);
  const firstLine = (some[0] && document.lineOf(some[0])) ?? 0;
  return { document: createDocument(document.file, some.map(({ text }) => text).join('')), firstLine };
}

function moved({ start, end }: Range, lines: number): Range {
  return {
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  };
}

/** The block whose `}` has just been typed, or the one a line has just been ended in. */
function blockAt(document: Document, position: Position, typed: string): { block: Block; lines: Range } | undefined {
  const where = whereIs(document, position);
  const isMeant = ({ span }: Block): boolean => typed === '\n' || span.end === where.offset;
  const block = where.blocks.findLast(isMeant);
  const lines = block && document.rangeOf({ declaration: where.declaration, span: block.span });
  return block && lines && { block, lines };
}

/** Lines that are laid out after a character: those of the block that a `}` ends, or those up to the one that was ended. */
function linesAfter(document: Document, position: Position, typed: string): Range | undefined {
  const found = blockAt(document, position, typed);
  if (typed === '}') return found?.lines;
  if (position.line === 0) return undefined;
  const before = { line: position.line - 1, character: Number.MAX_SAFE_INTEGER };
  const start = found ? found.lines.start : { line: before.line, character: 0 };
  return start.line > before.line ? undefined : { start, end: before };
}

/** An edit without what it does behind the end of a line; undefined where nothing is left of it, or where it would join lines. */
function cutAt(line: number, document: Document, { range, newText }: TextEdit): TextEdit | undefined {
  if (range.end.line <= line) return { range, newText };
  if (range.start.line < line || !newText.includes('\n')) return undefined;
  const end = document.positionAt(document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }));
  return { range: { start: range.start, end }, newText: newText.split(/\r?\n/)[0] ?? '' };
}

/** The edits that lay out what has just been completed by a `}` or a line break. The line of the cursor is left alone after a line break. */
export function editsWhileTyping(document: Document, position: Position, typed: string): TextEdit[] {
  const stretch = stretchAround(document, position);
  const at = { line: position.line - stretch.firstLine, character: position.character };
  const lines = linesAfter(stretch.document, at, typed);
  if (!lines) return [];
  return formattingOf(stretch.document, lines).flatMap((edit) => {
    const cut = cutAt(lines.end.line, stretch.document, edit);
    return cut ? [{ range: moved(cut.range, stretch.firstLine), newText: cut.newText }] : [];
  });
}
