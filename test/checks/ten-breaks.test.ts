import { describe, expect, it } from 'vitest';
import { findingsOf, textOf } from './support';

const design = `cluster "HV-CLUSTER" {
  version   = "2008"
  tolerates = 0
  memmory   = 3
}

network "LAN" { subnet = "10.0.0.0/24"  role = custer }

node "HV-01" { memory = 32GB  features = [hyper_v] }
node "HV-02" { memory = "32GB"  networks = [LAN] }
node "HV-03" {
  memory = 32GB
  processors =
}

storage "SAN1" { nodes = [HV-01, HV-02] }
disk "LUN1" { storage = SAN1  volume "F:" }
disk "LUN2" { storage = SAN9  volume "G:" }
disk "lun1" { storage = SAN1 }

group "VM1" {
  physical_disk LUN1 { possible_owners = [HV-01, HV-02] }
  virtual_machine_configuration "VM1 Configuration" { path = "F:\\VM1\\VM1.xml" }
  virtual_machine "VM1" {
    memory        = 2GB
    configuration = "VM1 Configuration"
    vhd "F:\\VM1\\os.vhd"
    depends_on    = LUN1
  }
}
group "VM2" {
  generic_service "VM2" { depends_on = LUN7 }
}
`;

const expected: readonly (readonly [string, string])[] = [
  ['language/unknown-attribute', 'memmory'],
  ['language/wrong-type', 'custer'],
  ['language/wrong-type', '"32GB"'],
  ['language/syntax', ''],
  ['node/feature-missing', 'node "HV-01"'],
  ['language/unresolved-reference', 'SAN9'],
  ['language/duplicate-name', '"lun1"'],
  ['configuration/storage-dependency-missing', 'virtual_machine_configuration "VM1 Configuration"'],
  ['vm/configuration-dependency-missing', 'virtual_machine "VM1"'],
  ['dependency/unknown', 'LUN7'],
];

describe('a file that is broken in ten ways', () => {
  const { document, findings } = findingsOf(design);
  const errors = findings.filter(({ severity }) => severity === 'error');

  it('has ten findings, each at its place', () => {
    const found = errors.map(({ code, place }) => `${code}: ${textOf(document, place)}`);
    expect(found.toSorted()).toEqual(expected.map(([code, text]) => `${code}: ${text}`).toSorted());
  });

  it('finds nothing in the declarations that are right', () => {
    const lines = errors.map(({ place }) => document.rangeOf(place)?.start.line);
    expect(lines.toSorted((a = 0, b = 0) => a - b)).toEqual([3, 6, 8, 9, 12, 17, 18, 22, 23, 31]);
  });
});
