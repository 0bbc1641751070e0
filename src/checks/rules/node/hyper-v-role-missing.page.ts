import type { RulePage } from '../../pages/page';

export const hyperVRoleMissingPage: RulePage = {
  code: 'node/hyper-v-role-missing',
  title: 'A node that may own a virtual machine lacks the Hyper-V role',
  why: `The group of the virtual machine may come to the node, at a failure or because an administrator moves it. Without the role the machine cannot start there, and the group goes on to another node or stays failed. Install the role, or let only other nodes own the group.`,
  failing: `cluster Lab {
  version = "2008"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB  features = [failover_clustering, hyper_v] }
node HostB { memory = 32GB  features = [failover_clustering] }
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
    vhd "G:\\os.vhd" { size = 40GB }
    depends_on    = "VM1 Configuration" and LUN1
  }
}
`,
  mended: `cluster Lab {
  version = "2008"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB  features = [failover_clustering, hyper_v] }
node HostB { memory = 32GB  features = [failover_clustering, hyper_v] }
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
    vhd "G:\\os.vhd" { size = 40GB }
    depends_on    = "VM1 Configuration" and LUN1
  }
}
`,
};
