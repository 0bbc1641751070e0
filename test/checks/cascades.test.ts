import { describe, expect, it } from 'vitest';
import { disks, fabric, findingsOf, goodGroup } from './support';

const design = fabric + disks + goodGroup('VM1', 'LUN1', 'F:');

/** One change that breaks a right design, and the one error that must come of it: what follows from it is not said again. */
const rows: readonly (readonly [string, string, string, string])[] = [
  ['an attribute name misspelt', 'depends_on    = "VM1', 'depend_on     = "VM1', 'language/unknown-attribute'],
  [
    'a required attribute name misspelt',
    '    memory        = 2GB',
    '    memry         = 2GB',
    'language/unknown-attribute',
  ],
  [
    'an attribute name misspelt that names the configuration',
    '    configuration =',
    '    configuratoin =',
    'language/unknown-attribute',
  ],
  [
    'a list where an expression is expected',
    '= "VM1 Configuration" and LUN1',
    '= ["VM1 Configuration", LUN1]',
    'language/wrong-type',
  ],
  [
    'a number where a name is expected',
    '    configuration = "VM1 Configuration"',
    '    configuration = 5',
    'language/wrong-type',
  ],
  [
    'a keyword of a resource misspelt',
    '  virtual_machine_configuration',
    '  virtual_machine_configurations',
    'language/unknown-block',
  ],
  ['a keyword of a disk resource misspelt', '  physical_disk LUN1', '  phsical_disk LUN1', 'language/unknown-block'],
  ['a keyword of a node misspelt', 'node HV-02', 'nod HV-02', 'language/unknown-block'],
  ['a keyword of a disk misspelt', 'disk LUN1', 'dsk LUN1', 'language/unknown-block'],
  ['a brace of a node missing', 'node HV-02 { memory = 32GB }', 'node HV-02 { memory = 32GB', 'language/syntax'],
  ['a quote of a node missing', 'node HV-02 {', 'node "HV-02 {', 'language/syntax'],
  [
    'a quote of a machine missing',
    'configuration = "VM1 Configuration"\n',
    'configuration = "VM1 Configuration\n',
    'language/syntax',
  ],
  ['an operator without a second name', 'and LUN1\n', 'and\n', 'language/syntax'],
  ['a value missing', '    configuration = "VM1 Configuration"', '    configuration =', 'language/syntax'],
  ['a dangling node of a storage', 'nodes = [HV-01, HV-02]', 'nodes = [HV-01, XY-07]', 'language/unresolved-reference'],
  [
    'a configuration resource missing',
    '  virtual_machine_configuration "VM1 Configuration" { path = "F:\\VM1\\VM1.xml"  depends_on = LUN1 }\n',
    '',
    'language/unresolved-reference',
  ],
  ['a disk resource missing', '  physical_disk LUN1\n', '', 'dependency/unknown'],
];

describe('one fault, one finding', () => {
  it('starts from a design without errors', () => {
    expect(findingsOf(design).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(rows)('%s', (_, before, after, code) => {
    expect(design).toContain(before);
    const { findings } = findingsOf(design.replace(before, after));
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect([...new Set(errors.map((finding) => finding.code))]).toEqual([code]);
  });
});
