import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../../src/language/document';
import type { Document } from '../../../src/language/document';
import type { Position, Range } from '../../../src/language/span';
import { readDesign } from '../../../src/model/design';
import { dependenciesOf, dependencyItemsAt, dependentsOf } from '../../../src/server/features/call-hierarchy';
import { completionAt } from '../../../src/server/features/completion';
import { foldingOf } from '../../../src/server/features/folding';
import { hintsIn } from '../../../src/server/features/hints';
import { hoverAt } from '../../../src/server/features/hover';
import { lensesOf } from '../../../src/server/features/lenses';
import { linksOf } from '../../../src/server/features/links';
import type { Subject } from '../../../src/server/features/lookup';
import { definitionAt, highlightsAt, referencesAt } from '../../../src/server/features/navigation';
import { renameAt, renameRangeAt } from '../../../src/server/features/rename';
import { selectionRangesAt } from '../../../src/server/features/selection';
import { semanticTokensOf } from '../../../src/server/features/semantic-tokens';
import { workspaceSymbols } from '../../../src/server/features/workspace-symbols';
import { base, uri } from './subject';

/** Everything the features say of one position, as one value. */
function everything(subject: Subject, position: Position): unknown {
  const { document, design } = subject;
  const whole = { start: { line: 0, character: 0 }, end: document.positionAt(document.length) };
  const items = dependencyItemsAt(subject, position);
  return [
    completionAt(subject, position, true),
    hoverAt(subject, position),
    definitionAt(subject, position),
    referencesAt(subject, position, true),
    highlightsAt(subject, position),
    renameRangeAt(subject, position),
    renameAt(subject, position, 'New name'),
    items,
    items.map((item) => [dependenciesOf(design, item), dependentsOf(design, item)]),
    selectionRangesAt(document, [position]),
    hintsIn(subject, whole),
    lensesOf(document),
    linksOf(document),
    workspaceSymbols([document], ''),
  ];
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value;
}

/** Every range in a value, however deep. */
function rangesIn(value: unknown): readonly Range[] {
  if (typeof value !== 'object' || value === null) return [];
  return isRange(value) ? [value] : Object.values(value).flatMap(rangesIn);
}

function isInside(document: Document, position: Position): boolean {
  const { line, character } = document.positionAt(document.offsetAt(position));
  return line === position.line && character === position.character;
}

/** A design after a few mutations: pieces cut out, doubled, or replaced by marks that matter. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat({ max: base.length }),
      length: fc.nat({ max: 30 }),
      put: fc.constantFrom(
        '',
        '"',
        '{',
        '}',
        '[',
        '=',
        '(',
        '\n',
        '\r\n',
        '\uD800',
        '/*',
        ' and ',
        'node X {',
        '\uFEFF',
      ),
    }),
    { maxLength: 6 },
  )
  .map((edits) => edits.reduce((text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length), base));

describe('whatever the text', () => {
  it('every feature answers, and with places inside it', () => {
    fc.assert(
      fc.property(mutated, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const document = createDocument(uri, text);
        const subject = { document, design: readDesign([document]) };
        const position = document.positionAt(Math.floor(share * text.length));
        for (const { start, end } of rangesIn(everything(subject, position))) {
          expect(isInside(document, start)).toBe(true);
          expect(isInside(document, end)).toBe(true);
          expect(document.offsetAt(start)).toBeLessThanOrEqual(document.offsetAt(end));
        }
        for (const { startLine, endLine } of foldingOf(document)) {
          expect(startLine).toBeLessThan(endLine);
          expect(endLine).toBeLessThan(document.lineCount);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('semantic tokens are in order and lie in their lines', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const document = createDocument(uri, text);
        const { data } = semanticTokensOf(document);
        let line = 0;
        let end = 0;
        let character = 0;
        for (let at = 0; at < data.length; at += 5) {
          const [lines = 0, characters = 0, length = 0] = data.slice(at, at + 5);
          character = lines > 0 ? characters : character + characters;
          if (lines === 0) expect(character).toBeGreaterThanOrEqual(end);
          line += lines;
          end = character + length;
          expect(isInside(document, { line, character: end })).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'group "Broken {\n owner = = [',
    'node X {{{ ',
    'scenario S {\n at 1 2 3 expect\n expect',
    'disk D { volume "',
  ])('what is broken (%s) takes nothing from the declarations after it', (broken) => {
    const plain = createDocument(uri, base);
    const beside = createDocument(uri, `${broken}\n${base}`);
    const lines = broken.split('\n').length;
    const offset = base.indexOf('owner = HostA') + 'owner = H'.length;
    const { line, character } = plain.positionAt(offset);
    const before = { document: plain, design: readDesign([plain]) };
    const after = { document: beside, design: readDesign([beside]) };
    const moved = { line: line + lines, character };
    expect(hoverAt(after, moved)?.contents).toEqual(hoverAt(before, { line, character })?.contents);
    expect(referencesAt(after, moved, true)).toHaveLength(referencesAt(before, { line, character }, true).length);
    expect(completionAt(after, moved, true).items.map(({ label }) => label)).toEqual(
      completionAt(before, { line, character }, true).items.map(({ label }) => label),
    );
  });
});
