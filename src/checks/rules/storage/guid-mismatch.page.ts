import type { RulePage } from '../../pages/page';

const design = (guid: string): string => `cluster Lab { version = "2008" }
node HostA { memory = 16GB }
node HostB { memory = 16GB }
storage SAN1 { nodes = [HostA, HostB] }
disk LUN1 {
  storage = SAN1
  volume {
    guid          = "{6f1e1d0c-2f3b-4d0e-9a39-0d0ed1c1a001}"
    guid_on HostA = "{9c0d7a52-7f7e-4a34-8f2e-5a1b0c2d3e4f}"
  }
}

group VM1 {
  owner = HostA
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" {
    path       = "\\\\?\\Volume{${guid}}\\vm1.xml"
    depends_on = LUN1
  }
  virtual_machine VM1 {
    memory        = 2GB
    configuration = "VM1 Configuration"
    depends_on    = "VM1 Configuration" and LUN1
  }
}
`;

export const guidMismatchPage: RulePage = {
  code: 'storage/guid-mismatch',
  title: 'A path names its volume by a GUID that only one node knows',
  why: `A volume may have a GUID of its own on each server that had it online before it was clustered, and even several on one. The cluster manages one of them on all nodes. A path that holds another one works on the node where it was made and on no other.

At the first move or failover the virtual machine does not find its files and stays offline, although the disk came along. Write the GUID that the cluster manages: the \`guid\` of the volume.`,
  failing: design('9c0d7a52-7f7e-4a34-8f2e-5a1b0c2d3e4f'),
  mended: design('6f1e1d0c-2f3b-4d0e-9a39-0d0ed1c1a001'),
};
