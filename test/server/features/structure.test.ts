import { describe, expect, it } from 'vitest';
import { SymbolKind } from 'vscode-languageserver';
import type { SelectionRange } from 'vscode-languageserver';
import type { Position } from '../../../src/language/span';
import { foldingOf } from '../../../src/server/features/folding';
import { selectionRangesAt } from '../../../src/server/features/selection';
import { legend, semanticTokensOf } from '../../../src/server/features/semantic-tokens';
import { workspaceSymbols } from '../../../src/server/features/workspace-symbols';
import { base, subjectOf, textIn } from './subject';
import type { MarkedSubject } from './subject';

describe('folding', () => {
  it.each([
    ['a block, its brace left to be seen', 'node A {\n  memory = 1GB\n}\n', ['0-1']],
    ['blocks in blocks', 'group G {\n  virtual_machine V {\n    memory = 1GB\n  }\n}', ['0-3', '1-2']],
    ['not what is on one line', 'node A { memory = 1GB }', []],
    ['a block whose brace ends a line of more', 'node A {\n memory = 1GB }', ['0-1']],
    ['a list', 'group G {\n  preferred_owners = [\n    A,\n    B\n  ]\n}', ['0-4', '1-3']],
    ['a run of comments', '# a\n# b\nnode A { }\n# c\n', ['0-1 comment']],
    ['a comment over lines', '/* a\n b */\nnode A { }', ['0-1 comment']],
    ['not comments behind something', 'node A { # a\n} # b', []],
    ['a block that is not closed', 'node A {\n  memory = 1GB\nnode B {\n  memory = 1GB\n}', ['0-1', '2-3']],
    ['with CRLF', 'node A {\r\n  memory = 1GB\r\n}\r\n', ['0-1']],
    ['nothing in an empty text', '', []],
  ])('%s', (_, text, expected) => {
    const found = foldingOf(subjectOf(text).document).map(
      ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === undefined ? '' : ` ${kind}`}`,
    );
    expect(found.sort()).toEqual(expected);
  });
});

describe('selection grows', () => {
  function selections(source: string): readonly string[] {
    const subject = subjectOf(source);
    const texts: string[] = [];
    let next: SelectionRange | undefined = selectionRangesAt(subject.document, [subject.cursor])[0];
    for (; next; next = next.parent) texts.push(textIn(subject, next.range));
    return texts;
  }

  it.each([
    ['from a name in a list', 'group G { preferred_owners = [A, ¦B] }', ['B', '[A, B]', 'preferred_owners = [A, B]']],
    ['from a term', 'group G { resource R { depends_on = A and (¦B or C) } }', ['B', '(B or C)', 'A and (B or C)']],
    ['from a label', 'group ¦"G" { }', ['"G"', 'group "G"', 'group "G" { }']],
    ['from an argument', 'scenario S {\n at 0s fail node ¦A\n}', ['A', 'fail node A', 'at 0s fail node A']],
    ['from a subject', 'scenario S {\n expect ¦V online\n}', ['V', 'expect V online']],
    ['from nowhere', 'node A { }\n\n¦', ['node A { }\n\n']],
  ])('%s', (_, source, expected) => {
    const found = selections(source);
    expect(found.slice(0, expected.length)).toEqual(expected);
    expect(found.at(-1)).toBe(subjectOf(source).text);
  });

  it('for each position asked for', () => {
    const { document, cursor } = subjectOf('node ¦A { }');
    const positions: Position[] = [cursor, { line: 9, character: 9 }];
    expect(selectionRangesAt(document, positions)).toHaveLength(2);
  });
});

describe('semantic tokens', () => {
  /** Each word with its kind; a declaration has a star. */
  function coloured(subject: MarkedSubject, data: readonly number[]): readonly string[] {
    const found: string[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
      character = lines > 0 ? characters : character + characters;
      line += lines;
      const range = { start: { line, character }, end: { line, character: character + length } };
      found.push(`${textIn(subject, range)}: ${legend.tokenTypes[type] ?? ''}${modifiers > 0 ? '*' : ''}`);
    }
    return found;
  }

  it.each([
    [
      'blocks, attributes and names',
      'group "G" {\n owner = A\n}',
      ['group: keyword', '"G": namespace*', 'owner: property', 'A: class'],
    ],
    [
      'keywords',
      'group G { state = online }',
      ['group: keyword', 'G: namespace*', 'state: property', 'online: enumMember'],
    ],
    [
      'dependencies',
      'group G {\n resource R { depends_on = A and B }\n}',
      [
        'group: keyword',
        'G: namespace*',
        'resource: keyword',
        'R: variable*',
        'depends_on: property',
        'A: variable',
        'B: variable',
      ],
    ],
    [
      'labels that name a disk',
      'group G { physical_disk L }',
      ['group: keyword', 'G: namespace*', 'physical_disk: keyword', 'L: struct'],
    ],
    [
      'statements',
      'scenario S {\n at 0s move group G to A\n expect node A up\n}',
      ['scenario: keyword', 'S: event*', 'G: namespace', 'A: class', 'A: class', 'up: enumMember'],
    ],
    ['not what the language does not have', 'node A { memmory = 1GB }\nfoo B { }', ['node: keyword', 'A: class*']],
  ])('of %s', (_, text, expected) => {
    const subject = subjectOf(text);
    expect(coloured(subject, semanticTokensOf(subject.document).data)).toEqual(expected);
  });

  it('of a range are those of its lines', () => {
    const subject = subjectOf('node A { }\nnode B {\n memory = 1GB\n}\nnode C { }');
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    const { data } = semanticTokensOf(subject.document, range);
    expect(coloured(subject, data)).toEqual(['node: keyword', 'B: class*', 'memory: property']);
  });
});

describe('workspace symbols', () => {
  it.each([
    ['a name', 'HostA', ['HostA', 'HostA fails']],
    ['letters of a name', 'v1c', ['VM1 Configuration in VM1']],
    ['a name of several things', 'vm1', ['VM1', 'VM1 Configuration in VM1', 'VM1 in VM1', 'F:\\VM1\\os.vhd in VM1']],
    ['nothing there is', 'zzz', []],
  ])('for %s', (_, query, expected) => {
    const found = workspaceSymbols([subjectOf(base).document], query).map(({ name, containerName }) =>
      containerName === undefined ? name : `${name} in ${containerName}`,
    );
    expect(found).toEqual(expected);
  });

  it('of all open designs, with the place of the name', () => {
    const one = subjectOf('‹node A› { }');
    const found = workspaceSymbols([one.document, subjectOf('node A2 { }').document], 'a');
    expect(found.map(({ name }) => name)).toEqual(['A', 'A2']);
    expect(found[0]).toMatchObject({ kind: SymbolKind.Class, location: { range: one.ranges[0] } });
  });
});
