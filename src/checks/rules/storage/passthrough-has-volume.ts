import type { VirtualMachine } from '../../../model/elements';
import { machinesIn } from '../../elements';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { labelOf } from '../../written';

/** A disk that is handed to a virtual machine as a whole and holds files of a host all the same. One finding a disk. */
export const passthroughHasVolume: DeclarationRule = {
  code: 'storage/passthrough-has-volume',
  severity: 'error',
  source: 'semantics 7.1 ST-3, S20 (Useful Hyper-V terms)',
  check: (declaration, design) => machinesIn(declaration).flatMap((machine) => doublyUsed(design, machine)),
};

function doublyUsed({ cluster, facts }: Checked, machine: VirtualMachine): readonly Found[] {
  return machine.passthroughDisks.flatMap((passthrough) => {
    const disk = cluster.disks.get(passthrough.disk.key);
    const paths = facts.storedOnDisk(passthrough.disk.key).map((one) => ('values' in one ? one.path : one));
    const [first] = paths;
    if (!disk || !first || facts.passedTo(disk.key)[0] !== machine) return [];
    return {
      message: `Disk ${disk.name} is handed to ${machine.name} as a whole, and is to hold ${first.text} too: while ${machine.name} has the disk its host cannot open a volume on it, so the file is not found.`,
      place: labelOf(passthrough),
      related: paths.map((path) => ({ place: path.place, message: `${path.text} is on disk ${disk.name}.` })),
    };
  });
}
