import type { SelectionRange } from 'vscode-languageserver';
import type { Document } from '../../language/document';
import { touches } from '../../language/span';
import type { Position, Range, Span } from '../../language/span';
import type { Item } from '../../language/tree';
import { whereIs } from './lookup';
import { valuesOf } from './walk';

/** The parts of an item that may be selected on their own. */
function partsOf(item: Item): readonly Span[] {
  switch (item.kind) {
    case 'block': {
      const { keyword, label, header, body, span } = item;
      const inside = body && { start: body.start + 1, end: Math.max(body.start + 1, body.end - 1) };
      return [keyword.span, header, span, ...(label ? [label.span] : []), ...(body && inside ? [inside, body] : [])];
    }
    case 'attribute': {
      const { name, key, value, span } = item;
      return [name.span, ...(key ? [key.span] : []), ...[...valuesOf(value)].map((one) => one.span), span];
    }
    case 'at': {
      const { span, time, action } = item;
      const words = action?.arguments.flatMap((one) => one.words.map((word) => word.span)) ?? [];
      return [span, ...(time ? [time.span] : []), ...(action ? [action.span] : []), ...words];
    }
    case 'expect': {
      const { span, term } = item;
      const subject = term && 'subject' in term ? [term.subject.name.span] : [];
      const owner = term?.kind === 'owned' ? [term.by.span] : term?.kind === 'state' && term.on ? [term.on.span] : [];
      return [span, ...subject, ...owner];
    }
  }
}

function chain(ranges: readonly Range[], whole: Range): SelectionRange {
  return ranges.reduce<SelectionRange>((parent, range) => ({ range, parent }), { range: whole });
}

/** For each position the ranges around it, from the word to the whole text. */
export function selectionRangesAt(document: Document, positions: readonly Position[]): SelectionRange[] {
  const whole = { start: { line: 0, character: 0 }, end: document.positionAt(document.length) };
  return positions.map((position) => {
    const { declaration, offset, blocks, item } = whereIs(document, position);
    const spans = [...blocks, ...(item ? [item] : [])]
      .flatMap(partsOf)
      .filter((span) => touches(span, offset))
      .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    // Of spans that merely touch each other at the position only one can be in the chain.
    const nested = spans.reduce<readonly Span[]>((row, span) => {
      const last = row.at(-1);
      const fits =
        !last || (last.start <= span.start && span.end <= last.end && last.end - last.start > span.end - span.start);
      return fits ? [...row, span] : row;
    }, []);
    return chain(
      nested.flatMap((span) => document.rangeOf({ declaration, span }) ?? []),
      whole,
    );
  });
}
