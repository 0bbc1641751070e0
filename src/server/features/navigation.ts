import { DocumentHighlightKind } from 'vscode-languageserver';
import type { DocumentHighlight, Location, LocationLink } from 'vscode-languageserver';
import type { Place } from '../../language/finding';
import type { Position } from '../../language/span';
import { resolvePath } from '../../model/paths';
import { locate, nameAt, named, placesOf, whereIs } from './lookup';
import type { Subject, Where } from './lookup';
import { pathAt } from './paths';

/** The declaration that something leads to, and the stretch of text that leads there. */
interface Target {
  readonly from: Place;
  readonly to: Place;
}

function targetOf(subject: Subject, where: Where): Target | undefined {
  const { declaration } = where;
  const name = nameAt(subject, where);
  if (name) return { from: { declaration, span: name.span }, to: name.declared.place };
  const path = pathAt(where);
  if (!path) return undefined;
  const found = resolvePath(subject.design.cluster, path.text);
  if (found.kind !== 'volume') return undefined;
  const { block, declaration: of } = found.volume;
  return { from: { declaration, span: path.span }, to: { declaration: of, span: (block.label ?? block.keyword).span } };
}

/** The whole block whose label stands at a place. */
function blockAround({ declaration, span }: Place): Place {
  let blocks = declaration.blocks;
  let found = span;
  for (;;) {
    const inner = blocks.find((block) => block.span.start <= span.start && span.end <= block.span.end);
    if (!inner) return { declaration, span: found };
    found = inner.span;
    blocks = inner.items.filter((item) => item.kind === 'block');
  }
}

/** Where the name at a position is declared; for a path, the volume that holds the file. */
export function definitionAt(subject: Subject, position: Position): LocationLink[] {
  const target = targetOf(subject, whereIs(subject.document, position));
  if (!target) return [];
  const selection = locate(subject.design, target.to);
  const block = locate(subject.design, blockAround(target.to));
  const origin = subject.document.rangeOf(target.from);
  if (!selection || !block) return [];
  return [
    {
      targetUri: selection.uri,
      targetRange: block.range,
      targetSelectionRange: selection.range,
      ...(origin && { originSelectionRange: origin }),
    },
  ];
}

/** Every place where the thing at a position is named, in all files of the design. */
export function referencesAt(subject: Subject, position: Position, withDeclaration: boolean): Location[] {
  const name = nameAt(subject, whereIs(subject.document, position));
  if (!name) return [];
  const [declaration, ...others] = placesOf(named(subject.design, name.declared));
  const places = withDeclaration && declaration ? [declaration, ...others] : others;
  return places.flatMap((place) => locate(subject.design, place) ?? []);
}

/** The places of this document where the thing at a position is named: its declaration as written, the others as read. */
export function highlightsAt(subject: Subject, position: Position): DocumentHighlight[] {
  const name = nameAt(subject, whereIs(subject.document, position));
  if (!name) return [];
  return placesOf(named(subject.design, name.declared)).flatMap((place, index) => {
    const range = subject.document.rangeOf(place);
    const kind = index === 0 ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
    return range ? [{ range, kind }] : [];
  });
}
