/** The article's Figure 1: two hosts, a witness, a machine on each with its own disk. */
export const figure1 = String.raw`
cluster "HV-CLUSTER" {
  version   = "2008"
  tolerates = 1
  quorum {
    model   = node_and_disk_majority
    witness = Witness
  }
}

network "LAN"       { subnet = "10.0.0.0/24"     role = cluster_and_client }
network "Heartbeat" { subnet = "192.168.50.0/24" role = cluster }

node "HostA" {
  memory         = 32GB
  memory_reserve = 2GB
  processors     = 8
  networks       = [LAN, Heartbeat]
  features       = [failover_clustering, hyper_v]
}
node "HostB" { memory = 32GB  processors = 8  networks = [LAN, Heartbeat] }

storage "SAN1" { kind = fibre_channel  nodes = [HostA, HostB] }

disk "Witness" { storage = SAN1  lun = 0  size = 1GB }
disk "LUN1"    { storage = SAN1  lun = 1  size = 200GB  volume "F:" { } }
disk "LUN2" {
  storage = SAN1
  lun     = 2
  size    = 200GB
  volume "G:" { guid = "{6f1e1d0c-2f3b-4d0e-9a39-0d0ed1c1a001}" }
}

group "VM1" {
  owner = HostB
  preferred_owners = [HostB, HostA]
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" {
    path = "F:\VM1\Virtual Machines\vm1.xml"
    depends_on = LUN1
  }
  virtual_machine "VM1" {
    memory = 4GB
    processors = 2
    configuration = "VM1 Configuration"
    vhd "F:\VM1\os.vhd" { size = 60GB }
    depends_on = "VM1 Configuration" and LUN1
  }
}

group "VM2" {
  owner              = HostA
  preferred_owners   = [HostA, HostB]
  failover_threshold = 2
  failover_period    = 6h
  auto_failback      = true
  failback_window_start = 1
  failback_window_end   = 3

  physical_disk LUN2

  virtual_machine_configuration "VM2 Configuration" {
    path       = "G:\VM2\Virtual Machines\vm2.xml"
    depends_on = LUN2
  }

  virtual_machine "VM2" {
    memory        = 4GB
    processors    = 2
    configuration = "VM2 Configuration"
    vhd "G:\VM2\os.vhd"   { size = 40GB }
    vhd "G:\VM2\data.vhd" { kind = differencing  parent = "G:\Base\data.vhd" size = 8GB }
    depends_on    = "VM2 Configuration" and LUN2
    offline_action = save
    boot_time      = 60s
    workload "Order entry" { monitored = true }
  }
}
`;
