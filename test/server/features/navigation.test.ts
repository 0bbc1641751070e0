import { describe, expect, it } from 'vitest';
import type { Range } from '../../../src/language/span';
import { definitionAt, highlightsAt, referencesAt } from '../../../src/server/features/navigation';
import { subjectOf } from './subject';

const sources = {
  node: `node ‹HostA› { }
group G { owner = ‹Host¦A›  preferred_owners = [B, ‹hosta›] }
storage S { nodes = [‹HostA›] }
disk D { volume "X:" { guid_on ‹HostA› = "{1}" } }
scenario T {
  at 0s fail node ‹HostA›
  at 1s partition [‹"HostA"›] from [B]
  expect G owned by ‹HostA›
}
virtual_machine HostA { host = ‹HostA› }`,
  'disk with its resource': `cluster C { quorum { model = disk_only  witness = ‹L› } }
disk ‹L¦› { }
group G {
  physical_disk ‹L›
  virtual_machine V { depends_on = X or (‹L› and Y)  passthrough_disk ‹L› { } }
}
scenario T {
  at 0s fail disk ‹L›
  expect ‹L› online
}`,
  'machine that has the name of its group': `group V {
  virtual_machine ‹V¦› { }
  resource R { depends_on = ‹V› }
}
nlb_cluster N { members = [‹V›] }
scenario T {
  at 0s move group V
  at 0s crash virtual_machine ‹V›
  expect ‹V› online
  expect group V online
}`,
  group: `group ‹V› { virtual_machine V { } }
scenario T {
  at 0s move group ‹¦V›
  expect V online
  expect group ‹V› online
}`,
  workload: `virtual_machine V { workload ‹W› { } }\nscenario T { \n expect ‹W¦› serving\n }`,
  'name in defaults': `network ‹L› { }\ndefaults { node { networks = [‹L¦›] } }`,
  'name beside broken text': `group "A {\n owner = =\nsite ‹S› { }\nrack R { site = ‹S¦› }\nnode (((`,
};

function starting(ranges: readonly Range[]): readonly string[] {
  return ranges.map(({ start, end }) => `${start.line}:${start.character}-${end.character}`).sort();
}

describe('all uses of a name', () => {
  it.each(Object.entries(sources))('%s', (_, source) => {
    const subject = subjectOf(source);
    const found = referencesAt(subject, subject.cursor, true).map(({ range }) => range);
    expect(starting(found)).toEqual(starting(subject.ranges));
    expect(referencesAt(subject, subject.cursor, false)).toHaveLength(subject.ranges.length - 1);
    expect(starting(highlightsAt(subject, subject.cursor).map(({ range }) => range))).toEqual(starting(subject.ranges));
  });

  it.each([
    ['a keyword', 'no¦de A { }'],
    ['a name that nothing bears', 'group G { owner = No¦ne }'],
    ['an empty text', '¦'],
  ])('none of %s', (_, source) => {
    const subject = subjectOf(source);
    expect(referencesAt(subject, subject.cursor, true)).toEqual([]);
    expect(highlightsAt(subject, subject.cursor)).toEqual([]);
  });
});

describe('definition', () => {
  it.each([
    ['of a node', 'node ‹HostA› { }\ngroup G { owner = host¦a }'],
    ['of a resource: in its group', 'disk L { }\ngroup G { physical_disk ‹L›\n resource R { depends_on = L¦ } }'],
    ['of the disk of a resource', 'disk ‹L› { }\ngroup G { physical_disk L¦ }'],
    ['of what is declared further down', 'group G { owner = A¦ }\nnode ‹"A"› { }'],
    ['of the volume a path is on', 'disk L { volume ‹"G:"› { } }\nvirtual_machine V { vhd "G:\\¦a.vhd" { } }'],
    [
      'of a volume in a path value',
      'disk L { volume ‹"G:"› { } }\nvirtual_machine V { configuration_path = "g:\\¦a" }',
    ],
    ['of the first of a name', 'node ‹A› { }\nnode A { }\ngroup G { owner = A¦ }'],
    [
      'of a member, in a guest cluster',
      'virtual_machine ‹M› { }\nguest_cluster C { members = [M]  group G { owner = M¦ } }',
    ],
  ])('%s', (_, source) => {
    const subject = subjectOf(source);
    const found = definitionAt(subject, subject.cursor);
    expect(found.map(({ targetSelectionRange }) => targetSelectionRange)).toEqual(subject.ranges);
  });

  it('shows the whole block', () => {
    const subject = subjectOf('disk L { ‹volume "G:" {\n }› }\nvirtual_machine V { vhd "G:\\¦a.vhd" { } }');
    expect(definitionAt(subject, subject.cursor)[0]?.targetRange).toEqual(subject.ranges[0]);
  });

  it.each([
    ['of a name that nothing bears', 'group G { owner = A¦ }'],
    ['of a path on no volume', 'virtual_machine V { vhd "Q:\\¦a.vhd" { } }'],
    ['of a number', 'node N { memory = 1¦GB }'],
  ])('none %s', (_, source) => {
    const subject = subjectOf(source);
    expect(definitionAt(subject, subject.cursor)).toEqual([]);
  });
});
