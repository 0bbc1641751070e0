import type { VirtualMachine } from '../../model/elements';
import { listOf } from '../../model/words';
import { termsOf } from '../dependencies';
import type { Checked } from '../rule';
import { isBroken, isUnreadable, labelOf, valueOf } from '../written';
import type { Belongings } from './belongings';
import { checkNodes } from './nodes';
import type { MachineParts } from './parts';
import type { PlanCheck, TargetGroup } from './plan';
import { mustBeStopped } from './stopped';
import { checkStorage } from './storage';

/** What is about to be done, as far as it is known. */
export interface Draft extends Belongings {
  readonly target: TargetGroup | undefined;
  readonly parts: readonly MachineParts[];
}

/** A function that notes what stands in the way at a machine, or what the reader should know. */
export type Note = (severity: PlanCheck['severity'], message: string, place?: PlanCheck['place']) => void;

/** What the confirmation says (semantics 10.4, S20): whether the machines can be made highly available, and every node host them. */
export function confirm(design: Checked, machine: VirtualMachine, draft: Draft): readonly PlanCheck[] {
  const checks: PlanCheck[] = [];
  const noteAt =
    (one: VirtualMachine): Note =>
    (severity, message, place = labelOf(one)) => {
      checks.push({ severity, message, place });
    };
  checkGroups(machine, draft, noteAt(machine));
  for (const parts of draft.parts) {
    const note = noteAt(parts.machine);
    checkMachine(design, parts, draft, note);
    checkStorage(design, parts.machine, note);
  }
  checkNodes(design, machine, draft, noteAt(machine));
  for (const { machine: one } of draft.parts) checkHost(design, one, draft, noteAt(one));
  return checks;
}

function checkGroups(machine: VirtualMachine, { target, groups }: Draft, note: Note): void {
  if (!target) {
    const names = listOf(groups.map(({ name }) => name));
    note(
      'error',
      `The disks of ${machine.name} belong to groups ${names}, and it can be in one only: merge them first.`,
    );
  }
  if (target?.kind === 'existing' && isBroken(target.group.declaration)) {
    note('error', `Group ${target.name} cannot be read whole: mend what is wrong in it first.`);
  }
}

function checkMachine(design: Checked, parts: MachineParts, draft: Draft, note: Note): void {
  const { machine, configuration } = parts;
  const { cluster } = design;
  const { name, key } = machine;
  if (mustBeStopped(cluster, machine)) {
    note(
      'warning',
      `${name} is running: it must be turned off, shut down or saved before it is made highly available.`,
    );
  }
  if (isBroken(machine.declaration) || isUnreadable(machine, 'depends_on')) {
    note('error', `${name} cannot be read whole: mend what is wrong in it first.`);
  }
  const isTaken = cluster.resources.get(key) !== undefined || draft.disks.some((disk) => disk.key === key);
  if (isTaken || cluster.virtualMachines.get(key) !== machine) {
    note('error', `There is another resource or virtual machine named ${name}: its name must be its own.`);
  }
  if (!configuration && machine.vhds.length === 0) {
    note(
      'error',
      `${name} has no virtual hard disk, and nothing says where its configuration is: set configuration_path.`,
    );
  }
  for (const ref of termsOf(machine.values.depends_on)) {
    const provider = cluster.resources.get(ref.key);
    if (provider && !draft.groups.some((group) => group.key === provider.group)) {
      note('error', `${name} depends on ${ref.name}, which will not be in its group.`, ref.place);
    }
  }
}

/** Where the machine lives now, and where its group will be. */
function checkHost({ cluster }: Checked, machine: VirtualMachine, { target }: Draft, note: Note): void {
  const host = cluster.nodes.get(machine.values.host?.key);
  const owner = target?.kind === 'existing' ? cluster.nodes.get(target.group.values.owner?.key) : target?.owner;
  if (!host || !owner || host === owner) return;
  const owns =
    target?.kind === 'existing' ? `owns group ${target.name} with its disks` : `will own the group with its disks`;
  note(
    'warning',
    `${machine.name} lives on ${host.name}, but ${owner.name} ${owns}: the cluster will start it on ${owner.name}.`,
    valueOf(machine, 'host'),
  );
}
