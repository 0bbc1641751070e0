import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/language/document';
import type { Edit } from '../../src/language/finding';
import { formatEdits } from '../../src/language/format/edits';
import { format } from '../../src/language/format/format';
import { documentOf } from '../support/design';

/** A tree without spans; units in one case. */
function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (typeof node !== 'object' || node === null) return node;
  const isNumber = 'kind' in node && node.kind === 'number';
  const entries = Object.entries(node).filter(([key]) => !['span', 'header', 'body'].includes(key));
  return Object.fromEntries(
    entries.map(([key, value]: [string, unknown]) => [
      key,
      isNumber && typeof value === 'string' ? value.toLowerCase() : bare(value),
    ]),
  );
}

const blocksOf = (document: Document): unknown => document.declarations.flatMap(({ blocks }) => blocks.map(bare));

const commentsOf = (document: Document): readonly string[] =>
  document.declarations.flatMap(({ comments }) => comments.map(({ text }) => text.trimEnd()));

const brokenTexts = (document: Document): readonly string[] =>
  document.declarations.filter(({ problems }) => problems.length > 0).map(({ text }) => text.replace(/^\uFEFF/, ''));

function apply(document: Document, edits: readonly Edit[]): string {
  const texts = document.declarations.map((declaration) => {
    const own = edits.filter(({ place }) => place.declaration === declaration);
    return own
      .toSorted((a, b) => b.place.span.start - a.place.span.start)
      .reduce(
        (text, { place, newText }) => text.slice(0, place.span.start) + newText + text.slice(place.span.end),
        declaration.text,
      );
  });
  return texts.join('');
}

/** What holds for every text. */
function holdsFor(text: string): void {
  const document = documentOf(text);
  const formatted = format(document);
  const again = documentOf(formatted);
  expect(blocksOf(again)).toEqual(blocksOf(document));
  expect(commentsOf(again)).toEqual(commentsOf(document));
  expect(brokenTexts(again)).toEqual(brokenTexts(document));
  expect(format(again)).toBe(formatted);
  expect(apply(document, formatEdits(document))).toBe(formatted);
}

const pick = (...choices: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);

const space = pick(' ', '  ', '\t', '', ' /* c */ ', '   ');
const wide = pick(' ', '  ', '\t', ' /* c */ ');
const lineEnd = pick(
  '\n',
  '\r\n',
  '\n\n\n',
  ' # c\n',
  ' // c  \n',
  '\n/* a\n  b */\n',
  '\n  # own line\n',
  ' /* a\n b */ ',
  '\n# hacluster-disable-next-line x/y\n',
);
const separator = fc.oneof({ weight: 3, arbitrary: lineEnd }, pick(';', '; ', '  ', '; # c\n', ' /* c */ '));
const word = pick('memory', 'a', 'LAN', '"B C"', '"C:\\x""y"', 'and_so', 'm', 'GB', 'node', 'disk');
const number = pick('1', '32gb', '4GB', '15M', '20%', '500ms');
const join3 = (parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''));

const { item } = fc.letrec<{ expression: string; list: string; value: string; item: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small' },
    word,
    join3([tie('expression'), pick(' ', '\n', ' # c\n'), pick('and', 'or'), pick(' ', '\n  '), tie('expression')]),
    join3([pick('(', '( ', '(\n'), tie('expression'), pick(')', ' )', '\n)')]),
  ),
  list: fc
    .array(word, { maxLength: 3 })
    .chain((items) => pick(', ', ',', ',\n', ', # c\n').map((comma) => `[${items.join(comma)}]`)),
  value: fc.oneof(word, number, tie('expression'), tie('list')),
  item: fc.oneof(
    { depthSize: 'small' },
    join3([pick('memory', 'size', 'depends_on', 'and', 'x'), space, pick('='), space, tie('value')]),
    join3([pick('guid_on'), wide, word, space, pick('='), space, pick('"{a}"')]),
    join3([pick('physical_disk', 'vhd', 'volume', 'other'), wide, word]),
    join3([
      pick('volume', 'quorum', 'vhd', 'generic_service', 'other'),
      wide,
      word,
      pick('', ' ', '\n', ' # c\n'),
      pick('{', '{ ', '{\n', '{ # c\n', '{\n\n'),
      fc.array(fc.tuple(tie('item'), separator), { maxLength: 4 }).map((all) => all.flat().join('')),
      pick('}', ' }', '\n}', '\n\n  }'),
    ]),
  ),
}));

const statement = pick(
  'at 0s fail node A',
  'at  5M  partition [ A ,B ] from [C]',
  'expect cluster running',
  'expect A online on B within 3m',
);

const declaration = fc.oneof(
  join3([
    pick('node', 'disk', 'group', 'cluster', '  node', 'other'),
    wide,
    word,
    space,
    pick('{', '{\n', '{ # c\n'),
    fc.array(fc.tuple(item, separator), { maxLength: 5 }).map((all) => all.flat().join('')),
    pick('}', '\n}'),
  ]),
  fc
    .array(fc.tuple(statement, pick('\n', ';', ' # c\n')), { maxLength: 4 })
    .map((all) => `scenario "S" {\n${all.flat().join('')}}`),
);

const design = fc
  .tuple(
    pick('', '\uFEFF', '# c\n\n', '\n\n'),
    fc.array(fc.tuple(declaration, lineEnd), { maxLength: 5 }),
    pick('', '\n'),
  )
  .map(([head, all, tail]) => head + all.flat().join('') + tail);

const runs = { numRuns: 400 };

describe('for every text: same meaning, same comments, broken declarations untouched, formatting again changes nothing', () => {
  it('generated', () => {
    fc.assert(fc.property(design, holdsFor), runs);
  });

  it('generated and damaged', () => {
    const damage = fc.tuple(
      fc.nat(),
      fc.nat({ max: 4 }),
      pick('', '{', '}', '"', '\n', '/*', '*/', '#', '=', ',', ';', '(', ']', '\nnode B {'),
    );
    fc.assert(
      fc.property(design, damage, (text, [at, length, inserted]) => {
        const start = text.length === 0 ? 0 : at % text.length;
        holdsFor(text.slice(0, start) + inserted + text.slice(start + length));
      }),
      runs,
    );
  });

  it('arbitrary', () => {
    fc.assert(
      fc.property(fc.string({ unit: pick(...'{}[]()=,;"#/* \n\r'.split(''), 'node', 'a', '1GB', 'and') }), holdsFor),
      runs,
    );
  });
});

const acceptance = join(import.meta.dirname, '../../../shared/acceptance/cases');

describe.skipIf(!existsSync(acceptance))(
  'the same for the designs of the acceptance kit (skipped where there is none)',
  () => {
    const designs = existsSync(acceptance)
      ? readdirSync(acceptance, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.hacluster'))
      : [];

    it.each(designs)('%s', (file) => {
      holdsFor(readFileSync(join(acceptance, file), 'utf8'));
    });
  },
);
