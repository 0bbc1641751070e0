import { describe, expect, it } from 'vitest';
import { fixAll } from '../../src/checks/fix';
import { createChecker } from '../../src/checks/incremental/checker';
import { createDocument } from '../../src/language/document';
import { createDesignReader, readDesign } from '../../src/model/design';
import { checkDesign } from '../../src/checks/check';
import { findingsOf, offsetsOf, unmark } from './support';

const cluster =
  'cluster C {\n  version = "2008"\n  quorum { model = node_and_file_share_majority  witness = "\\\\DC\\W" }\n}\n';
const preview = 'node/update-missing';
const node = (name: string): string => `node ${name} {\n  memory = 32GB\n  updates = []\n}\n`;

function codesOf(text: string): readonly string[] {
  return findingsOf(text).findings.map(({ code }) => code);
}

describe('a comment hides findings', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['nothing hidden', cluster + node('A') + node('B'), [preview, preview]],
    [
      'of the block below it',
      `${cluster}# hacluster-disable-next-line ${preview}\n${node('A')}${node('B')}`,
      [preview],
    ],
    [
      'with other comments between',
      `${cluster}# hacluster-disable-next-line ${preview}\n# the old one\n${node('A')}${node('B')}`,
      [preview],
    ],
    [
      'as a comment of another kind, with a reason',
      `${cluster}/* hacluster-disable-next-line ${preview} -- soon */\n${node('A')}${node('B')}`,
      [preview],
    ],
    ['in the rest of the file', `${cluster}# hacluster-disable ${preview}\n${node('A')}${node('B')}`, []],
    ['only from the comment on', `${cluster}${node('A')}# hacluster-disable ${preview}\n${node('B')}`, [preview]],
    [
      'of several codes',
      `${cluster}# hacluster-disable-next-line ${preview}, language/unused\n${node('A')}${node('B')}storage S { }\n`,
      [preview, 'language/unused', 'language/unused-suppression'],
    ],
  ])('%s', (_, text, expected) => {
    expect(codesOf(text).toSorted()).toEqual(expected.toSorted());
  });

  it('on a line inside a block', () => {
    const text = (comment: string): string =>
      `${cluster}node A { memory = 32GB }\nnode B { memory = 32GB }\ngroup G {\n  ip_address I\n${comment}  priority = high\n}\n`;
    expect(codesOf(text(''))).toContain('version/not-available');
    const codes = codesOf(text('  # hacluster-disable-next-line version/not-available\n'));
    expect(codes).not.toContain('version/not-available');
    expect(codes).not.toContain('language/unused-suppression');
  });

  it('behind Windows line ends', () => {
    expect(
      codesOf(`${cluster}# hacluster-disable-next-line ${preview}\n${node('A')}${node('B')}`.replaceAll('\n', '\r\n')),
    ).toEqual([preview]);
  });

  it('not in other files', () => {
    const first = createDocument('a', `${cluster}# hacluster-disable ${preview}\n${node('A')}`);
    const second = createDocument('b', node('B'));
    const found = checkDesign(readDesign([first, second])).filter(({ code }) => code === preview);
    expect(found.map(({ place }) => place.declaration.file)).toEqual(['b']);
  });

  it('but not errors that leave it unclear what is meant', () => {
    const text = `${cluster}# hacluster-disable language/syntax\n${node('A')}node B { memory = }\n`;
    expect(codesOf(text)).toEqual(['language/syntax', preview, 'language/unused-suppression']);
  });
});

describe('a comment that hides nothing is a hint', () => {
  const right = `${cluster}node A { memory = 1GB }\nnode B { memory = 1GB }\n`;
  it.each<readonly [string, string]>([
    ['nothing to hide', `# hacluster-disable «${preview}»\n${right}`],
    ['nothing on the next line', `${right}# hacluster-disable-next-line «${preview}»\n`],
    ['a code that no rule has', `# hacluster-disable «node/update-mising»\n${right}`],
    ['no code', `«# hacluster-disable»\n${right}`],
    ['a code whose findings come later is not judged', `# hacluster-disable capacity/not-tolerant\n${right}`],
    ['another comment', `# hacluster-disabled ${preview}\n${right}`],
    ['a part of a design is not judged', `# hacluster-disable ${preview}\nstorage S { }\n`],
  ])('%s', (_, marked) => {
    const { text, spans } = unmark(marked);
    const { document, findings } = findingsOf(text);
    const idle = findings.filter(({ code }) => code === 'language/unused-suppression');
    expect(idle.map(({ place }) => offsetsOf(document, place))).toEqual(spans);
    expect(idle.every(({ severity }) => severity === 'hint')).toBe(true);
  });

  it.each<readonly [string, string, string]>([
    ['the whole line goes', `${cluster}# hacluster-disable-next-line ${preview}\n`, cluster],
    [
      'one code goes',
      `${cluster}# hacluster-disable language/unused, ${preview}\nstorage S { }\n`,
      `${cluster}# hacluster-disable language/unused\nstorage S { }\n`,
    ],
    [
      'the first code goes',
      `${cluster}# hacluster-disable ${preview}, language/unused\nstorage S { }\n`,
      `${cluster}# hacluster-disable language/unused\nstorage S { }\n`,
    ],
    [
      'behind a statement',
      `${cluster}node A { memory = 1GB } # hacluster-disable ${preview}\n`,
      `${cluster}node A { memory = 1GB }\n`,
    ],
  ])('its fix: %s', (_, before, after) => {
    const { documents } = fixAll([createDocument('a', before)], 'language/unused-suppression');
    expect(documents[0]?.text()).toBe(after);
  });
});

describe('fixes', () => {
  it('are not applied to what is hidden or turned off', () => {
    const hidden = `${cluster}# hacluster-disable-next-line ${preview}\n${node('A')}node B { memory = 1GB }\n`;
    const off = `${cluster.replace('version', `rules { off = ["${preview}"] }\n  version`)}${node('A')}node B { memory = 1GB }\n`;
    for (const text of [hidden, off]) expect(fixAll([createDocument('a', text)]).applied).toEqual([]);
  });
});

describe('typing', () => {
  it('a comment takes effect, and is judged, as from scratch', () => {
    const reader = createDesignReader();
    const checker = createChecker();
    let document = createDocument('a', `${cluster}\n${node('A')}${node('B')}`);
    checker.check(reader.read([document]));
    const at = document.text().indexOf('node A') - 1;
    const comment = `# hacluster-disable ${preview}, language/unused`;
    for (let index = 0; index < comment.length; index += 1) {
      const position = document.positionAt(at + index);
      document = document.change({ start: position, end: position }, comment.charAt(index));
      const found = checker.check(reader.read([document])).map(({ code, message }) => `${code} ${message}`);
      const afresh = findingsOf(document.text()).findings.map(({ code, message }) => `${code} ${message}`);
      expect(found).toEqual(afresh);
    }
  });
});
