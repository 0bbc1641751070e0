import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/language/document';
import { followEdit, gather, hasCluster, includesOf } from '../../src/model/includes';

const pieces = ['node A { }\n', 'include "b"\n', 'cluster C { }\n', 'group G {\n', '}\n', '"', 'include', ' { ', '# '];

describe('which files make a design', () => {
  it('is known after every edit as if the text were read anew', () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat(12), text: fc.constantFrom(...pieces, '') });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), fc.array(edit, { maxLength: 8 }), (start, edits) => {
        let document = createDocument('a', start.join(''));
        for (const { at, length, text } of edits) {
          includesOf(document);
          const from = document.length === 0 ? 0 : at % document.length;
          const range = { start: document.positionAt(from), end: document.positionAt(from + length) };
          const edited = document.change(range, text);
          followEdit(document, edited);
          document = edited;
          const fresh = createDocument('a', document.text());
          expect(includesOf(document).map(({ path }) => path)).toEqual(includesOf(fresh).map(({ path }) => path));
          expect(includesOf(document).map(({ place }) => document.rangeOf(place))).toEqual(
            includesOf(fresh).map(({ place }) => fresh.rangeOf(place)),
          );
          expect(hasCluster(document)).toBe(hasCluster(fresh));
        }
      }),
    );
  });

  it('leaves out without a word what is still being read', () => {
    const first = createDocument('a', 'cluster C { }\ninclude "b"\ninclude "c"\n');
    const c = createDocument('c', 'node N { }\n');
    const gathered = gather(first, (path) => (path === 'c' ? { document: c } : { reading: true }));
    expect(gathered).toEqual({ documents: [first, c], findings: [] });
  });
});
