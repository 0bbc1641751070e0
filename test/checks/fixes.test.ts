import { testFixes } from './fix-rows';
import type { Row } from './fix-rows';
import { disks, fabric, goodGroup } from './support';

const base = fabric + disks;
const vm = (lines: string): string => `group VM1 {
  owner = HV-01
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" { path = "F:\\VM1.xml"  depends_on = LUN1 }
  virtual_machine VM1 {
${lines}
  }
}
`;

const rows: readonly Row[] = [
  {
    code: 'language/unresolved-reference',
    what: 'the nearest name, written as it must be',
    before: `${fabric}node "HV 03" { memory = 1GB }\ngroup G { owner = "HV 3" }\n`,
    after: `${fabric}node "HV 03" { memory = 1GB }\ngroup G { owner = "HV 03" }\n`,
  },
  {
    code: 'language/unresolved-reference',
    what: 'the nearest name that is not in the list already',
    before: `${fabric}group G { preferred_owners = [HV-01, HV-03] }\n`,
    after: `${fabric}group G { preferred_owners = [HV-01, HV-02] }\n`,
  },
  {
    code: 'language/unresolved-reference',
    what: 'a configuration, in what the machine depends on too',
    before:
      base +
      goodGroup('VM1', 'LUN1', 'F:')
        .replaceAll(' "VM1 Configuration"\n', ' "VM1 Config"\n')
        .replace('"VM1 Configuration" and', '"vm1 config" and')
        .replace('_configuration "VM1 Configuration"', '_configuration "VM1 Confic"'),
    after: base + goodGroup('VM1', 'LUN1', 'F:').replaceAll('"VM1 Configuration"', '"VM1 Confic"'),
  },
  {
    code: 'language/unresolved-reference',
    what: 'a node that has no GUIDs of its own yet',
    before: `${fabric}disk D { storage = SAN1  volume { guid_on HV-01 = "{a}"  guid_on HV-03 = "{b}" } }\n`,
    after: `${fabric}disk D { storage = SAN1  volume { guid_on HV-01 = "{a}"  guid_on HV-02 = "{b}" } }\n`,
  },
  {
    code: 'language/unresolved-reference',
    what: 'a declaration',
    title: 'Declare',
    before: `${fabric}# big\ndisk D { storage = NAS }\n`,
    after: `${fabric}# big\nstorage NAS { }\ndisk D { storage = NAS }\n`,
  },
  {
    code: 'language/name-case',
    what: 'the spelling of the declaration, in quotes as before',
    before: `${fabric}group G { owner = "hv-01" }\n`,
    after: `${fabric}group G { owner = "HV-01" }\n`,
  },
  {
    code: 'node/feature-missing',
    what: 'at the end of the list',
    before: `${fabric}node A { memory = 1GB  features = [hyper_v] } # new\n`,
    after: `${fabric}node A { memory = 1GB  features = [hyper_v, failover_clustering] } # new\n`,
  },
  {
    code: 'node/feature-missing',
    what: 'in an empty list',
    before: `${fabric}node A { memory = 1GB  features = [] }\n`,
    after: `${fabric}node A { memory = 1GB  features = [failover_clustering] }\n`,
  },
  {
    code: 'node/feature-missing',
    what: 'a list of its own where the defaults have one',
    before: 'cluster C { }\ndefaults { node { memory = 1GB  features = [hyper_v] } }\nnode A { }\n',
    after:
      'cluster C { }\ndefaults { node { memory = 1GB  features = [hyper_v] } }\nnode A { features = [hyper_v, failover_clustering] }\n',
  },
  {
    code: 'dependency/unknown',
    what: 'the nearest resource of the group',
    before:
      base +
      vm(
        '    memory = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"\n    depends_on = "VM1 Configuration" and LUM1',
      ),
    after:
      base +
      vm(
        '    memory = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"\n    depends_on = "VM1 Configuration" and LUN1',
      ),
  },
  {
    code: 'dependency/unknown',
    what: 'no name that is there already',
    before:
      base +
      vm(
        '    memory = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"\n    depends_on = LUN1 and LUN12 and "VM1 Configuration"',
      ),
    after:
      base +
      vm(
        '    memory = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"\n    depends_on = LUN1 and "VM1 Configuration"',
      ),
  },
  {
    code: 'dependency/unknown',
    what: 'the resource of a declared disk, behind the disks that are there',
    before:
      base +
      vm(
        '    memory = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"\n    vhd "G:\\data.vhd"\n    depends_on = "VM1 Configuration" and LUN1 and LUN2',
      ),
    after:
      base +
      vm(
        '    memory = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"\n    vhd "G:\\data.vhd"\n    depends_on = "VM1 Configuration" and LUN1 and LUN2',
      ).replace('physical_disk LUN1\n', 'physical_disk LUN1\n  physical_disk LUN2\n'),
  },
  {
    code: 'dependency/cycle',
    what: 'takes the term out that points backwards',
    title: 'Remove N from',
    before: `${fabric}group G {\n  ip_address A { depends_on = B and (N or B) }\n  ip_address B\n  network_name N { depends_on = A }\n}\n`,
    after: `${fabric}group G {\n  ip_address A { depends_on = B and (B) }\n  ip_address B\n  network_name N { depends_on = A }\n}\n`,
  },
  {
    code: 'vm/configuration-missing',
    what: 'a new resource before the machine, beside its first disk, and both links',
    before: `${base}group VM1 {
  physical_disk LUN1   # data
  # the machine
  virtual_machine VM1 {
    memory     = 2GB   # enough
    vhd "F:\\VM1\\os.vhd"
    depends_on = LUN1
  }
}
`,
    after: `${base}group VM1 {
  physical_disk LUN1   # data
  virtual_machine_configuration "VM1 Configuration" {
    path       = "F:\\VM1\\VM1.xml"
    depends_on = LUN1
  }
  # the machine
  virtual_machine VM1 {
    memory     = 2GB   # enough
    configuration = "VM1 Configuration"
    vhd "F:\\VM1\\os.vhd"
    depends_on = LUN1 and "VM1 Configuration"
  }
}
`,
  },
  {
    code: 'vm/configuration-missing',
    what: 'on one line, from 2016 on, on a disk in Available Storage',
    before: `${base.replace('2008', '2016')}group VM1 { virtual_machine VM1 { memory = 2GB  vhd "F:\\VM1\\os.vhd" } }\n`,
    after: `${base.replace('2008', '2016')}group VM1 { physical_disk LUN1  virtual_machine_configuration "VM1 Configuration" { path       = "F:\\VM1\\VM1.vmcx" depends_on = LUN1 }  virtual_machine VM1 { memory = 2GB  configuration = "VM1 Configuration"  depends_on = "VM1 Configuration"  vhd "F:\\VM1\\os.vhd" } }\n`,
  },
  {
    code: 'vm/configuration-missing',
    what: 'the configuration that lies unused in the group',
    before: base + vm('    memory = 2GB\n    vhd "F:\\os.vhd"\n    depends_on = "VM1 Configuration" and LUN1'),
    after:
      base +
      vm(
        '    memory = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"\n    depends_on = "VM1 Configuration" and LUN1',
      ),
  },
  {
    code: 'vm/configuration-dependency-missing',
    what: 'behind what is there, an or in parentheses',
    before:
      base +
      vm(
        '    memory        = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"\n    depends_on    = LUN1 or LUN1 /* either */',
      ),
    after:
      base +
      vm(
        '    memory        = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"\n    depends_on    = (LUN1 or LUN1) and "VM1 Configuration" /* either */',
      ),
  },
  {
    code: 'vm/storage-dependency-missing',
    what: 'a new attribute, its sign under the others',
    before: base + vm('    memory        = 2GB\n    configuration = "VM1 Configuration" # link\n    vhd "F:\\os.vhd"'),
    after:
      base +
      vm(
        '    memory        = 2GB\n    configuration = "VM1 Configuration" # link\n    depends_on    = LUN1\n    vhd "F:\\os.vhd"',
      ),
  },
  {
    code: 'vm/storage-dependency-missing',
    what: 'on top of what the defaults say',
    before: `${base}defaults { virtual_machine { depends_on = "VM1 Configuration" or "VM1 Configuration" } }\n${vm('    memory = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"')}`,
    after: `${base}defaults { virtual_machine { depends_on = "VM1 Configuration" or "VM1 Configuration" } }\n${vm('    memory = 2GB\n    configuration = "VM1 Configuration"\n    depends_on = ("VM1 Configuration" or "VM1 Configuration") and LUN1\n    vhd "F:\\os.vhd"')}`,
  },
  {
    code: 'vm/storage-dependency-missing',
    what: 'a disk of Available Storage becomes a resource, third-party storage as its own class',
    title: 'Add disk LUN2',
    brings: 'storage/third-party-unsupported',
    before: `${base.replace('storage SAN1 {', 'storage SAN1 { kind = third_party ')}${vm('    memory = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"\n    vhd "G:\\data.vhd"\n    depends_on = "VM1 Configuration" and LUN1')}`,
    after: `${base.replace('storage SAN1 {', 'storage SAN1 { kind = third_party ')}${vm('    memory = 2GB\n    configuration = "VM1 Configuration"\n    vhd "F:\\os.vhd"\n    vhd "G:\\data.vhd"\n    depends_on = "VM1 Configuration" and LUN1 and LUN2').replace('physical_disk LUN1\n', 'physical_disk LUN1\n  storage_class LUN2\n')}`,
  },
  {
    code: 'configuration/storage-dependency-missing',
    what: 'on one line',
    before: base + goodGroup('VM1', 'LUN1', 'F:').replace('  depends_on = LUN1 }', ' }'),
    after: base + goodGroup('VM1', 'LUN1', 'F:'),
  },
  {
    code: 'storage/guid-mismatch',
    what: 'the GUID of the cluster',
    before: `${fabric}disk D { storage = SAN1  volume { guid = "{AA}"  guid_on HV-01 = "{bb}" } }\n${goodGroup('VM1', 'D', '\\\\?\\Volume{bb}')}`,
    after: `${fabric}disk D { storage = SAN1  volume { guid = "{AA}"  guid_on HV-01 = "{bb}" } }\n${goodGroup('VM1', 'D', '\\\\?\\Volume{bb}').replace('{bb}\\VM1\\VM1', '{AA}\\VM1\\VM1')}`,
  },
  {
    code: 'storage/guid-mismatch',
    what: 'the letter where the cluster notes no GUID',
    before: `${fabric}disk D { storage = SAN1  volume "K:" { guid_on HV-01 = "{bb}" } }\n${goodGroup('VM1', 'D', 'K:').replace('"K:\\VM1\\os', '"\\\\?\\Volume{BB}\\VM1\\os')}`,
    after: `${fabric}disk D { storage = SAN1  volume "K:" { guid_on HV-01 = "{bb}" } }\n${goodGroup('VM1', 'D', 'K:')}`,
  },
  {
    code: 'storage/differencing-parent',
    what: 'a place beside the child',
    title: 'Take the parent',
    before:
      base +
      goodGroup('VM1', 'LUN1', 'F:').replace('{ size = 40GB }', '{ kind = differencing  parent = "C:\\Base\\p.vhd" }'),
    after:
      base +
      goodGroup('VM1', 'LUN1', 'F:').replace('{ size = 40GB }', '{ kind = differencing  parent = "F:\\Base\\p.vhd" }'),
  },
  {
    code: 'storage/not-shared',
    what: 'connects the node',
    title: 'Connect HV-02',
    before: base.replace('HV-01, HV-02', 'HV-01') + goodGroup('VM1', 'LUN1', 'F:'),
    after: base + goodGroup('VM1', 'LUN1', 'F:'),
  },
  {
    code: 'storage/not-shared',
    what: 'narrows the owners',
    title: 'Let only',
    before: base.replace('HV-01, HV-02', 'HV-01') + goodGroup('VM1', 'LUN1', 'F:'),
    after:
      base.replace('HV-01, HV-02', 'HV-01') +
      goodGroup('VM1', 'LUN1', 'F:').replace('and LUN1\n', 'and LUN1\n    possible_owners = [HV-01]\n'),
  },
  {
    code: 'storage/shared-disk-groups',
    what: 'moves resources and comments, adds dependencies, renames in scenarios',
    before: `${base}${goodGroup('VM1', 'LUN3', 'H:')}
# about VM2
group VM2 { # head
  owner = HV-02 // where it is

  physical_disk LUN2 # its disk
  # configuration
  virtual_machine_configuration "VM2 Configuration" { path = "I:\\VM2.xml" }
  priority = high /* first */

  virtual_machine VM2 {
    memory = 1GB # little
    configuration = "VM2 Configuration"
    vhd "G:\\os.vhd"
    vhd "I:\\data.vhd"
    depends_on = "VM2 Configuration" and LUN2
  }
  # last
} # end

scenario S {
  at 0s move group VM2 to HV-01
  expect group VM2 online
  expect VM2 online
}
`,
    after: `${base}${goodGroup('VM1', 'LUN3', 'H:').replace(/}\n$/, '')}  # about VM2
  # head
  // where it is

  physical_disk LUN2 # its disk
  # configuration
  virtual_machine_configuration "VM2 Configuration" { path = "I:\\VM2.xml"  depends_on = LUN3 }
  /* first */

  virtual_machine VM2 {
    memory = 1GB # little
    configuration = "VM2 Configuration"
    vhd "G:\\os.vhd"
    vhd "I:\\data.vhd"
    depends_on = "VM2 Configuration" and LUN2 and LUN3
  }
  # last
  # end
}

scenario S {
  at 0s move group VM1 to HV-01
  expect group VM1 online
  expect VM2 online
}
`,
  },
  {
    code: 'storage/shared-disk-groups',
    what: 'a disk of Available Storage becomes a resource of the merged group; one-line groups',
    before: `${base}group A { virtual_machine_configuration CA { path = "H:\\a.xml" }  virtual_machine A { memory = 1GB  configuration = CA  vhd "H:\\a.vhd"  depends_on = CA } }
group B { virtual_machine_configuration CB { path = "I:\\b.xml" }  virtual_machine B { memory = 1GB  configuration = CB  vhd "I:\\b.vhd"  depends_on = CB } }
`,
    after: `${base}group A { physical_disk LUN3  virtual_machine_configuration CA { path = "H:\\a.xml"  depends_on = LUN3 }  virtual_machine A { memory = 1GB  configuration = CA  vhd "H:\\a.vhd"  depends_on = CA and LUN3 } 
  virtual_machine_configuration CB { path = "I:\\b.xml"  depends_on = LUN3 }
  virtual_machine B { memory = 1GB  configuration = CB  vhd "I:\\b.vhd"  depends_on = CB and LUN3 }
}
`,
  },
];

testFixes(rows);
