import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../../src/language/document';
import { readDesign } from '../../../src/model/design';
import { checkDesign } from '../../../src/checks/check';
import { renameAt, renameRangeAt } from '../../../src/server/features/rename';
import { base, subjectOf, textIn, uri } from './subject';
import type { MarkedSubject } from './subject';

/** The text after renaming, or the reason why not. */
function renamed(subject: MarkedSubject, name: string): string {
  const result = renameAt(subject, subject.cursor, name);
  if ('refused' in result) return result.refused;
  const edits = [...result.edits];
  edits.sort((a, b) => subject.document.offsetAt(b.range.start) - subject.document.offsetAt(a.range.start));
  return edits.reduce((text, { range, newText }) => {
    const { document } = subject;
    return text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  }, subject.text);
}

describe('rename', () => {
  it.each([
    [
      'every use',
      'node A¦ { }\ngroup G { owner = A  preferred_owners = [a] }',
      'B',
      'node B { }\ngroup G { owner = B  preferred_owners = [B] }',
    ],
    [
      'with quotes where they are needed',
      'node A { }\ngroup G { owner = ¦A }',
      'A 1',
      'node "A 1" { }\ngroup G { owner = "A 1" }',
    ],
    ['with quotes where they were', 'node "A" { }\ngroup G { owner = ¦A }', 'B', 'node "B" { }\ngroup G { owner = B }'],
    ['a name given in quotes', 'node A¦ { }', '"B 1"', 'node "B 1" { }'],
    ['a quote mark doubled', 'node A¦ { }', 'B"1', 'node "B""1" { }'],
    [
      'a disk, its resources and what needs them',
      'disk L { }\ngroup G {\n physical_disk L\n resource R { depends_on = L¦ }\n}',
      'M',
      'disk M { }\ngroup G {\n physical_disk M\n resource R { depends_on = M }\n}',
    ],
    [
      'a word of the expression in quotes',
      'group G {\n resource R¦ { }\n resource Q { depends_on = R }\n}',
      'and',
      'group G {\n resource "and" { }\n resource Q { depends_on = "and" }\n}',
    ],
    [
      'a word of a statement in quotes',
      'node N¦ { }\nscenario S {\n expect N owned by N\n}',
      'owned',
      'node owned { }\nscenario S {\n expect "owned" owned by "owned"\n}',
    ],
    ['the case alone', 'node host¦ { }\ngroup G { owner = host }', 'HOST', 'node HOST { }\ngroup G { owner = HOST }'],
    [
      'the second of a name alone',
      'node A { }\nnode A¦ { }\ngroup G { owner = A }',
      'B',
      'node A { }\nnode B { }\ngroup G { owner = A }',
    ],
    [
      'a group, not its machine',
      'group V¦ { virtual_machine V { } }\nscenario S {\n expect V online\n expect group V online\n}',
      'W',
      'group W { virtual_machine V { } }\nscenario S {\n expect V online\n expect group W online\n}',
    ],
  ])('changes %s', (_, source, name, expected) => {
    expect(renamed(subjectOf(source), name)).toBe(expected);
  });

  it.each([
    [
      'a name of the same kind',
      'node A¦ { }\nnode B { }',
      'b',
      'There is a node named B already in line 2: A cannot have its name too.',
    ],
    [
      'a resource, for a disk that has one',
      'disk L¦ { }\ngroup G {\n physical_disk L\n resource R { }\n}',
      'R',
      'There is a resource named R already in line 4: L cannot have its name too.',
    ],
    [
      'a name that hides another in a scenario',
      'node N { }\ngroup G¦ { }\nscenario S {\n expect N up\n}',
      'N',
      'N in line 4 would then mean something else: write its kind before it, or choose another name.',
    ],
    [
      'a name that another hides in a scenario',
      'node N¦ { }\ngroup G { }\nscenario S {\n expect N up\n}',
      'G',
      'G in line 4 would then mean something else: write its kind before it, or choose another name.',
    ],
    ['an empty name', 'node A¦ { }', ' ', 'A name cannot be empty.'],
    ['a name over two lines', 'node A¦ { }', 'a\nb', 'A name stands on one line.'],
    ['what is no name', 'no¦de A { }', 'b', 'There is no name here that can be changed.'],
  ])('refuses %s', (_, source, name, expected) => {
    expect(renamed(subjectOf(source), name)).toBe(expected);
  });

  it.each([
    ['a reference', 'node A { }\ngroup G { owner = ‹¦A› }', 'A'],
    ['a name in quotes', 'node ‹"A ¦1"› { }', 'A 1'],
  ])('offers the range of %s', (_, source, placeholder) => {
    const subject = subjectOf(source);
    expect(renameRangeAt(subject, subject.cursor)).toEqual({ range: subject.ranges[0], placeholder });
  });

  it('is not offered for a name that nothing bears', () => {
    const subject = subjectOf('group G { owner = A¦ }');
    expect(renameRangeAt(subject, subject.cursor)).toBeUndefined();
  });

  const places = [
    'node Host¦A',
    'disk LUN¦1',
    '"VM1¦ Configuration" {',
    'workload Ord¦ers',
    'storage SAN¦1',
    'network L¦AN',
  ];

  it('keeps every finding of the design, whatever the name', () => {
    const codes = (text: string): readonly string[] =>
      checkDesign(readDesign([createDocument(uri, text)])).map(({ code }) => code);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.string({ minLength: 1 }), (place, name) => {
        const subject = subjectOf(base.replace(place.replace('¦', ''), place));
        const result = renameAt(subject, subject.cursor, name);
        if ('refused' in result) return;
        expect(codes(renamed(subject, name))).toEqual(codes(subject.text));
      }),
    );
  });

  it('touches nothing but names', () => {
    const subject = subjectOf(base.replace('disk LUN1', 'disk LUN¦1'));
    const result = renameAt(subject, subject.cursor, 'X');
    const edits = 'edits' in result ? result.edits : [];
    expect(edits.map(({ range }) => textIn(subject, range))).toEqual(['LUN1', 'LUN1', 'LUN1', 'LUN1']);
  });
});
