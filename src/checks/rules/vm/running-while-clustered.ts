import { looseMachinesIn } from '../../elements';
import { mustBeStopped } from '../../high-availability/stopped';
import { releaseName } from '../../releases';
import type { DeclarationRule } from '../../rule';
import { isBroken, valueOf } from '../../written';

/** A running virtual machine outside any group, in a release that makes only stopped ones highly available. */
export const runningWhileClustered: DeclarationRule = {
  code: 'vm/running-while-clustered',
  severity: 'info',
  source: 'semantics 7.1 ST-8, 10.4, S20 (High Availability Wizard)',
  oncePerPlace: true,
  check: (bound, { cluster }) =>
    looseMachinesIn(bound)
      .filter((machine) => mustBeStopped(cluster, machine) && !isBroken(machine.declaration))
      .map((machine) => ({
        message: `${machine.name} is running: in ${releaseName(cluster.version)} it must be turned off, shut down or saved before it can be made highly available.`,
        place: valueOf(machine, 'state'),
      })),
};
