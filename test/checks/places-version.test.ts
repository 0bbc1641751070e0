import { testPlaces } from './places';
import type { Row } from './places';
import { disks, fabric, findingOf, fixed, goodGroup } from './support';
import { describe, expect, it } from 'vitest';

const nodes = 'node A { memory = 32GB }\nnode B { memory = 32GB }\n';
const cluster = (version: string, rest = ''): string =>
  `cluster "C" { version = "${version}"  tolerates = 0${rest} }\n`;
const missing = 'version/not-available';
const over = 'version/limit';

const vm1 = goodGroup('VM1', 'LUN1', 'F:');
const on2008 = fabric + disks + vm1;

/** A machine of release `version` with these lines more. */
const machine = (version: string, lines: string, vhd = 'vhd "F:\\VM1\\os.vhd"'): string =>
  (fabric.replace('2008', version) + disks + vm1.replace('vhd "F:\\VM1\\os.vhd"', vhd)).replace(
    '    memory        = 2GB\n',
    lines,
  );

const hosts = (count: number, marked = false): string =>
  Array.from({ length: count }, (_, index) => {
    const header = `node N${String(index + 1)}`;
    return `${marked && index === count - 1 ? `«${header}»` : header} { memory = 1GB }\n`;
  }).join('');

const running = (count: number, lines: string): string =>
  Array.from(
    { length: count },
    (_, index) => `group G${String(index)} { ${lines}
  virtual_machine_configuration "C${String(index)}" { path = "C:\\ClusterStorage\\V\\${String(index)}.xml" }
  virtual_machine V${String(index)} { memory = 1GB  configuration = C${String(index)}  depends_on = C${String(index)} }
}\n`,
  ).join('');

const csv = 'storage S { }\ndisk D { storage = S  shared_volume = true  volume "C:\\ClusterStorage\\V" }\n';

const rows: readonly Row[] = [
  { code: missing, what: 'what every release has', text: on2008 },
  {
    code: missing,
    what: 'attributes, with the release that has them',
    text: `${cluster('2008', '  «quarantine_threshold = 2»')}${nodes}group G { «priority = high»  ip_address I }\n`,
    says: ['Windows Server 2016', 'Windows Server 2012'],
  },
  {
    code: missing,
    what: 'from that release on',
    text: `${cluster('2012')}${nodes}group G { priority = high  ip_address I }\n`,
  },
  {
    code: missing,
    what: 'not where it says that it is not made use of',
    text: `${cluster('2008', '  dynamic_quorum = false')}${nodes}storage S { }\ndisk D { storage = S  shared_volume = false }\n`,
  },
  {
    code: missing,
    what: 'in defaults, once for all groups',
    text: `${cluster('2008')}defaults { group { «priority = low» } }\n${nodes}group G { ip_address I }\ngroup H { ip_address J }\n`,
  },
  {
    code: missing,
    what: 'words and numbers that are younger than their attribute',
    text: `${cluster('2012')}${nodes}storage S { kind = «storage_spaces_direct» }\nvirtual_machine V { memory = 1GB  generation = «2» }\n`,
    says: ['2016', '2012 R2'],
  },
  {
    code: missing,
    what: 'quorum models',
    text: `${cluster('2012R2', '  quorum { model = «node_and_cloud_majority»  witness = "account" }')}${nodes}`,
    says: ['2016'],
  },
  {
    code: missing,
    what: 'by the release of a guest cluster inside it',
    text: `${fabric.replace('2008', '2022')}${disks}${vm1}guest_cluster G { members = [VM1]  version = "2008"  «dynamic_quorum = true»  group R { «priority = low»  ip_address I } }\n`,
    says: ['2012', '2012'],
  },
  {
    code: missing,
    what: 'steps of a scenario',
    text: `${on2008}scenario S {
  at 0s «drain node HV-01»
  at 1m «move group VM1 to HV-02 live»
  at 2m move group VM1 to HV-01 quick
  at 3m pause node HV-02
}\n`,
    says: ['2012', '2008 R2'],
  },
  {
    code: missing,
    what: 'files on a share',
    text: `${cluster('2008R2')}${nodes}virtual_machine V { memory = 1GB  configuration_path = «"\\\\FS\\VMs\\V.xml"»  vhd «"\\\\FS\\VMs\\V.vhd"» }\n`,
    says: ['V will not start', '2012'],
  },
  {
    code: missing,
    what: 'a witness on a share is no file of a machine',
    text: `${cluster('2008', '  quorum { model = node_and_file_share_majority  witness = "\\\\DC\\W" }')}${nodes}`,
  },
  {
    code: missing,
    what: 'file formats',
    text: machine('2008R2', '    memory = 2GB\n', 'vhd «"F:\\VM1\\os.vhdx"»'),
    says: ['VHDX came with Windows Server 2012'],
  },
  {
    code: missing,
    what: 'a value that cannot be read is reported for that alone',
    text: `${cluster('2008')}${nodes}group G { priority = hih  ip_address I }\n`,
    besides: 'language/wrong-type',
  },

  { code: over, what: 'as many nodes as there may be', text: cluster('2008R2') + hosts(16) },
  {
    code: over,
    what: 'the first node too many',
    text: cluster('2008R2') + hosts(17, true),
    says: ['at most 16 nodes'],
  },
  { code: over, what: 'later releases have more', text: cluster('2012') + hosts(17) },
  {
    code: over,
    what: 'running machines of a cluster',
    text: `«cluster "C"» { version = "2008R2"  tolerates = 0 }\n${nodes}${csv}${running(1001, '')}`,
    says: ['at most 1000 running'],
  },
  {
    code: over,
    what: 'not those that do not run',
    text: `${cluster('2008R2')}${nodes}${csv}${running(1001, 'state = offline')}`,
  },
  {
    code: over,
    what: 'machines on a node',
    text: `${cluster('2008R2')}«node A» { memory = 999GB }\nnode B { memory = 999GB }\n${csv}${running(385, 'owner = A')}`,
    says: ['385 are to start on A'],
  },
  {
    code: over,
    what: 'memory and processors of a machine',
    text: machine('2008R2', '    memory = 2GB  maximum_memory = «65GB»  processors = «5»\n'),
    says: ['64GB', '4 virtual processors'],
  },
  {
    code: over,
    what: 'as much as it may have',
    text: machine('2008R2', '    memory = 2GB  maximum_memory = 64GB  processors = 4\n'),
  },
  {
    code: over,
    what: 'a file that sources disagree on, and one that cannot be',
    text: machine(
      '2008',
      '    memory = 2GB\n',
      'vhd "F:\\VM1\\a.vhd" { size = «2041GB» }\n    vhd "F:\\VM1\\b.vhd" { size = «2049GB» }\n    vhd "F:\\VM1\\os.vhd"',
    ),
    says: ['may be refused', 'cannot be created'],
  },
  {
    code: over,
    what: 'the largest that is advised, and the larger format',
    text: machine(
      '2012',
      '    memory = 2GB\n',
      'vhd "F:\\VM1\\a.vhd" { size = 2040GB }\n    vhd "F:\\VM1\\b.vhdx" { size = 60TB }\n    vhd "F:\\VM1\\os.vhd"',
    ),
  },
];

testPlaces(rows);

describe('what is not available', () => {
  it.each([
    ['Raise', 'version = "2012"', 'priority = low'],
    ['Remove', 'version = "2008"', 'group G {  ip_address I }'],
  ])('%s', (title, ...holds) => {
    const text = `${cluster('2008')}${nodes}group G { priority = low  ip_address I }\n`;
    const { document, finding } = findingOf(text, missing);
    const fix = finding.fixes.find((one) => one.title.startsWith(title));
    expect(fix?.preferred).toBe(false);
    for (const one of holds) expect(fix && fixed(document, fix)).toContain(one);
  });

  it('a file of 2041 GB is a warning, one of 2049 GB an error', () => {
    const severityOf = (size: string): string =>
      findingOf(
        machine('2008', '    memory = 2GB\n', `vhd "F:\\VM1\\os.vhd" { size = ${size} }\n    vhd "F:\\VM1\\b.vhd"`),
        over,
      ).finding.severity;
    expect(['2041GB', '2049GB'].map(severityOf)).toEqual(['warning', 'error']);
  });
});
