import type { RulePage } from '../../pages/page';

export const limitPage: RulePage = {
  code: 'version/limit',
  title: 'More of something than the release of Windows Server supports',
  why: `Each release has limits: nodes in a cluster, running virtual machines in a cluster and on a host, memory, processors and disks of a virtual machine, the size of a virtual hard disk. Beyond them Windows refuses, or Microsoft does not support, what the design asks for. Where sources disagree on a figure, the largest counts.

A VHD file between 2040 GB and 2048 GB is a warning: sources disagree on whether it can be made.`,
  failing: `cluster Lab {
  version = "2008"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
storage SAN1 { }
disk LUN1 { storage = SAN1  volume "G:" }
group VM1 {
  owner = HostA
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" {
    path       = "G:\\VM1.xml"
    depends_on = LUN1
  }
  virtual_machine VM1 {
    memory        = 2GB
    configuration = "VM1 Configuration"
    vhd "G:\\os.vhd" { size = 3TB }
    depends_on    = "VM1 Configuration" and LUN1
  }
}
`,
  mended: `cluster Lab {
  version = "2008"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
storage SAN1 { }
disk LUN1 { storage = SAN1  volume "G:" }
group VM1 {
  owner = HostA
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" {
    path       = "G:\\VM1.xml"
    depends_on = LUN1
  }
  virtual_machine VM1 {
    memory        = 2GB
    configuration = "VM1 Configuration"
    vhd "G:\\os.vhd" { size = 2000GB }
    depends_on    = "VM1 Configuration" and LUN1
  }
}
`,
};
