import { describe, expect, it } from 'vitest';
import { planHighAvailability } from '../../src/checks/high-availability/plan';
import type { HighAvailabilityPlan } from '../../src/checks/high-availability/plan';
import { reportOf, summaryOf } from '../../src/checks/high-availability/report';
import { checkedOf } from '../../src/checks/incremental/checked';
import { createDocument } from '../../src/language/document';
import { readDesign } from '../../src/model/design';
import { commentsOf, disks, fabric, findingOf, findingsOf, fixed, goodGroup } from './support';

const code = 'vm/not-highly-available';
const base = fabric + disks;
const shared = `${fabric.replace('2008', '2022')}disk CSV { storage = SAN1  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }
`;

function planOf(text: string, name: string): HighAvailabilityPlan {
  const design = checkedOf(readDesign([createDocument('test.hacluster', text)]));
  const machine = design.cluster.virtualMachines.get(name.toLowerCase());
  if (!machine) throw new Error(`no virtual machine ${name}`);
  return planHighAvailability(design, machine);
}

/** The text after the fix of the first machine outside a group. */
function made(text: string): string {
  const { document, finding } = findingOf(text, code);
  const fix = finding.fixes.find((one) => one.preferred);
  if (!fix) throw new Error(`no preferred fix: ${finding.message}`);
  return fixed(document, fix);
}

function errorsOf(text: string): readonly string[] {
  return findingsOf(text)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code: one, message }) => `${one}: ${message}`);
}

describe('Make highly available', () => {
  it.each([
    [
      'one machine becomes a group where it stood, by number, its comments as they were',
      `${base}
# the mail
virtual_machine MAIL {   # big
  memory = 2GB   /* enough
                    for now */
  host   = HV-02   # its home
  state  = off

  vhd "F:\\MAIL\\os.vhd"   # system
}   # end
`,
      `${base}
# the mail
group "Virtual Machine(1)" {
  owner = HV-02
  physical_disk LUN1
  virtual_machine_configuration "MAIL Configuration" {
    path       = "F:\\MAIL\\MAIL.xml"
    depends_on = LUN1
  }
  virtual_machine MAIL {   # big
    memory = 2GB   /* enough
                    for now */
    # its home
    state  = off
    configuration = "MAIL Configuration"
    depends_on = "MAIL Configuration" and LUN1

    vhd "F:\\MAIL\\os.vhd"   # system
  }   # end
}
`,
    ],
    [
      'the next free number, case ignored; every disk, and the configuration where it is',
      `${base}group "virtual machine(1)" { ip_address A }
virtual_machine MAIL { memory = 2GB  configuration_path = "G:\\c\\mail.xml"  vhd "F:\\os.vhd"  passthrough_disk LUN4 }
`,
      `${base}group "virtual machine(1)" { ip_address A }
group "Virtual Machine(2)" {
  physical_disk LUN1
  physical_disk LUN2
  physical_disk LUN4
  virtual_machine_configuration "MAIL Configuration" {
    path       = "G:\\c\\mail.xml"
    depends_on = LUN2
  }
  virtual_machine MAIL { memory = 2GB  configuration = "MAIL Configuration"  depends_on = "MAIL Configuration" and LUN1 and LUN4  vhd "F:\\os.vhd"  passthrough_disk LUN4 }
}
`,
    ],
    [
      'later after the machine; a file on a shared volume needs no disk',
      `${shared}virtual_machine MAIL {
  memory = 2GB
  vhd "C:\\ClusterStorage\\Volume1\\MAIL\\os.vhdx"
}
`,
      `${shared}group MAIL {
  virtual_machine_configuration "MAIL Configuration" {
    path       = "C:\\ClusterStorage\\Volume1\\MAIL\\MAIL.vmcx"
  }
  virtual_machine MAIL {
    memory = 2GB
    configuration = "MAIL Configuration"
    depends_on = "MAIL Configuration"
    vhd "C:\\ClusterStorage\\Volume1\\MAIL\\os.vhdx"
  }
}
`,
    ],
    [
      'into the group that has the disk, with its further disk and the comments above',
      `${base}${goodGroup('VM1', 'LUN1', 'F:')}
# the mail
virtual_machine MAIL {
  memory = 2GB
  host   = HV-01
  vhd "F:\\MAIL\\os.vhd"
  vhd "G:\\MAIL\\data.vhd"
}
`,
      `${base}${goodGroup('VM1', 'LUN1', 'F:')
        .replace('physical_disk LUN1\n', 'physical_disk LUN1\n  physical_disk LUN2\n')
        .replace(
          /\}\n$/,
          `  virtual_machine_configuration "MAIL Configuration" {
    path       = "F:\\MAIL\\MAIL.xml"
    depends_on = LUN1
  }
  # the mail
  virtual_machine MAIL {
    memory = 2GB
    configuration = "MAIL Configuration"
    depends_on = "MAIL Configuration" and LUN1 and LUN2
    vhd "F:\\MAIL\\os.vhd"
    vhd "G:\\MAIL\\data.vhd"
  }
}
`,
        )}
`,
    ],
    [
      'with everything that shares a disk, through others too; comments move with each',
      `${base}# a
virtual_machine A { memory = 1GB  vhd "F:\\a.vhd" }
# b
virtual_machine B { memory = 1GB  vhd "H:\\b.vhd" } # last

# c
virtual_machine C { memory = 1GB  vhd "I:\\c.vhd"  vhd "F:\\c.vhd" }
virtual_machine D { memory = 1GB  vhd "G:\\d.vhd" }
`,
      `${base}group "Virtual Machine(1)" {
  physical_disk LUN1
  physical_disk LUN3
  virtual_machine_configuration "A Configuration" {
    path       = "F:\\A.xml"
    depends_on = LUN1
  }
  # a
  virtual_machine A { memory = 1GB  configuration = "A Configuration"  depends_on = "A Configuration" and LUN1  vhd "F:\\a.vhd" }
  virtual_machine_configuration "C Configuration" {
    path       = "I:\\C.xml"
    depends_on = LUN3
  }
  # c
  virtual_machine C { memory = 1GB  configuration = "C Configuration"  depends_on = "C Configuration" and LUN3 and LUN1  vhd "I:\\c.vhd"  vhd "F:\\c.vhd" }
  virtual_machine_configuration "B Configuration" {
    path       = "H:\\B.xml"
    depends_on = LUN3
  }
  # b
  virtual_machine B { memory = 1GB  configuration = "B Configuration"  depends_on = "B Configuration" and LUN3  vhd "H:\\b.vhd" } # last
}

virtual_machine D { memory = 1GB  vhd "G:\\d.vhd" }
`,
    ],
    [
      'a GUID that one node knows becomes the name that the cluster keeps',
      `${fabric}disk D { storage = SAN1  volume { guid = "{c}"  guid_on HV-01 = "{n}" } }
virtual_machine A { memory = 1GB  vhd "\\\\?\\Volume{n}\\a.vhd" }
`,
      `${fabric}disk D { storage = SAN1  volume { guid = "{c}"  guid_on HV-01 = "{n}" } }
group "Virtual Machine(1)" {
  physical_disk D
  virtual_machine_configuration "A Configuration" {
    path       = "\\\\?\\Volume{c}\\A.xml"
    depends_on = D
  }
  virtual_machine A { memory = 1GB  configuration = "A Configuration"  depends_on = "A Configuration" and D  vhd "\\\\?\\Volume{c}\\a.vhd" }
}
`,
    ],
    [
      'the disk that holds the folder of a mount point comes along, and what is mounted on a disk',
      `${base}disk M { storage = SAN1  volume "F:\\M" }
disk N { storage = SAN1  volume "F:\\M\\N" }
virtual_machine A { memory = 1GB  vhd "F:\\M\\a.vhd" }
`,
      `${base}disk M { storage = SAN1  volume "F:\\M" }
disk N { storage = SAN1  volume "F:\\M\\N" }
group "Virtual Machine(1)" {
  physical_disk M
  physical_disk N
  physical_disk LUN1
  virtual_machine_configuration "A Configuration" {
    path       = "F:\\M\\A.xml"
    depends_on = M
  }
  virtual_machine A { memory = 1GB  configuration = "A Configuration"  depends_on = "A Configuration" and M  vhd "F:\\M\\a.vhd" }
}
`,
    ],
    [
      'a configuration that is in the group already, what it depends on already, and names in the way',
      `${base}group G {
  physical_disk LUN1
  virtual_machine_configuration C { path = "F:\\c.xml"  depends_on = LUN1 }
}
virtual_machine A { memory = 1GB  configuration = C  vhd "F:\\a.vhd"  depends_on = LUN1 }
`,
      `${base}group G {
  physical_disk LUN1
  virtual_machine_configuration C { path = "F:\\c.xml"  depends_on = LUN1 }
  virtual_machine A { memory = 1GB  configuration = C  vhd "F:\\a.vhd"  depends_on = LUN1 and C }
}
`,
    ],
  ])('%s', (_, before, after) => {
    expect(made(before)).toBe(after);
    const newErrors = errorsOf(after).filter((error) => !errorsOf(before).includes(error));
    expect(newErrors).toEqual([]);
    expect(commentsOf(after)).toEqual(commentsOf(before));
  });

  it.each([
    ['a local drive', `${base}virtual_machine A { memory = 1GB  vhd "C:\\a.vhd" }\n`, 'is on C:, a local drive'],
    [
      'an unknown volume',
      `${base}virtual_machine A { memory = 1GB  vhd "Z:\\a.vhd" }\n`,
      'the design does not declare',
    ],
    [
      'an unclustered disk',
      `${base.replace('disk LUN1 {', 'disk LUN1 { clustered = false ')}virtual_machine A { memory = 1GB  vhd "F:\\a.vhd" }\n`,
      'LUN1, which is not in the cluster',
    ],
    [
      'the witness',
      `${base.replace('tolerates = 0', 'quorum { model = disk_only  witness = LUN1 }')}virtual_machine A { memory = 1GB  vhd "F:\\a.vhd" }\n`,
      'is the witness',
    ],
    [
      'a parent further up on a local drive',
      `${base}virtual_machine A { memory = 1GB  vhd "F:\\a.vhd" { kind = differencing  parent = "F:\\p.vhd" } }
virtual_machine P { memory = 1GB  vhd "F:\\p.vhd" { kind = differencing  parent = "C:\\q.vhd" } }\n`,
      'C:\\q.vhd is on C:',
    ],
    [
      'a share before 2012',
      `${base}virtual_machine A { memory = 1GB  vhd "\\\\fs\\vms\\a.vhd" }\n`,
      'from Windows Server 2012 on',
    ],
    [
      'disks of two groups',
      `${base}${goodGroup('VM1', 'LUN1', 'F:')}${goodGroup('VM2', 'LUN2', 'G:')}virtual_machine A { memory = 1GB  vhd "F:\\a.vhd"  vhd "G:\\a.vhd" }\n`,
      'belong to groups VM1 and VM2',
    ],
    [
      'third-party storage',
      `${base.replace('nodes = [HV-01', 'kind = third_party  nodes = [HV-01')}virtual_machine A { memory = 1GB  vhd "F:\\a.vhd" }\n`,
      'third-party solution',
    ],
    [
      'a node without a path to the disk',
      `${base}node HV-03 { memory = 1GB }\nvirtual_machine A { memory = 1GB  vhd "F:\\a.vhd" }\n`,
      'HV-03 has no path to disk LUN1',
    ],
    [
      'a node without Hyper-V',
      `${base.replace('node HV-02 {', 'node HV-02 { features = [failover_clustering] ')}virtual_machine A { memory = 1GB  vhd "F:\\a.vhd" }\n`,
      'HV-02 cannot host virtual machines',
    ],
    [
      'no node that may own it',
      `${base}virtual_machine A { memory = 1GB  vhd "F:\\a.vhd"  possible_owners = [] }\n`,
      'No node may own A',
    ],
    [
      'an owner of the group that may not own it',
      `${base}${goodGroup('VM1', 'LUN1', 'F:')}virtual_machine A { memory = 1GB  vhd "F:\\a.vhd"  possible_owners = [HV-02] }\n`,
      'Group VM1 is on HV-01, which may not own A',
    ],
    [
      'a name in the way',
      `${base}group G { ip_address A }\nvirtual_machine A { memory = 1GB  vhd "F:\\a.vhd" }\n`,
      'another resource',
    ],
    ['no disk at all', `${base}virtual_machine A { memory = 1GB }\n`, 'set configuration_path'],
    [
      'a dependency that stays behind',
      `${base}group G { ip_address I }\nvirtual_machine A { memory = 1GB  vhd "F:\\a.vhd"  depends_on = I }\n`,
      'depends on I, which will not be in its group',
    ],
  ])('is not offered with %s, and says so', (_, text, message) => {
    const plan = planOf(text, 'A');
    expect(plan.edits).toEqual([]);
    expect(
      plan.checks
        .filter(({ severity }) => severity === 'error')
        .map((one) => one.message)
        .join('\n'),
    ).toContain(message);
    const own = findingsOf(text).findings.find((one) => one.code === code && one.message.startsWith('A '));
    expect(own?.fixes).toEqual([]);
    expect(reportOf(plan)).toContain('Nothing is changed');
  });

  it.each([
    ['that it runs', `${base}virtual_machine A { memory = 1GB  vhd "F:\\a.vhd" }\n`, ['A is running']],
    [
      'not that it runs in later releases',
      `${base.replace('2008', '2012')}virtual_machine A { memory = 1GB  vhd "F:\\a.vhd" }\n`,
      [],
    ],
    [
      'that its host is not the owner of the disks',
      `${base}${goodGroup('VM1', 'LUN1', 'F:')}virtual_machine A { memory = 1GB  state = off  host = HV-02  vhd "F:\\a.vhd" }\n`,
      ['A lives on HV-02, but HV-01 owns group VM1'],
    ],
    [
      'that what comes along lives elsewhere',
      `${base}virtual_machine A { memory = 1GB  state = off  host = HV-02  vhd "F:\\a.vhd" }
virtual_machine B { memory = 1GB  state = off  host = HV-01  vhd "F:\\b.vhd" }\n`,
      ['B lives on HV-01, but HV-02 will own'],
    ],
    [
      'nodes that are too small, and switches that are missing',
      `${base.replace('node HV-02 { memory = 32GB', 'node HV-02 { memory = 4GB  virtual_switches = ["LAN"]')}virtual_machine A { memory = 3GB  state = off  virtual_switches = ["DMZ"]  vhd "F:\\a.vhd" }\n`,
      ['HV-02 has not enough memory for A', 'HV-02 has no virtual switch DMZ'],
    ],
  ])('warns %s', (_, text, messages) => {
    const plan = planOf(text, 'A');
    expect(plan.edits).not.toEqual([]);
    expect(plan.checks).toHaveLength(messages.length);
    messages.forEach((message, index) => {
      expect(plan.checks[index]).toMatchObject({
        severity: 'warning',
        message: expect.stringContaining(message) as string,
      });
    });
  });

  it('says in words what it builds, and reports it with names as they are written', () => {
    const text = `${base}virtual_machine "A *b*" { memory = 1GB  state = off  host = HV-01  vhd "F:\\a.vhd" }
virtual_machine B { memory = 1GB  state = off  vhd "F:\\b.vhd" }\n`;
    const plan = planOf(text, 'A *b*');
    expect(summaryOf(plan)).toEqual([
      'New group Virtual Machine(1), owned by HV-01',
      'Disk LUN1, from Available Storage, as a resource of the group',
      'Configuration resource A *b* Configuration, with the file F:\\A *b*.xml, which depends on LUN1',
      'Virtual machine A *b*, which depends on A *b* Configuration and LUN1',
      'Configuration resource B Configuration, with the file F:\\B.xml, which depends on LUN1',
      'Virtual machine B, which depends on B Configuration and LUN1',
      'B comes along, because it shares disk LUN1',
    ]);
    const report = reportOf(plan);
    expect(report).toContain('# Make A \\*b\\* highly available\n');
    expect(report).toContain('- New group Virtual Machine\\(1\\), owned by HV\\-01\n');
    expect(report).not.toMatch(/[^\\]\*b/);
  });
});
