import { describe, expect, it } from 'vitest';
import { parseAction, parseDeclaration } from '../../src/language/parser/parse';
import { outlineOf } from '../support/outline';
import { marked } from '../support/markers';

const outlines: readonly (readonly [string, string, unknown])[] = [
  ['an attribute', 'node A { memory = 32GB }', [{ node: 'A', items: [['memory', { number: 32, unit: 'GB' }]] }]],
  [
    'attributes on one line, separated by space',
    'node A { memory = 32GB  processors = 8 }',
    [
      {
        node: 'A',
        items: [
          ['memory', { number: 32, unit: 'GB' }],
          ['processors', { number: 8, unit: null }],
        ],
      },
    ],
  ],
  [
    'attributes separated by semicolons',
    'node A { memory = 32GB; processors = 8; }',
    [
      {
        node: 'A',
        items: [
          ['memory', { number: 32, unit: 'GB' }],
          ['processors', { number: 8, unit: null }],
        ],
      },
    ],
  ],
  [
    'a block without a body',
    'group G { physical_disk LUN2 }',
    [{ group: 'G', items: [{ physical_disk: 'LUN2', items: [] }] }],
  ],
  [
    'two blocks without a body',
    'group G { physical_disk A physical_disk B }',
    [
      {
        group: 'G',
        items: [
          { physical_disk: 'A', items: [] },
          { physical_disk: 'B', items: [] },
        ],
      },
    ],
  ],
  [
    'a block without a body at the end of the line of its parent',
    'group G { owner = A  physical_disk D\n  physical_disk E\n}',
    [{ group: 'G', items: [['owner', 'A'], { physical_disk: 'D', items: [] }, { physical_disk: 'E', items: [] }] }],
  ],
  ['a brace on the next line', 'node A\n{\n}', [{ node: 'A', items: [] }]],
  [
    'two declarations on one line',
    'node A { } node B { }',
    [
      { node: 'A', items: [] },
      { node: 'B', items: [] },
    ],
  ],
  ['a quoted name', 'node "HV-01.contoso.com" { }', [{ node: 'HV-01.contoso.com', items: [] }]],
  ['a doubled quote mark', 'node "a""b" { }', [{ node: 'a"b', items: [] }]],
  [
    'a backslash before a quote mark',
    'disk D { volume "G:\\" { } }',
    [{ disk: 'D', items: [{ volume: 'G:\\', items: [] }] }],
  ],
  [
    'a keyed attribute',
    'disk D { volume { guid_on HV-01 = "{a}" } }',
    [{ disk: 'D', items: [{ volume: null, items: [['guid_on', 'HV-01', { text: '{a}' }]] }] }],
  ],
  [
    'a list over lines with a trailing comma',
    'node A { networks = [\n LAN,\n "B 2",\n] }',
    [{ node: 'A', items: [['networks', ['LAN', { text: 'B 2' }]]] }],
  ],
  [
    'and binds tighter than or',
    'group G { virtual_machine V { depends_on = A and B or C } }',
    [{ group: 'G', items: [{ virtual_machine: 'V', items: [['depends_on', { or: [{ and: ['A', 'B'] }, 'C'] }]] }] }],
  ],
  [
    'parentheses',
    'group G { virtual_machine V { depends_on = A and (B or C) } }',
    [
      {
        group: 'G',
        items: [
          { virtual_machine: 'V', items: [['depends_on', { and: ['A', { or: ['B', 'C'], parenthesized: true }] }]] },
        ],
      },
    ],
  ],
  [
    'a line that begins with and',
    'group G { virtual_machine V {\n depends_on = A\n   and B\n memory = 1GB } }',
    [
      {
        group: 'G',
        items: [
          {
            virtual_machine: 'V',
            items: [
              ['depends_on', { and: ['A', 'B'] }],
              ['memory', { number: 1, unit: 'GB' }],
            ],
          },
        ],
      },
    ],
  ],
  [
    'comments of all kinds',
    '# one\nnode A { // two\n /* three\n */ memory = 1GB }',
    [{ node: 'A', items: [['memory', { number: 1, unit: 'GB' }]] }],
  ],
  [
    'an attribute whose name is a keyword',
    'disk D {\n  storage = SAN\n}',
    [{ disk: 'D', items: [['storage', 'SAN']] }],
  ],
  ['a size in lower case', 'node A { memory = 4gb }', [{ node: 'A', items: [['memory', { number: 4, unit: 'gb' }]] }]],
];

describe('parser: what is written', () => {
  it.each(outlines)('%s', (_, text, expected) => {
    const declaration = parseDeclaration('a', text);
    expect(declaration.problems).toEqual([]);
    expect(declaration.blocks.map(outlineOf)).toEqual(expected);
  });
});

/** Text with the place of each problem marked | the message of each, as a pattern. */
const mistakes: readonly (readonly [string, readonly RegExp[]])[] = [
  ['‹node A› {\n  memory = 32GB\n', [/not closed/]],
  ['node A { memory =‹› }', [/value is expected after 'memory ='/]],
  ['node A {\n  memory =‹›\n  processors = 8\n}', [/value is expected/]],
  ['node A { ‹memory =› processors = 8 }', [/value is expected/]],
  ['node A { ‹memory› 32GB }', [/'=' is missing after 'memory'/]],
  ['group G { ‹owner› HostA }', [/'=' is missing after 'owner'/]],
  ['node A { memory = ‹32 GB› }', [/without a space: 32GB/]],
  ['node A { networks = ‹[›LAN\n  memory = 1GB }', [/list is not closed/]],
  ['node A { networks = [LAN,‹,› WAN] }', [/value is expected before ','/]],
  ['node A { networks = [LAN ‹WAN›] }', [/',' is missing before 'WAN'/]],
  ['node A { networks = [LAN]‹,› memory = 1GB }', [/',' does not belong here/]],
  ['node A { ‹]› memory = 1GB }', [/']' does not belong here/]],
  ['node A { }\n‹}›', [/closes nothing/]],
  ['‹node A›\n  memory = 1GB\n}', [/'{' is missing after 'node A'/]],
  ['node A { subnet = ‹"10.0.0.0/24› }', [/string is not closed/]],
  ['disk D {\n  volume { guid = ‹"{6f1e1d0c}› }\n}', [/string is not closed/]],
  ['disk D { volume ‹"G:› { } }', [/string is not closed/]],
  ['‹=› node A {\n  memory = 1GB\n}', [/'=' does not belong here/]],
  ['node A { ‹]› 3 4 memory = 1GB }', [/']' does not belong here/]],
  ['node A { ‹memory› }', [/'memory' is incomplete/]],
  ['node A { memory = ‹10.0.0.1› }', [/cannot be read/]],
  ["node A { site = ‹'x'› }", [/double quotes/]],
  ['group G { virtual_machine V { depends_on = ‹(›A and B } }', [/'\)' is missing/]],
  ['group G { virtual_machine V { depends_on = A ‹and› } }', [/name is expected after 'and'/]],
  ['node A { } ‹/* open›', [/comment is not closed/]],
  ['‹memory = 1GB›', [/stands inside a block/]],
];

describe('parser: what cannot be read', () => {
  it.each(mistakes)('%s', (source, messages) => {
    const { text, ranges } = marked(source);
    const { problems } = parseDeclaration('a', text);
    expect(problems.map((problem) => problem.span)).toEqual(ranges);
    messages.forEach((pattern, index) => {
      expect(problems[index]?.message).toMatch(pattern);
    });
  });

  it('finds the block that is not closed by its indentation', () => {
    const { text, ranges } = marked(
      'group G {\n  ‹virtual_machine V› {\n    memory = 1GB\n\n  virtual_machine W {\n    memory = 1GB\n  }\n}\n',
    );
    const declaration = parseDeclaration('a', text);
    expect(declaration.problems.map((problem) => problem.span)).toEqual(ranges);
    expect(declaration.blocks.map(outlineOf)).toEqual([
      {
        group: 'G',
        items: ['V', 'W'].map((name) => ({ virtual_machine: name, items: [['memory', { number: 1, unit: 'GB' }]] })),
      },
    ]);
  });

  it.each([
    ['100 parentheses', 100, 0],
    ['1,200 parentheses', 1200, 1],
  ])('%s', (_, depth, problems) => {
    const text = `group G { resource R { depends_on = ${'('.repeat(depth)}A${')'.repeat(depth)} } }`;
    expect(parseDeclaration('a', text).problems.filter((one) => one.message.includes('nest')).length).toBe(problems);
  });

  it('does not overflow on deeply nested blocks or lists', () => {
    const blocks = `node A { ${'node A { '.repeat(20_000)}`;
    const lists = `node A { networks = ${'['.repeat(20_000)}`;
    expect(parseDeclaration('a', blocks).problems.length).toBeGreaterThan(0);
    expect(parseDeclaration('a', lists).problems.length).toBeGreaterThan(0);
  });
});

const statements: readonly (readonly [string, unknown])[] = [
  ['at 0s fail node HostA', ['fail node', ['NODE HostA'], []]],
  ['at 5m move group VM2 to "HV 1" quick', ['move group', ['GROUP VM2', 'NODE HV 1'], ['quick']]],
  ['at 5m move group VM2 live', ['move group', ['GROUP VM2'], ['live']]],
  ['at 5m move group VM2', ['move group', ['GROUP VM2'], []]],
  ['at 1h fail resource R permanently', ['fail resource', ['RESOURCE R'], ['permanently']]],
  ['at 1h fail witness', ['fail witness', [], []]],
  ['at 1h partition [A, B] from [C]', ['partition', ['NODES A B', 'NODES C'], []]],
  ['at 1h heal partition', ['heal partition', [], []]],
  ['at 1h disconnect node A from storage S', ['disconnect storage', ['NODE A', 'STORAGE S'], []]],
  ['at 1h connect node A to network N', ['connect network', ['NODE A', 'NETWORK N'], []]],
  ['at 1h force quorum on node A', ['force quorum', ['NODE A'], []]],
  ['at 1h crash virtual_machine V', ['crash virtual_machine', ['VIRTUAL_MACHINE V'], []]],
];

describe('parser: scenario statements', () => {
  it.each(statements)('%s', (line, expected) => {
    const declaration = parseDeclaration('a', `scenario S {\n  ${line}\n}`);
    expect(declaration.problems).toEqual([]);
    const item = declaration.blocks[0]?.items[0];
    const action = item?.kind === 'at' ? item.action : undefined;
    const words = action?.arguments.map((one) => [one.slot, ...one.words.map((word) => word.text)].join(' '));
    expect([action?.form, words, action?.options]).toEqual(expected);
  });

  it.each([
    ['VM2 online on HostB within 3m', 'state'],
    ['group VM2 online', 'state'],
    ['LUN2 owned by HostB within 3m', 'owned'],
    ['outage of VM2 below 5m', 'outage'],
    ['no outage of VM1', 'no_outage'],
    ['cluster running', 'cluster'],
    ['cluster stopped at 5m', 'cluster'],
    ['"Order entry" serving always', 'state'],
    ['node HostA down at 5s', 'state'],
    ['group online', 'state'],
  ])('expect %s', (words, kind) => {
    const declaration = parseDeclaration('a', `scenario S { expect ${words} }`);
    expect(declaration.problems).toEqual([]);
    const item = declaration.blocks[0]?.items[0];
    expect(item?.kind === 'expect' && item.term?.kind).toBe(kind);
  });

  it.each([
    ['at ‹fail› node A', /time such as 30s/],
    ['at 0s ‹explode› node A', /'explode' is no action: an action begins with/],
    ['at 0s fail ‹nod› A', /'node' or 'disk'/],
    ['at 0s fail node‹›', /name of a node is expected/],
    ['at 0s fail node A ‹B›', /does not belong here/],
    ['at 0s move group G to‹›', /name of a node is expected/],
    ['expect VM2 ‹happy›', /A state .* is expected/],
    ['expect outage of VM2 ‹under› 5m', /'below' is expected/],
    ['expect VM2 owned ‹HostB›', /'by' is expected/],
  ])('%s', (source, message) => {
    const { text, ranges } = marked(`scenario S {\n  ${source}\n}`);
    const { problems } = parseDeclaration('a', text);
    expect(problems.map((problem) => problem.span)).toEqual(ranges);
    expect(problems[0]?.message).toMatch(message);
  });

  it('reads an action that was typed', () => {
    const { statement, problems } = parseAction('0s fail node HostA');
    expect(problems).toEqual([]);
    expect([statement.time?.text, statement.action?.form]).toEqual(['0s', 'fail node']);
  });
});
