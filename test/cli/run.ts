import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { parseArguments } from '../../src/cli/arguments';
import type { Outcome } from '../../src/cli/call';
import { runCall } from '../../src/cli/commands';

/** What a command line comes to, without a process of its own. */
export async function run(args: readonly string[], stdin = ''): Promise<Outcome> {
  const parsed = parseArguments(args);
  if ('serve' in parsed) throw new Error('An editor is served by the program only.');
  return 'outcome' in parsed ? parsed.outcome : runCall(parsed.call, new TextEncoder().encode(stdin));
}

/** A folder for the tests of a file; it is gone when they have run. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hacluster-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Writes a file into a folder; gives its path. */
export function put(folder: string, name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** One design with nothing wrong, in canonical layout. */
export const soundDesign = `cluster "C" {
  version   = "2008"
  tolerates = 1
  quorum { model = node_and_disk_majority  witness = Witness }
}

node "HostA" { memory = 8GB }
node "HostB" { memory = 8GB }

storage "SAN" { kind = fibre_channel }
disk "Witness" { storage = SAN  size = 1GB }
disk "LUN1"    { storage = SAN  size = 100GB  volume "F:" { } }

group "VM1" {
  owner = HostA
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" { path = "F:\\VM1\\vm1.xml"  depends_on = LUN1 }
  virtual_machine "VM1" {
    memory        = 2GB
    configuration = "VM1 Configuration"
    depends_on    = "VM1 Configuration" and LUN1
    vhd "F:\\VM1\\os.vhd" { size = 40GB }
  }
}

scenario "HostA fails" {
  at 0s fail node HostA
  expect VM1 online on HostB within 10m
}

disk "LUN2" { storage = SAN  size = 100GB  volume "G:" { } }
group "VM2" {
  owner = HostB
  physical_disk LUN2
  virtual_machine_configuration "VM2 Configuration" { path = "G:\\VM2\\vm2.xml"  depends_on = LUN2 }
  virtual_machine "VM2" {
    memory        = 2GB
    configuration = "VM2 Configuration"
    depends_on    = "VM2 Configuration" and LUN2
    vhd "G:\\VM2\\os.vhd" { size = 40GB }
  }
}
`;
