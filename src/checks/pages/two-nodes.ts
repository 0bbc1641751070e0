/** What the two nodes of an example have besides their memory, as it stands in their blocks. */
export interface TwoNodes {
  readonly quorum: string;
  readonly first?: string;
  readonly second?: string;
}

/** The cluster, its nodes and a storage that both reach. */
function fabric({ quorum, first = '', second = '' }: TwoNodes): string {
  return `cluster Lab {
  version = "2008"
  quorum { ${quorum} }
}
node HostA { memory = 32GB${first} }
node HostB { memory = 32GB${second} }
storage SAN1 { }
`;
}

/** A cluster of two nodes with a disk for the witness. `size` is written as in a design. */
export function withWitnessDisk(quorum: string, size: string): string {
  return `${fabric({ quorum })}disk Witness { storage = SAN1  size = ${size} }
`;
}

/** A cluster of two nodes with one virtual machine, whose virtual hard disk has a size written as in a design. */
export function withMachine(size: string, nodes: Omit<TwoNodes, 'quorum'> = {}): string {
  const quorum = 'model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness"';
  return `${fabric({ quorum, ...nodes })}disk LUN1 { storage = SAN1  volume "G:" }
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
    vhd "G:\\os.vhd" { size = ${size} }
    depends_on    = "VM1 Configuration" and LUN1
  }
}
`;
}
