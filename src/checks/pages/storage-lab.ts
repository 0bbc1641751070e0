/** The cluster, two nodes and a storage of an example about disks; a page adds its disks and groups. */
export function storageLab(version = '2008', storage = 'nodes = [HostA, HostB]'): string {
  return `cluster Lab { version = "${version}" }
node HostA { memory = 16GB }
node HostB { memory = 16GB }
storage SAN1 { ${storage} }
`;
}

/** What an example says of a virtual machine and its group beyond the name. */
interface DiskMachine {
  /** How the paths of its files begin. */
  readonly root: string;
  /** The disk of these files; undefined where nothing has to be waited for. */
  readonly disk?: string;
  /** Lines of the group before the configuration; left out, the resource of the disk. */
  readonly group?: readonly string[];
  /** Further lines of the machine. */
  readonly machine?: readonly string[];
  /** Further names it depends on. */
  readonly needs?: readonly string[];
}

/** A group of an example with one virtual machine. */
export function diskGroup(name: string, { root, disk, group, machine = [], needs = [] }: DiskMachine): string {
  const resources = group ?? (disk === undefined ? [] : [`physical_disk ${disk}`]);
  return `
group ${name} {
${resources.map((line) => `  ${line}\n`).join('')}${diskMachine(name, { root, machine, needs, ...(disk === undefined ? {} : { disk }) })}}
`;
}

/** The configuration and the virtual machine of a group. */
export function diskMachine(name: string, { root, disk, machine = [], needs = [] }: DiskMachine): string {
  const configuration = disk === undefined ? '' : `  depends_on = ${disk}`;
  const terms = [`"${name} Configuration"`, ...(disk === undefined ? [] : [disk]), ...needs];
  return `  virtual_machine_configuration "${name} Configuration" { path = "${root}\\${name}.xml"${configuration} }
  virtual_machine ${name} {
    memory        = 2GB
    configuration = "${name} Configuration"
    vhd "${root}\\${name}.vhd" { size = 40GB }
${machine.map((line) => `    ${line}\n`).join('')}    depends_on    = ${terms.join(' and ')}
  }
`;
}
