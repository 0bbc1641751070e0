import { execFileSync } from 'node:child_process';

/** Most that a generator may print, bytes. */
const mostOutput = 64 * 1024 ** 2;

let generator: string | undefined;

/** Takes designs from a script from now on, which prints one for `--nodes N --vms N`. */
export function generateWith(script: string): void {
  generator = script;
}

/** A design of any size: the script's where one was named, else our own. */
export function generateDesign(nodes: number, machines: number): string {
  if (generator === undefined) return ownDesign(nodes, machines);
  const size = ['--nodes', String(nodes), '--vms', String(machines)];
  return execFileSync(process.execPath, [generator, ...size], { encoding: 'utf8', maxBuffer: mostOutput });
}

/** A correct design of any size: every VM on a LUN of its own, spread over the nodes in turn, a witness disk, a scenario. */
function ownDesign(nodes: number, machines: number): string {
  const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
  const nodeName = (index: number): string => `HV-${String(index).padStart(2, '0')}`;
  const guid = (index: number): string => `{6f1e1d0c-2f3b-4d0e-9a39-${index.toString(16).padStart(12, '0')}}`;
  const path = (index: number, file: string): string => `\\\\?\\Volume${guid(index)}\\${file}`;
  return [
    'cluster "BENCH" {\n  version   = "2012R2"\n  tolerates = 1\n  quorum {\n    model   = node_and_disk_majority\n    witness = Witness\n  }\n}\n',
    'network "LAN"       { subnet = "10.0.0.0/16"     role = cluster_and_client }',
    'network "Heartbeat" { subnet = "192.168.50.0/24" role = cluster }\n',
    ...numbers(nodes).map((index) => `node "${nodeName(index)}" { memory = 1TB  processors = 64 }`),
    '\nstorage "SAN1" { kind = fibre_channel }\ndisk "Witness" { storage = SAN1  lun = 0  size = 1GB }',
    ...numbers(machines).map(
      (index) =>
        `disk "LUN${index}" { storage = SAN1  lun = ${index}  size = 100GB  volume { guid = "${guid(index)}" } }`,
    ),
    ...numbers(machines).map((index) =>
      [
        `\n# machine number ${index}\ngroup "VM${index}" {`,
        `  owner            = ${nodeName(((index - 1) % nodes) + 1)}`,
        `  preferred_owners = [${nodeName(((index - 1) % nodes) + 1)}, ${nodeName((index % nodes) + 1)}]`,
        `  physical_disk LUN${index}`,
        `  virtual_machine_configuration "VM${index} Configuration" {`,
        `    path       = "${path(index, `VM${index}.xml`)}"`,
        `    depends_on = LUN${index}`,
        '  }',
        `  virtual_machine "VM${index}" {`,
        '    memory        = 4GB',
        `    configuration = "VM${index} Configuration"`,
        `    vhd "${path(index, 'os.vhdx')}" { size = 60GB }`,
        `    depends_on    = "VM${index} Configuration" and LUN${index}`,
        '  }',
        '}',
      ].join('\n'),
    ),
    `\nscenario "One node is lost" {\n  at 0s fail node ${nodeName(1)}\n  expect cluster running\n}\n`,
  ].join('\n');
}
