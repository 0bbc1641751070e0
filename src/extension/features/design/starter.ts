/** Text of a new design: two hosts, one array, one virtual machine with its disk; it has no findings. */
export const starterDesign = `cluster "HV-CLUSTER" {
  version   = "2022"
  tolerates = 1

  quorum {
    model   = node_and_disk_majority
    witness = Witness
  }
}

network "LAN"       { subnet = "10.0.0.0/24"      role = cluster_and_client }
network "Heartbeat" { subnet = "192.168.50.0/24"  role = cluster }

node "HostA" { memory = 32GB  processors = 8  networks = [LAN, Heartbeat] }
node "HostB" { memory = 32GB  processors = 8  networks = [LAN, Heartbeat] }

storage "SAN1" { kind = fibre_channel  nodes = [HostA, HostB] }

disk "Witness" { storage = SAN1  lun = 0  size = 1GB }
disk "LUN1" {
  storage = SAN1
  lun     = 1
  size    = 200GB
  volume "G:" { }
}

group "VM1" {
  owner            = HostA
  preferred_owners = [HostA, HostB]

  physical_disk LUN1

  virtual_machine_configuration "VM1 Configuration" {
    path       = "G:\\VM1\\Virtual Machines\\vm1.xml"
    depends_on = LUN1
  }

  virtual_machine "VM1" {
    memory        = 4GB
    processors    = 2
    configuration = "VM1 Configuration"
    vhd "G:\\VM1\\os.vhdx" { size = 40GB }
    depends_on    = "VM1 Configuration" and LUN1
  }
}

scenario "HostA loses power" {
  at 0s fail node HostA

  expect VM1 online on HostB within 3m
}
`;
