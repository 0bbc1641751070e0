import { FoldingRangeKind } from 'vscode-languageserver';
import type { FoldingRange } from 'vscode-languageserver';
import type { Declaration } from '../../language/declaration';
import type { Document } from '../../language/document';
import type { Span } from '../../language/span';
import { itemsOf, valuesOf } from './walk';

/** Line in the declaration, from 0, that an offset is on. */
function lineAt({ lineStarts }: Declaration, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startsItsLine(declaration: Declaration, offset: number): boolean {
  const start = declaration.lineStarts[lineAt(declaration, offset)] ?? 0;
  return declaration.text.slice(start, offset).trim() === '';
}

/** The lines of something in brackets; a closing bracket that stands on a line of its own stays to be seen. */
function bracketed(declaration: Declaration, start: number, { end }: Span): FoldingRange {
  const last = end - 1;
  const isBracket = declaration.text[last] === '}' || declaration.text[last] === ']';
  const endLine = lineAt(declaration, last) - (isBracket && startsItsLine(declaration, last) ? 1 : 0);
  return { startLine: lineAt(declaration, start), endLine };
}

/** Runs of lines that hold nothing but comments. */
function commentRuns(declaration: Declaration): FoldingRange[] {
  const runs: { startLine: number; endLine: number; kind: FoldingRangeKind }[] = [];
  for (const { span } of declaration.comments) {
    if (!startsItsLine(declaration, span.start)) continue;
    const startLine = lineAt(declaration, span.start);
    const endLine = lineAt(declaration, Math.max(span.start, span.end - 1));
    const last = runs.at(-1);
    if (last && last.endLine + 1 >= startLine) last.endLine = endLine;
    else runs.push({ startLine, endLine, kind: FoldingRangeKind.Comment });
  }
  return runs;
}

function rangesIn(declaration: Declaration): FoldingRange[] {
  const ranges = commentRuns(declaration);
  for (const item of itemsOf(declaration.blocks)) {
    if (item.kind === 'block' && item.body) ranges.push(bracketed(declaration, item.keyword.span.start, item.body));
    if (item.kind !== 'attribute') continue;
    for (const value of valuesOf(item.value)) {
      if (value.kind === 'list') ranges.push(bracketed(declaration, value.span.start, value.span));
    }
  }
  return ranges.filter(({ startLine, endLine }) => endLine > startLine);
}

const known = new WeakMap<Declaration, readonly FoldingRange[]>();

/** What can be folded: blocks, lists and runs of comments that go over several lines. */
export function foldingOf(document: Document): FoldingRange[] {
  return document.declarations.flatMap((declaration) => {
    const ranges = known.get(declaration) ?? rangesIn(declaration);
    known.set(declaration, ranges);
    const first = document.lineOf(declaration) ?? 0;
    return ranges.map((range) => ({
      ...range,
      startLine: range.startLine + first,
      endLine: range.endLine + first,
    }));
  });
}
