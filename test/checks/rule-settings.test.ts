import { describe, expect, it } from 'vitest';
import { fixAll } from '../../src/checks/fix';
import { createDocument } from '../../src/language/document';
import { findingsOf, offsetsOf, unmark } from './support';

const design = (rules: string, rest = ''): string =>
  `cluster C {\n  version = "2008"\n  quorum { model = node_and_file_share_majority  witness = "\\\\DC\\W" }\n${rules}}\nnode A { memory = 1GB  updates = [] }\nnode B { memory = 1GB }\n${rest}`;
const preview = 'node/update-missing';

describe('severities that a design gives', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['none', '', [`warning ${preview}`]],
    ['off', `  rules { off = ["${preview}"] }\n`, []],
    ['graver', `  rules { error = ["${preview}"] }\n`, [`error ${preview}`]],
    ['less grave', `  rules { hint = ["${preview}"] }\n`, [`hint ${preview}`]],
    [
      'the first mention counts',
      `  rules { info = ["${preview}"]  off = ["${preview}"] }\n`,
      [`info ${preview}`, 'warning language/rule-setting'],
    ],
    [
      'also of what is said of the lists',
      '  rules { off = ["language/rule-setting", "no/rule"] }\n',
      [`warning ${preview}`],
    ],
  ])('%s', (_, rules, expected) => {
    const found = findingsOf(design(rules)).findings.map(({ code, severity }) => `${severity} ${code}`);
    expect(found).toEqual(expected);
  });

  it('do not hold for errors that leave it unclear what is meant', () => {
    const { findings } = findingsOf(
      design('  rules { off = ["language/unknown-attribute"] }\n', 'node D { memory = 1GB  memmory = 2GB }\n'),
    );
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'language/unknown-attribute',
    ]);
  });
});

describe('codes that have no effect where they stand', () => {
  it.each<readonly [string, string, string | undefined]>([
    ['known ones', `rules { off = ["${preview}"]  error = ["capacity/not-tolerant"] }`, undefined],
    ['misspelt', 'rules { off = [«"node/update-mising"»] }', `rules { off = ["${preview}"] }`],
    ['unknown', 'rules { off = [«"what/ever"»] }', undefined],
    ['twice', `rules { off = ["${preview}", «"${preview}"»] }`, `rules { off = ["${preview}"] }`],
    [
      'in two lists',
      `rules { off = ["${preview}"]  error = [«"${preview}"»] }`,
      `rules { off = ["${preview}"]  error = [] }`,
    ],
    [
      'what cannot be turned off',
      `rules { off = [«"language/syntax"», "${preview}"] }`,
      `rules { off = ["${preview}"] }`,
    ],
    ['what is an error anyway', 'rules { error = ["language/syntax"] }', undefined],
  ])('%s', (_, marked, mended) => {
    const { text, spans } = unmark(design(`  ${marked}\n`));
    const { document, findings } = findingsOf(text);
    const idle = findings.filter(({ code }) => code === 'language/rule-setting');
    expect(idle.map(({ place }) => offsetsOf(document, place))).toEqual(spans);
    const { documents } = fixAll([createDocument('a', text)], 'language/rule-setting');
    expect(documents[0]?.text()).toBe(mended === undefined ? text : design(`  ${mended}\n`));
  });
});
