import type { Edit, Place } from '../../language/finding';
import type { ClusterNode, Disk, Group, VirtualMachine } from '../../model/elements';
import type { Checked } from '../rule';
import { belongingsOf } from './belongings';
import { buildEdits } from './build';
import { confirm } from './confirmation';
import { partsOf } from './parts';
import type { MachineParts } from './parts';
import { targetOf } from './target';

/** What the confirmation says before anything is done. An error stands in the way; a warning does not. */
export interface PlanCheck {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly place: Place;
}

/** Where the machines come to be: a group that is there, or a new one on `owner`. */
export type TargetGroup =
  | { readonly kind: 'existing'; readonly group: Group; readonly name: string }
  | { readonly kind: 'new'; readonly name: string; readonly owner: ClusterNode | undefined };

/** How a virtual machine is made highly available (semantics 10.4, S20): what the High Availability Wizard would do. */
export interface HighAvailabilityPlan {
  /** The machine that was chosen. */
  readonly machine: VirtualMachine;
  /** Undefined where it would have to be in several groups. */
  readonly target: TargetGroup | undefined;
  /** Disks of Available Storage that become resources of the group. */
  readonly disks: readonly Disk[];
  /** The machine that was chosen, then those that come along because they share a disk with it. */
  readonly parts: readonly MachineParts[];
  readonly checks: readonly PlanCheck[];
  /** What to change in the design; empty where an error stands in the way. */
  readonly edits: readonly Edit[];
}

/** Plans how a virtual machine outside any group becomes highly available. Nothing is changed. */
export function planHighAvailability(design: Checked, machine: VirtualMachine): HighAvailabilityPlan {
  const belongings = belongingsOf(design, machine);
  const target = targetOf(design, machine, belongings);
  const parts = belongings.machines.map((one) => partsOf(design, one, belongings));
  const checks = confirm(design, machine, { ...belongings, target, parts });
  const isPossible = target !== undefined && checks.every(({ severity }) => severity !== 'error');
  return {
    machine,
    target,
    disks: belongings.disks,
    parts,
    checks,
    edits: isPossible ? buildEdits(design, target, belongings.disks, parts) : [],
  };
}
