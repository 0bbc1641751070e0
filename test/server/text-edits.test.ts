import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createDocument } from '../../src/language/document';
import { editsTo } from '../../src/server/text-edits';

const uri = 'file:///a.hacluster';

/** The text after the edits, as an editor applies them. */
function edited(text: string, newText: string): string {
  const edits = editsTo(createDocument(uri, text), newText);
  return TextDocument.applyEdits(
    TextDocument.create(uri, 'hacluster', 1, text),
    edits.map((edit) => ({ ...edit })),
  );
}

function shown(text: string, newText: string): readonly string[] {
  return editsTo(createDocument(uri, text), newText).map(
    ({ range: { start, end }, newText: put }) =>
      `${String(start.line)}:${String(start.character)}-${String(end.line)}:${String(end.character)} ${JSON.stringify(put)}`,
  );
}

describe('edits from one text to another', () => {
  it.each([
    ['nothing', 'a\nb\n', 'a\nb\n', []],
    ['a word', 'node A { memmory = 1GB }\n', 'node A { memory = 1GB }\n', ['0:12-0:13 ""']],
    ['a line', 'a\nb\n', 'a\nx\nb\n', ['1:0-1:0 "x\\n"']],
    ['a line of a text with the breaks of Windows', 'a\r\nb\r\n', 'a\r\nx\r\nb\r\n', ['1:0-1:0 "x\\r\\n"']],
    ['two places', 'a\nb\nc\nd\n', 'aa\nb\nc\ndd\n', ['0:1-0:1 "a"', '3:1-3:1 "d"']],
    ['no half of a character', 'a 😀\n', 'a 😁\n', ['0:2-0:4 "😁"']],
    ['everything', 'a', '', ['0:0-0:1 ""']],
  ])('%s', (_, text, newText, edits) => {
    expect(shown(text, newText)).toEqual(edits);
  });

  it('give the new text', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'ä', '😀', '😁', '\n', '\r\n', ' ')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(edited(one, other)).toBe(other);
      }),
    );
  });

  it('give the new text where more lines change than are compared', () => {
    const lines = (word: string): string =>
      Array.from({ length: 2000 }, (_, index) => `${word}${String(index)}\n`).join('');
    expect(edited(`same\n${lines('a')}end\n`, `same\n${lines('b')}end\n`)).toBe(`same\n${lines('b')}end\n`);
    expect(shown(`same\n${lines('a')}end\n`, `same\n${lines('b')}end\n`)).toHaveLength(1);
  });
});
