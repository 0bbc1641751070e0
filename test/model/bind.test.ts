import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/checks/fix';
import { readDesign } from '../../src/model/design';
import type { Design } from '../../src/model/design';
import { clusterOf, documentOf } from '../support/design';

interface Row {
  readonly what: string;
  /** « » enclose what the finding covers. */
  readonly text: string;
  readonly code: string;
  readonly says: string;
  /** What the covered text becomes by the preferred fix; undefined: there is none. */
  readonly becomes?: string;
  /** The whole text after the fix, where more than the covered text changes. */
  readonly after?: string;
}

const rows: readonly Row[] = [
  {
    what: 'an unknown attribute',
    text: 'node A { memory = 1GB  «procesors» = 2 }',
    code: 'language/unknown-attribute',
    says: "no attribute 'procesors'. Is processors meant?",
    becomes: 'processors',
  },
  {
    what: 'an attribute like no other',
    text: 'node A { memory = 1GB  «colour» = 2 }',
    code: 'language/unknown-attribute',
    says: "no attribute 'colour'.",
  },
  {
    what: 'a word of every object is no attribute',
    text: 'node A { memory = 1GB  «constructor» = 2 }',
    code: 'language/unknown-attribute',
    says: 'constructor',
  },
  {
    what: 'a misspelt required attribute, said once',
    text: 'node A { «memry» = 1GB }',
    code: 'language/unknown-attribute',
    says: 'memory',
    becomes: 'memory',
  },
  {
    what: 'an unknown block',
    text: 'group G { «phisical_disk» D }',
    code: 'language/unknown-block',
    says: 'Is physical_disk meant?',
    becomes: 'physical_disk',
  },
  {
    what: 'a block in the wrong place',
    text: 'group G { «node» N { memory = 1GB } }',
    code: 'language/unknown-block',
    says: 'A node cannot stand inside a group.',
  },
  {
    what: 'a block that belongs inside another',
    text: '«vhd» "F:\\a.vhd"',
    code: 'language/unknown-block',
    says: 'It belongs inside a virtual_machine',
  },
  {
    what: 'a missing attribute',
    text: '«node A» { }',
    code: 'language/missing-attribute',
    says: 'node A lacks memory',
  },
  {
    what: 'a differencing disk without a parent',
    text: 'virtual_machine V { memory = 1GB  «vhd "F:\\a.vhd"» { kind = differencing } }',
    code: 'language/missing-attribute',
    says: 'parent',
  },
  { what: 'a missing label', text: '«node» { memory = 1GB }', code: 'language/syntax', says: 'a name is expected' },
  {
    what: 'a label too many',
    text: 'cluster C { quorum «Q» { } }',
    code: 'language/syntax',
    says: 'has no name',
    after: 'cluster C { quorum { } }',
  },
  {
    what: 'a path without quotes',
    text: 'virtual_machine V { memory = 1GB  vhd «disk1» { } }',
    code: 'language/syntax',
    says: 'in quotes',
    becomes: '"disk1"',
  },
  {
    what: 'a second quorum',
    text: 'cluster C { quorum { }  «quorum» { } }',
    code: 'language/duplicate-name',
    says: 'There can be one quorum',
  },
  {
    what: 'an attribute twice',
    text: 'node A { memory = 1GB  «memory» = 2GB }',
    code: 'language/duplicate-name',
    says: 'given twice',
  },
  {
    what: 'a GUID of one node twice',
    text: 'disk D { storage = S  volume { guid_on A = "{1}"  «guid_on» a = "{2}" } }',
    code: 'language/duplicate-name',
    says: 'given twice',
  },
  {
    what: 'a key where none may be',
    text: 'node A { memory «"X"» = 1GB }',
    code: 'language/syntax',
    says: 'takes no name',
  },
  {
    what: 'a keyed attribute without a key',
    text: 'disk D { storage = S  volume { «guid_on» = "{1}" } }',
    code: 'language/syntax',
    says: 'needs the name of a node',
  },

  {
    what: 'a size in quotes',
    text: 'node A { memory = «"4 GB"» }',
    code: 'language/wrong-type',
    says: 'without quotes',
    becomes: '4GB',
  },
  {
    what: 'a size without a unit',
    text: 'node A { memory = «4» }',
    code: 'language/wrong-type',
    says: 'the unit is missing',
  },
  {
    what: 'nothing without a unit',
    text: 'node A { memory = 1GB  boot_time = «0» }',
    code: 'language/wrong-type',
    says: 'unit',
    becomes: '0s',
  },
  { what: 'a unit of another kind', text: 'node A { memory = «4s» }', code: 'language/wrong-type', says: 'a size' },
  {
    what: 'a number with a unit',
    text: 'node A { memory = 1GB  processors = «4GB» }',
    code: 'language/wrong-type',
    says: 'whole number',
  },
  {
    what: 'half a processor',
    text: 'node A { memory = 1GB  processors = «1.5» }',
    code: 'language/wrong-type',
    says: 'whole number',
  },
  {
    what: 'a word for true',
    text: 'group G { auto_failback = «yes» }',
    code: 'language/wrong-type',
    says: 'true or false',
    becomes: 'true',
  },
  {
    what: 'a keyword misspelt',
    text: 'node A { memory = 1GB  state = «dwn» }',
    code: 'language/wrong-type',
    says: 'up, down or paused',
    becomes: 'down',
  },
  {
    what: 'a keyword in another case',
    text: 'node A { memory = 1GB  state = «Paused» }',
    code: 'language/wrong-type',
    says: 'paused',
    becomes: 'paused',
  },
  {
    what: 'a version without quotes',
    text: 'cluster C { version = «2012» }',
    code: 'language/wrong-type',
    says: '"2012"',
    becomes: '"2012"',
  },
  {
    what: 'a text without quotes',
    text: 'network N { subnet = «LAN» }',
    code: 'language/wrong-type',
    says: 'in quotes',
    becomes: '"LAN"',
  },
  {
    what: 'one name where a list is expected',
    text: 'storage S { nodes = «A» }',
    code: 'language/wrong-type',
    says: 'a list of names',
    becomes: '[A]',
  },
  {
    what: 'a list where one name is expected',
    text: 'group G { owner = «[A]» }',
    code: 'language/wrong-type',
    says: 'the name of a node',
  },
  {
    what: 'a number in a list of names',
    text: 'storage S { nodes = [A, «5»] }',
    code: 'language/wrong-type',
    says: 'the name of a node',
  },
  {
    what: 'a list of dependencies',
    text: 'group G { ip_address A { depends_on = «[B, "C D"]» } }',
    code: 'language/wrong-type',
    says: 'expression',
    becomes: 'B and "C D"',
  },
  {
    what: 'a number for a path',
    text: 'virtual_machine V { memory = 1GB  configuration_path = «5» }',
    code: 'language/wrong-type',
    says: 'a path in quotes',
  },
  {
    what: 'a list for a witness',
    text: 'cluster C { quorum { witness = «[D]» } }',
    code: 'language/wrong-type',
    says: 'a disk',
  },

  { what: 'too much', text: 'cluster C { tolerates = «64» }', code: 'language/out-of-range', says: '0 to 63' },
  {
    what: 'too little',
    text: 'cluster C { same_subnet_delay = «1ms» }',
    code: 'language/out-of-range',
    says: '250ms to 2s',
  },
  { what: 'less than nothing', text: 'node A { memory = «-1GB» }', code: 'language/out-of-range', says: 'or more' },
  {
    what: 'half an hour where hours are counted',
    text: 'group G { failover_period = «90m» }',
    code: 'language/out-of-range',
    says: 'whole',
  },
  { what: 'in defaults', text: 'defaults { node { memory = «5» } }', code: 'language/wrong-type', says: 'unit' },
];

function own(text: string): { readonly design: Design; readonly findings: Design['bound'][number]['findings'] } {
  const design = readDesign([documentOf(text)]);
  return { design, findings: design.bound.flatMap((bound) => bound.findings) };
}

describe('what a declaration says wrong by itself', () => {
  it.each(rows.map((row) => [row.what, row] as const))('%s', (_, row) => {
    const text = row.text.replaceAll(/[«»]/g, '');
    const document = documentOf(text);
    const findings = readDesign([document]).bound.flatMap((bound) => bound.findings);
    const covered = findings.map(({ code, place }) => ({
      code,
      text: place.declaration.text.slice(place.span.start, place.span.end),
    }));
    const marked = /«(.*)»/.exec(row.text)?.[1];
    expect(covered).toEqual([{ code: row.code, text: marked }]);
    expect(findings[0]?.message).toContain(row.says);
    expect(findings[0]?.severity).toBe('error');
    const fix = findings[0]?.fixes.find((one) => one.preferred && one.snippet !== true);
    const after = fix && applyEdits(document, fix.edits);
    const expected = row.becomes === undefined ? undefined : row.text.replace(/«.*»/, () => row.becomes ?? '');
    expect(after).toBe(row.after ?? expected);
  });

  it('says nothing of what is missing in a declaration that cannot be read whole', () => {
    expect(own('node A {\n  processors =\n}\n').findings.map(({ code }) => code)).toEqual(['language/syntax']);
  });

  it('says nothing of what the defaults of the file give', () => {
    expect(own('defaults { node { memory = 1GB } }\nnode A { }\n').findings).toEqual([]);
  });
});

describe('values', () => {
  const { nodes, resources, groups } = clusterOf(`cluster C { version = "2012R2" }
defaults { node { memory = 4GB  memory_reserve = 1GB } }
node A { }
node B { memory = 2TB }
group G {
  failover_period = 2h
  ip_address I { pending_timeout = 500ms  depends_on = N and (M or "O P") }
}
`);

  it('take sizes in bytes, times in ms, and defaults of the file before those of the product', () => {
    expect(nodes.get('a')?.values).toMatchObject({ memory: 4 * 1024 ** 3, memory_reserve: 1024 ** 3, state: 'up' });
    expect(nodes.get('b')?.values.memory).toBe(2 * 1024 ** 4);
    expect(groups.get('g')?.values.failover_period).toBe(7_200_000);
    expect(resources.get('i')?.values.pending_timeout).toBe(500);
  });

  it('take the defaults of the version', () => {
    expect(clusterOf('cluster C { version = "2008" }').settings?.values.same_subnet_threshold).toBe(5);
    expect(clusterOf('cluster C { version = "2012R2" }').settings?.values.same_subnet_threshold).toBe(10);
  });

  it('take dependencies as a tree', () => {
    expect(resources.get('i')?.values.depends_on).toMatchObject({
      kind: 'and',
      operands: [
        { kind: 'resource', ref: { key: 'n' } },
        { kind: 'or', parenthesized: true, operands: [{ ref: { key: 'm' } }, { ref: { name: 'O P', key: 'o p' } }] },
      ],
    });
  });

  it('look names of owners in a guest cluster up among virtual machines', () => {
    const { bound } = own('guest_cluster G { members = [A]  group R { owner = A  preferred_owners = [B] } }\n').design;
    expect(bound.flatMap(({ uses }) => uses.map(({ to, ref }) => `${to} ${ref.name}`))).toEqual([
      'virtual_machine A',
      'virtual_machine A',
      'virtual_machine B',
    ]);
  });
});
