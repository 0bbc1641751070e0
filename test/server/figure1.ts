/** The seed article's Figure 1 with a second group: two hosts, one array, each VM with its LUN. */
export const figure1 = `cluster "HV-CLUSTER" {
  version   = "2008"
  tolerates = 1

  quorum {
    model   = node_and_disk_majority
    witness = Witness
  }
}

network "LAN"       { subnet = "10.0.0.0/24"     role = cluster_and_client }
network "Heartbeat" { subnet = "192.168.50.0/24" role = cluster }

node "HostA" { memory = 32GB  memory_reserve = 2GB  processors = 8  networks = [LAN, Heartbeat] }
node "HostB" { memory = 32GB  memory_reserve = 2GB  processors = 8  networks = [LAN, Heartbeat] }

storage "SAN1" { kind = fibre_channel  nodes = [HostA, HostB] }

disk "Witness" { storage = SAN1  lun = 0  size = 1GB }
disk "LUN1"    { storage = SAN1  lun = 1  size = 200GB  volume "F:" { } }
disk "LUN2" {
  storage = SAN1
  lun     = 2
  size    = 200GB
  volume "G:" { }
}

group "VM1" {
  owner            = HostB
  preferred_owners = [HostB, HostA]
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" {
    path       = "F:\\VM1\\Virtual Machines\\vm1.xml"
    depends_on = LUN1
  }
  virtual_machine "VM1" {
    memory        = 4GB
    processors    = 2
    configuration = "VM1 Configuration"
    vhd "F:\\VM1\\os.vhd" { size = 40GB }
    depends_on    = "VM1 Configuration" and LUN1
  }
}

group "VM2" {
  owner            = HostA
  preferred_owners = [HostA, HostB]
  physical_disk LUN2
  virtual_machine_configuration "VM2 Configuration" {
    path       = "G:\\VM2\\Virtual Machines\\vm2.xml"
    depends_on = LUN2
  }
  virtual_machine "VM2" {
    memory        = 4GB
    processors    = 2
    configuration = "VM2 Configuration"
    vhd "G:\\VM2\\os.vhd" { size = 40GB }
    depends_on    = "VM2 Configuration" and LUN2
  }
}

scenario "HostA loses power" {
  at 0s  fail node HostA
  at 30m repair node HostA

  expect VM2 online on HostB within 3m
  expect LUN2 owned by HostB within 3m
}
`;

/** The line (from 0) on which a text stands first. */
export function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length - 1;
}
