import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/language/document';
import { formatEdits } from '../../src/language/format/edits';
import { format } from '../../src/language/format/format';
import { documentOf } from '../support/design';

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

const long = `"${'x'.repeat(100)}"`;

/** What is written | how it is laid out; without a second text it stays as it is. */
const cases: readonly (readonly [string, string, string?])[] = [
  ['nothing', ''],
  ['only blank lines', '\n\n \n', ''],
  ['indentation', 'node "A" {\n      memory = 1GB\n}\n', text('node "A" {', '  memory = 1GB', '}')],
  ['a missing final newline', 'node A', 'node A\n'],
  ['blank lines at the end', 'node A\n\n\n', 'node A\n'],
  ['blank lines at the start', '\n\nnode A\n', 'node A\n'],
  [
    'blank lines between items',
    text('node A {', '', '  memory = 1GB', '', '', '  processors = 2', '', '}', '', '', 'node B'),
    text('node A {', '  memory = 1GB', '', '  processors = 2', '}', '', 'node B'),
  ],
  [
    '= in a run',
    'node A {\n memory=1GB\n processors=2\n}\n',
    text('node A {', '  memory     = 1GB', '  processors = 2', '}'),
  ],
  [
    'a blank line ends a run of =',
    text('node A {', '  memory  =  1GB', '', '  processors = 2', '}'),
    text('node A {', '  memory = 1GB', '', '  processors = 2', '}'),
  ],
  [
    'a comment line ends a run of =',
    text('node A {', '  memory  =  1GB', '# two', '  processors = 2', '}'),
    text('node A {', '  memory = 1GB', '  # two', '  processors = 2', '}'),
  ],
  [
    'a block ends a run of =',
    text('cluster C {', '  version = "2008"', '  quorum { model = node_majority }', '  tolerates = 1', '}'),
  ],
  [
    'keyed attributes stand in the run',
    text('disk D {', '  volume {', '    guid = "{a}"', '    guid_on HV-01 = "{b}"', '  }', '}'),
    text('disk D {', '  volume {', '    guid          = "{a}"', '    guid_on HV-01 = "{b}"', '  }', '}'),
  ],
  [
    'two attributes on a line of a long block',
    'node A {\n  memory = 1GB processors = 2\n}\n',
    text('node A {', '  memory     = 1GB', '  processors = 2', '}'),
  ],
  ['a block on one line', 'node A { memory=1GB;processors = 2 }\n', text('node A { memory = 1GB  processors = 2 }')],
  ['an empty block', 'node A {\n\n}\n', text('node A { }')],
  ['a brace on the next line', 'node A\n{ memory = 1GB }\n', text('node A { memory = 1GB }')],
  ['two blocks on one line', 'node A { } node B { }\n', text('node A { }', 'node B { }')],
  ['a block inside a block on one line', 'disk D {volume "G:"{}}\n', text('disk D { volume "G:" { } }')],
  [
    'a block on one line that does not fit',
    `vm A { first = ${long}  second = 1 }\n`,
    text('vm A {', `  first  = ${long}`, '  second = 1', '}'),
  ],
  [
    'statements have lines of their own',
    'scenario S { at 0s fail node A; expect cluster running }\n',
    text('scenario S {', '  at 0s fail node A', '  expect cluster running', '}'),
  ],
  [
    'spaces in a statement',
    'scenario S {\nat  0s   partition [ A,B ]  from [C]\n}\n',
    text('scenario S {', '  at 0s partition [A, B] from [C]', '}'),
  ],
  [
    'units',
    'node A { memory = 32gb  boot_time = 5S  mtbf = 1D }\n',
    text('node A { memory = 32GB  boot_time = 5s  mtbf = 1d }'),
  ],
  ['lists', 'node A { networks = [ LAN ,"B C" , ] }\n', text('node A { networks = [LAN, "B C",] }')],
  [
    'a list over lines',
    text('node A {', 'networks = [', 'LAN,', '        WAN', ']', '}'),
    text('node A {', '  networks = [', '    LAN,', '    WAN', '  ]', '}'),
  ],
  [
    'an expression over lines',
    text('group G {', 'generic_service V {', 'depends_on = ( A', 'or B )', 'and C', 'memory = 1GB', '}', '}'),
    text(
      'group G {',
      '  generic_service V {',
      '    depends_on = (A',
      '      or B)',
      '      and C',
      '    memory     = 1GB',
      '  }',
      '}',
    ),
  ],
  [
    'neighbouring blocks as a table',
    text(
      'disk "Witness" { storage = S  size = 1GB }',
      'disk "L" { storage = SAN10  size = 200GB  volume "F:" { } }',
      'disk M { storage = S }',
    ),
    text(
      'disk "Witness" { storage = S      size = 1GB }',
      'disk "L"       { storage = SAN10  size = 200GB  volume "F:" { } }',
      'disk M         { storage = S }',
    ),
  ],
  ['a blank line ends a table', text('rack A { }', '', 'rack LONG { }')],
  ['another keyword ends a table', text('rack A { }', 'site LONG { }')],
  ['a comment line ends a table', text('rack A { }', '# here', 'rack LONG { }')],
  [
    'a table that would be too wide stays as it is',
    text(`disk A { volume "${'x'.repeat(90)}" { } }`, 'disk MUCH_LONGER_NAME { lun = 1 }'),
  ],
  [
    'comment lines',
    '   # a\nnode A {\n# b\n memory = 1GB\n# c\n}\n# d\n',
    text('# a', 'node A {', '  # b', '  memory = 1GB', '  # c', '}', '# d'),
  ],
  [
    'comments at the ends of lines',
    text('node A { # a', 'memory = 1GB# b', 'processors = 2 // c', '}  // d'),
    text('node A {  # a', '  memory     = 1GB  # b', '  processors = 2    // c', '}  // d'),
  ],
  [
    'a block comment keeps its inside',
    text('/* a', '     b */', 'node A', '      /*  c', ' d */', 'node B'),
    text('/* a', '     b */', 'node A', '/*  c', ' d */', 'node B'),
  ],
  [
    'a comment inside a line',
    'node A { memory /* m */ = 1GB /* n */ processors = 2 }\n',
    text('node A { memory /* m */ = 1GB /* n */ processors = 2 }'),
  ],
  [
    'a comment before an attribute',
    'node A {\n  /* m */   memory = 1GB\n}\n',
    text('node A {', '  /* m */ memory = 1GB', '}'),
  ],
  [
    'a line that one silencing comment covers',
    text('node A {', '  # hacluster-disable-next-line x/y', '  memory = 1GB  processors = 2', '}'),
  ],
  [
    'a comment in a list',
    text('node A {', 'networks = [LAN, # first', 'WAN]', '}'),
    text('node A {', '  networks = [LAN,  # first', '    WAN]', '}'),
  ],
  ['CRLF', 'node A {\r\nmemory = 1GB\n}\r\n', 'node A {\r\n  memory = 1GB\r\n}\r\n'],
  ['a byte order mark', '\uFEFFnode   A\n', '\uFEFFnode A\n'],
  ['strings', 'vhd "G:\\a  b\\""c"".vhd"   { }\n', text('vhd "G:\\a  b\\""c"".vhd" { }')],
  [
    'a declaration with a syntax error',
    'node A {\n      memory =\n\n\n}\nnode   B\n',
    'node A {\n      memory =\n\n\n}\nnode B\n',
  ],
  [
    'a separator that has to stay',
    'group G {\n  physical_disk; resource = 3\n}\n',
    text('group G {', '  physical_disk', '  resource = 3', '}'),
  ],
  ['a separator without which the meaning changes', 'node   A { a = x; and = y }\n'],
];

describe('format', () => {
  it.each(cases.map(([name, input, expected = input]) => [name, input, expected] as const))(
    '%s',
    (_, input, expected) => {
      expect(format(documentOf(input))).toBe(expected);
      expect(format(documentOf(expected))).toBe(expected);
    },
  );
});

describe('formatEdits', () => {
  const input = text('node   A {', 'memory=1gb', '', '', 'processors = 2', '}');

  it('gives nothing for a text in canonical layout', () => {
    expect(formatEdits(documentOf(format(documentOf(input))))).toEqual([]);
  });

  it('keeps to the lines asked for and leaves the others', () => {
    const document = createDocument('a.hacluster', input);
    const line = (at: number) => ({ line: at, character: 0 });
    const edits = formatEdits(document, { start: line(0), end: line(0) });
    expect(edits.map(({ place, newText }) => [place.span, newText])).toEqual([
      [{ start: 4, end: 7 }, ' '],
      [{ start: 10, end: 11 }, '\n  '],
    ]);
  });
});
