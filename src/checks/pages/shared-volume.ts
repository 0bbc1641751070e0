/** What an example says of a virtual machine beyond its name. */
interface ExampleMachine {
  readonly owner?: string;
  readonly memory?: string;
  readonly processors?: number;
  /** Further lines of the group, and of the machine. */
  readonly group?: readonly string[];
  readonly machine?: readonly string[];
}

/** The cluster, two nodes and a shared volume of an example. Each node is what its braces hold. */
export function sharedVolume(
  nodes: Readonly<Record<string, string>> = { HostA: 'memory = 32GB', HostB: 'memory = 32GB' },
  settings: readonly string[] = [],
  version = '2022',
): string {
  return `cluster Lab {
  version = "${version}"
${settings.map((line) => `  ${line}\n`).join('')}  quorum { model = node_and_file_share_majority  witness = "\\\\Files\\Lab" }
}
${Object.entries(nodes)
  .map(([name, inner]) => `node ${name} { ${inner} }\n`)
  .join('')}storage SAN1 { kind = iscsi }
disk CSV1 { storage = SAN1  size = 2TB  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }
`;
}

/** A group of an example with one virtual machine, whose files are on the shared volume. */
export function machineGroup(name: string, { owner, memory, processors, group, machine }: ExampleMachine = {}): string {
  const folder = `C:\\ClusterStorage\\Volume1\\${name}`;
  const lines = (indentation: string, all: readonly string[]): string =>
    all.map((line) => `${indentation}${line}\n`).join('');
  return `
group ${name} {
${lines('  ', [...(owner === undefined ? [] : [`owner = ${owner}`]), ...(group ?? [])])}  virtual_machine_configuration "${name} Configuration" { path = "${folder}\\${name}.xml" }
  virtual_machine ${name} {
    memory        = ${memory ?? '2GB'}
${processors === undefined ? '' : `    processors    = ${String(processors)}\n`}    configuration = "${name} Configuration"
${lines('    ', machine ?? [])}    vhd "${folder}\\os.vhd" { size = 60GB }
    depends_on    = "${name} Configuration"
  }
}
`;
}
