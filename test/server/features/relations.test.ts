import { describe, expect, it } from 'vitest';
import { createDocument } from '../../../src/language/document';
import { dependenciesOf, dependencyItemsAt, dependentsOf } from '../../../src/server/features/call-hierarchy';
import { hintsIn } from '../../../src/server/features/hints';
import { lensesOf, resolveLens } from '../../../src/server/features/lenses';
import { linksOf } from '../../../src/server/features/links';
import { subjectOf, textIn, uri } from './subject';

const chain = `disk L { }
group G {
  physical_disk L
  resource A { depends_on = L }
  resource B { depends_on = A or (L and A) }
  resource C { }
}
`;

describe('dependencies', () => {
  it.each([
    ['a resource', 'resource A', 'A', ['L (L)'], ['B (A, A)']],
    ['a reference', 'depends_on = A', 'A', ['L (L)'], ['B (A, A)']],
    ['the resource of a disk', 'physical_disk L', 'L', [], ['A (L)', 'B (L)']],
    ['a disk: its resource', 'disk L', 'L', [], ['A (L)', 'B (L)']],
    ['what needs several, each once', 'resource B', 'B', ['A (A, A)', 'L (L)'], []],
    ['what stands alone', 'resource C', 'C', [], []],
  ])('of %s', (_, at, name, dependsOn, requiredBy) => {
    const subject = subjectOf(chain.replace(at, `${at}¦`));
    const { design } = subject;
    const [item] = dependencyItemsAt(subject, subject.cursor);
    expect(item?.name).toBe(name);
    if (!item) return;
    const written = (ranges: readonly Parameters<typeof textIn>[1][]): string =>
      ranges.map((range) => textIn(subject, range)).join(', ');
    expect(dependenciesOf(design, item).map(({ to, fromRanges }) => `${to.name} (${written(fromRanges)})`)).toEqual(
      dependsOn,
    );
    expect(dependentsOf(design, item).map(({ from, fromRanges }) => `${from.name} (${written(fromRanges)})`)).toEqual(
      requiredBy,
    );
  });

  it.each([
    ['a group', 'group G¦ { resource G { } }'],
    ['a disk without a resource', 'disk L¦ { }'],
    ['a word of the language', 'nod¦e A { }'],
    ['an empty text', '¦'],
  ])('none of %s', (_, source) => {
    const subject = subjectOf(source);
    expect(dependencyItemsAt(subject, subject.cursor)).toEqual([]);
  });
});

describe('links', () => {
  it.each([
    ['a file beside it', 'file:///designs/a.hacluster', 'storage.hacluster', 'file:///designs/storage.hacluster'],
    [
      'a file in a folder',
      'file:///designs/a.hacluster',
      'parts\\my disks.hacluster',
      'file:///designs/parts/my%20disks.hacluster',
    ],
    ['a file further up', 'vscode-vfs://github/x/y/a.hacluster', '../b.hacluster', 'vscode-vfs://github/x/b.hacluster'],
  ])('lead to %s', (_, from, file, target) => {
    const document = createDocument(from, `include "${file}"\nnode A { }\n`);
    expect(linksOf(document)).toMatchObject([{ target, range: { start: { line: 0, character: 8 } } }]);
  });

  it.each([
    ['an unsaved text', 'untitled:Untitled-1', 'include "b.hacluster"'],
    ['an include without a file', uri, 'include'],
    ['an include with an empty name', uri, 'include ""'],
  ])('are none in %s', (_, from, text) => {
    expect(linksOf(createDocument(from, text))).toEqual([]);
  });
});

describe('code lenses', () => {
  it('stand over groups and scenarios', () => {
    const { document, ranges } = subjectOf('‹group G› { }\nnode A { }\n‹scenario "S 1"› { }\nscenario { }');
    expect(
      lensesOf(document)
        .map(resolveLens)
        .map(({ range, command }) => [range, command?.title, command?.command, command?.arguments]),
    ).toEqual([
      [ranges[0], 'Simulate failover', 'hacluster.simulateFailover', [uri]],
      [ranges[0], 'Show dependencies', 'hacluster.showDependencies', [uri]],
      [ranges[1], 'Run', 'hacluster.runScenario', [uri, 'S 1', { noDebug: true }]],
      [ranges[1], 'Step through', 'hacluster.runScenario', [uri, 'S 1']],
    ]);
  });
});

describe('inlay hints', () => {
  const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  function hints(source: string, range = everything): readonly string[] {
    const subject = subjectOf(source);
    return hintsIn(subject, range).map(({ position, label }) => {
      const before = subject.text.split('\n')[position.line]?.slice(0, position.character) ?? '';
      return `${before} ${typeof label === 'string' ? label : ''}`;
    });
  }

  const nodes = 'cluster C { version = "2008" }\nnode A { }\nnode B { }\n';

  it.each([
    ['the owner that is left out', `${nodes}group G { }`, ['group G owned by A']],
    ['the first preferred owner', `${nodes}group G { preferred_owners = [B, A] }`, ['group G owned by B']],
    ['no owner that is given', `${nodes}group G { owner = B }`, []],
    [
      'possible owners that are fewer',
      `${nodes}group G { owner = B  resource R { possible_owners = [B] } }`,
      ['group G only on B'],
    ],
    [
      'that no node may own it',
      `${nodes}group G { owner = B  resource R { possible_owners = [] } }`,
      ['group G no possible owner'],
    ],
    ['the release that is left out', 'cluster C { }', ['cluster C version 2025']],
  ])('say %s', (_, source, expected) => {
    expect(hints(source).filter((hint) => !hint.startsWith('node'))).toEqual(expected);
  });

  it.each([
    ['static', nodes, ['node A 1 of 2 votes', 'node B 1 of 2 votes']],
    [
      'weights',
      'cluster C { version = "2008R2" }\nnode A { node_weight = 0 }\nnode B { }',
      ['node A 0 of 1 vote', 'node B 1 of 1 vote'],
    ],
    [
      'with a witness',
      `cluster C { version = "2008"  quorum { witness = W } }\nnode A { }\nnode B { }\ndisk W { }`,
      ['node A 1 of 3 votes', 'node B 1 of 3 votes'],
    ],
    [
      'dynamic: one of two gives up its vote',
      nodes.replace('2008', '2016'),
      ['node A 1 of 1 vote', 'node B 0 of 1 vote'],
    ],
  ])('count votes: %s', (_, source, expected) => {
    expect(hints(source)).toEqual(expected);
  });

  it('are those of the range', () => {
    expect(hints(`${nodes}group G { }`, { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } })).toEqual([
      'node B 1 of 2 votes',
    ]);
  });
});
