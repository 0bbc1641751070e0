/** A cluster of 2008 with two nodes and two disks, for the designs of pages; a page adds its groups. */
export const twoDisks = `cluster Lab { version = "2008" }
node HostA { memory = 16GB }
node HostB { memory = 16GB }
storage SAN1 { nodes = [HostA, HostB] }
disk LUN1 { storage = SAN1  volume "F:" }
disk LUN2 { storage = SAN1  volume "G:" }
`;

/** Lines to add to the group of a virtual machine, and lines instead of those it has. */
interface Lines {
  /** Attributes of the group. */
  readonly group?: readonly string[];
  readonly configuration?: readonly string[];
  /** Attributes and blocks of the machine besides its memory. */
  readonly machine?: readonly string[];
}

const own: Required<Lines> = {
  group: ['owner = HostA'],
  configuration: ['path       = "F:\\VM1\\VM1.xml"', 'depends_on = LUN1'],
  machine: [
    'configuration = "VM1 Configuration"',
    'vhd "F:\\VM1\\os.vhd"',
    'depends_on = "VM1 Configuration" and LUN1',
  ],
};

/** A whole design with virtual machine VM1 on disk LUN1. */
export function designOf(lines: Lines = {}): string {
  const { group, configuration, machine } = { ...own, ...lines };
  const indented = (by: string, list: readonly string[]): string => list.map((line) => `${by}${line}\n`).join('');
  return `${twoDisks}
group VM1 {
${indented('  ', group)}  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" {
${indented('    ', configuration)}  }
  virtual_machine VM1 {
    memory = 2GB
${indented('    ', machine)}  }
}
`;
}

/** A whole design with a group of other resources. */
export function groupOf(lines: readonly string[]): string {
  return `${twoDisks}
group Service {
${lines.map((line) => `  ${line}\n`).join('')}}
`;
}
