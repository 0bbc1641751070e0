import type { PathValue } from '../../model/values';
import { isConfiguration } from '../../model/elements';
import type { Disk, VirtualMachine } from '../../model/elements';
import { homeOf } from '../disks';
import { configurationFile, configurationName } from '../edits/configuration';
import { managedPath } from '../managed-path';
import type { Checked } from '../rule';
import { looseFilesOf } from './belongings';
import type { Belongings, LooseFile } from './belongings';

/** The configuration resource of a machine: where its file is, and the disk resource it depends on. */
export interface PlannedConfiguration {
  readonly name: string;
  /** Undefined for one that is in the group already. */
  readonly path: string | undefined;
  readonly provider: string | undefined;
}

/** What a virtual machine needs in its group. */
export interface MachineParts {
  readonly machine: VirtualMachine;
  /** The disk by which it comes along; undefined for the machine that was chosen. */
  readonly shared: Disk | undefined;
  /** Undefined where nothing says where its file could be. */
  readonly configuration: PlannedConfiguration | undefined;
  /** Disk resources it depends on (semantics 7.1 ST-4). */
  readonly providers: readonly string[];
  /** Paths that lead to their volume on one node only, and how the cluster names the same file (semantics 7.1 ST-5). */
  readonly paths: readonly { readonly old: PathValue; readonly managed: string }[];
}

/** Works out what a machine needs in the group its disks lead to. */
export function partsOf(design: Checked, machine: VirtualMachine, belongings: Belongings): MachineParts {
  const { cluster } = design;
  const files = looseFilesOf(design, machine);
  const own = files.filter(({ role }) => role === 'vhd' || role === 'parent');
  const providers = [
    ...own.map((file) => providerOf(design, file)),
    ...machine.passthroughDisks.map(({ disk }) => resourceOf(design, cluster.disks.get(disk.key))),
  ];
  return {
    machine,
    shared: belongings.shared.get(machine),
    configuration: existing(design, machine, belongings) ?? planned(design, machine, files),
    providers: [...new Set(providers.filter((name) => name !== undefined))],
    paths: own.flatMap(({ path, resolution }) => {
      if (resolution.kind !== 'volume' || resolution.by !== 'node_guid') return [];
      const managed = managedPath(path.text, resolution.volume);
      return managed === undefined ? [] : [{ old: path, managed }];
    }),
  };
}

/** The resource, present or to be, of the disk a file is on; none for shared volumes and shares. */
function providerOf(design: Checked, { resolution }: LooseFile): string | undefined {
  return resolution.kind === 'volume' ? resourceOf(design, resolution.disk) : undefined;
}

function resourceOf({ cluster }: Checked, disk: Disk | undefined): string | undefined {
  const home = disk && homeOf(cluster, disk);
  if (home?.kind === 'group') return home.resource.name;
  return home?.kind === 'available' ? disk?.name : undefined;
}

/** A configuration of a group it will be in, which the machine names already and no other does. */
function existing(
  { cluster, facts }: Checked,
  { values }: VirtualMachine,
  { groups }: Belongings,
): PlannedConfiguration | undefined {
  const named = values.configuration && cluster.resources.get(values.configuration.key);
  if (!named || !isConfiguration(named) || facts.claims(named.key).length > 1) return undefined;
  return groups.some(({ key }) => key === named.group)
    ? { name: named.name, path: undefined, provider: undefined }
    : undefined;
}

/** Where the machine says its configuration is, else beside its first virtual hard disk (language.md, Settled readings). */
function planned(
  design: Checked,
  machine: VirtualMachine,
  files: readonly LooseFile[],
): PlannedConfiguration | undefined {
  const file = files.find(({ role }) => role === 'configuration') ?? files.find(({ role }) => role === 'vhd');
  if (!file) return undefined;
  const { resolution, path: written } = file;
  const path = resolution.kind === 'volume' ? managedPath(written.text, resolution.volume) : written.text;
  const cut = path?.lastIndexOf('\\') ?? -1;
  if (path === undefined || cut <= 0) return undefined;
  const { cluster } = design;
  return {
    name: configurationName(cluster, machine),
    path: file.role === 'vhd' ? configurationFile(path.slice(0, cut), machine, cluster.version) : path,
    provider: providerOf(design, file),
  };
}
