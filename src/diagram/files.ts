import type { Place } from '../language/finding';
import type { Cluster } from '../model/cluster';
import type { VirtualMachine } from '../model/elements';
import type { PathValue } from '../model/values';

/** A file of a virtual machine. `parent` is the path of the parent of a differencing disk. */
export interface MachineFile {
  readonly path: string;
  readonly role: 'configuration' | 'fixed' | 'dynamic' | 'differencing' | 'parent';
  /** Bytes; undefined where the design does not say. */
  readonly size: number | undefined;
  readonly parent: string | undefined;
  readonly place: Place;
}

/** The path value of a machine's configuration: of its configuration resource in a group, its own outside one. */
function configurationPath(cluster: Cluster, machine: VirtualMachine): PathValue | undefined {
  if (machine.group === '') return machine.values.configuration_path;
  const resource = cluster.resources.get(machine.values.configuration?.key);
  return resource?.kind === 'virtual_machine_configuration' ? resource.values.path : undefined;
}

/** The files of a virtual machine in the order of the file, each parent before what differs from it. */
export function filesOf(cluster: Cluster, machine: VirtualMachine): readonly MachineFile[] {
  const files: MachineFile[] = [];
  const configuration = configurationPath(cluster, machine);
  if (configuration) {
    const { text: path, place } = configuration;
    files.push({ path, role: 'configuration', size: undefined, parent: undefined, place });
  }
  const declared = new Set(machine.vhds.map((vhd) => vhd.path.text.toLowerCase()));
  for (const vhd of machine.vhds) {
    const parent = vhd.values.kind === 'differencing' ? vhd.values.parent : undefined;
    if (parent && !declared.has(parent.text.toLowerCase())) {
      files.push({ path: parent.text, role: 'parent', size: undefined, parent: undefined, place: parent.place });
    }
    const place = { declaration: vhd.declaration, span: vhd.block.span };
    files.push({ path: vhd.path.text, role: vhd.values.kind, size: vhd.values.size, parent: parent?.text, place });
  }
  return files;
}
