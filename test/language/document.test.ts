import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/language/document';
import type { Document } from '../../src/language/document';
import { splitDeclarations } from '../../src/language/split';

const design = `# a design
cluster "C" {
  version = "2008"
}

node A { memory = 32GB } # first
node "B 2" {
  memory = 32GB
  /* a comment
node C { }
  over lines */
}
disk D {
storage = SAN1
  volume "G:" { }
}
scenario "S" {
  at 0s fail node A
}
`;

describe('split into declarations', () => {
  it.each([
    ['each top-level line at column 1 begins one', design, ['# a', 'cluster', 'node A', 'node "', 'disk D', 'scenar']],
    ['a block that is not closed ends there', 'node A {\nnode B { }', ['node A', 'node B']],
    ['not inside a block comment', '/* a\nnode A { }\n*/\nnode B { }', ['/* a', 'node B']],
    ['but where the comment is never closed', '/* a\nnode A { }', ['/* a', 'node A']],
    ['not for an attribute of that name', 'disk D {\nstorage = S\n}', ['disk D']],
    ['not for a longer word', 'node A { }\nnodes = 3', ['node A']],
    ['not in the middle of a string', 'node "a\nnode b', ['node "', 'node b']],
    ['with CRLF', 'node A { }\r\nnode B { }\r\n', ['node A', 'node B']],
    ['of an empty text', '', ['']],
  ])('%s', (_, text, expected) => {
    const { starts } = splitDeclarations(text);
    const pieces = starts.map((start, index) => text.slice(start, starts[index + 1]));
    expect(pieces.map((piece, index) => piece.slice(0, expected[index]?.length))).toEqual(expected);
    expect(pieces.join('')).toBe(text);
  });
});

function textsOf(document: Document): readonly string[] {
  return document.declarations.map((declaration) => declaration.text);
}

function expectEqualToFresh(document: Document): void {
  const fresh = createDocument('a', document.text());
  expect(textsOf(document)).toEqual(textsOf(fresh));
  expect(document.declarations).toEqual(fresh.declarations);
  expect(document.lineCount).toBe(fresh.lineCount);
  expect(document.length).toBe(fresh.length);
}

describe('incremental document', () => {
  it('keeps every declaration an edit does not touch', () => {
    const before = createDocument('a', design);
    const line = before.lineOf(before.declarations[4] ?? fail()) ?? 0;
    const after = before.change(
      { start: { line: line + 1, character: 0 }, end: { line: line + 1, character: 0 } },
      ' ',
    );
    expect(before.declarations.map((one, index) => one === after.declarations[index])).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
  });

  it('finds places again after text before them has changed', () => {
    const before = createDocument('a', design);
    const declaration = before.declarations[5] ?? fail();
    const span = declaration.blocks[0]?.header ?? fail();
    const after = before.change({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '\n\n');
    expect(before.rangeOf({ declaration, span })?.start).toEqual({ line: 16, character: 0 });
    expect(after.rangeOf({ declaration, span })?.start).toEqual({ line: 18, character: 0 });
  });

  it('tells equal declarations apart', () => {
    const document = createDocument('a', 'node A { }\nnode A { }\n');
    const places = document.declarations.map((declaration) =>
      document.rangeOf({ declaration, span: { start: 0, end: 4 } }),
    );
    expect(places.map((range) => range?.start.line)).toEqual([0, 1]);
  });

  it.each([
    ['LF', 'a\nbc\n\nd'],
    ['CRLF', 'a\r\nbc\r\n\r\nd'],
    ['CR', 'a\rbc\r\rd'],
    ['surrogates', '\u{1F600}\n\uD83D\n'],
  ])('offsets and positions agree with %s', (_, text) => {
    const document = createDocument('a', text);
    for (let offset = 0; offset <= text.length; offset += 1) {
      if (text[offset] === '\n' && text[offset - 1] === '\r') continue;
      expect(document.offsetAt(document.positionAt(offset))).toBe(offset);
    }
  });

  it('clips positions that lie outside the text', () => {
    const document = createDocument('a', 'node A { }\nnode B { }');
    expect(document.offsetAt({ line: 0, character: 99 })).toBe(10);
    expect(document.offsetAt({ line: 9, character: 9 })).toBe(21);
    expect(document.offsetAt({ line: -1, character: 3 })).toBe(0);
  });

  const snippets = fc.constantFrom(
    ...[
      '\n',
      '\r\n',
      '\r',
      ' ',
      '{',
      '}',
      '"',
      '/*',
      '*/',
      '#',
      '//',
      '[',
      ']',
      '=',
      'x',
      'node Z { }\n',
      '\nnode Y {',
      '\ndisk E { }\n',
      'and',
      '\uD83D',
      '',
    ],
  );
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat({ max: 40 }),
    insert: snippets,
  });

  it('property: after any sequence of edits it is equal to the document read afresh', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        let document = createDocument('a', design);
        for (const { at, remove, insert } of edits) {
          const start = Math.floor(at * document.length);
          const expected = document.text();
          const range = { start: document.positionAt(start), end: document.positionAt(start + remove) };
          const from = document.offsetAt(range.start);
          const to = Math.max(from, document.offsetAt(range.end));
          document = document.change(range, insert);
          expect(document.text()).toBe(expected.slice(0, from) + insert + expected.slice(to));
          expectEqualToFresh(document);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('property: any text is read without an exception, and every problem lies inside it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(snippets, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 }),
        (parts) => {
          const text = parts.join('');
          const document = createDocument('a', text);
          expect(document.text()).toBe(text);
          for (const declaration of document.declarations) {
            for (const { span } of declaration.problems) {
              expect(span.start).toBeGreaterThanOrEqual(0);
              expect(span.end).toBeGreaterThanOrEqual(span.start);
              expect(span.end).toBeLessThanOrEqual(declaration.text.length);
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function fail(): never {
  throw new Error('the design of this test lacks what the test looks at');
}
