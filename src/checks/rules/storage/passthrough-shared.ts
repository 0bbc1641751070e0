import type { VirtualMachine } from '../../../model/elements';
import { machinesIn } from '../../elements';
import { namesOfSome } from '../../phrases';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { labelOf } from '../../written';

/** A disk that is handed to more than one virtual machine. One finding a disk, at the second machine. */
export const passthroughShared: DeclarationRule = {
  code: 'storage/passthrough-shared',
  severity: 'error',
  source: 'semantics 7.1 ST-3, 9.2, S20 (Useful Hyper-V terms)',
  check: (declaration, design) => machinesIn(declaration).flatMap((machine) => shared(design, machine)),
};

function shared({ cluster, facts }: Checked, machine: VirtualMachine): readonly Found[] {
  return machine.passthroughDisks.flatMap((passthrough) => {
    const disk = cluster.disks.get(passthrough.disk.key);
    const users = [...new Set(facts.passedTo(passthrough.disk.key))];
    if (!disk || users[1] !== machine) return [];
    return {
      message: `Disk ${disk.name} is handed to ${namesOfSome(users)}, but as a whole it can belong to one virtual machine only: while one of them runs, the others do not start.`,
      place: labelOf(passthrough),
      related: users
        .filter((user) => user !== machine)
        .flatMap((user) =>
          user.passthroughDisks
            .filter((one) => one.disk.key === disk.key)
            .map((one) => ({ place: labelOf(one), message: `${user.name} is given it here.` })),
        ),
    };
  });
}
