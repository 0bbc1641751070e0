import type { Fix } from '../../../language/finding';
import type { VirtualMachine } from '../../../model/elements';
import { homeOf } from '../../disks';
import { looseMachinesIn } from '../../elements';
import { figures } from '../../figures';
import { disksOf } from '../../high-availability/belongings';
import { planHighAvailability } from '../../high-availability/plan';
import type { HighAvailabilityPlan } from '../../high-availability/plan';
import { namesOfSome } from '../../phrases';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { headerOf, isBroken, labelOf } from '../../written';

/** A virtual machine outside any group: no cluster watches it. */
export const notHighlyAvailable: DeclarationRule = {
  code: 'vm/not-highly-available',
  severity: 'warning',
  source: 'language.md (a virtual machine outside the cluster is legal and reported); semantics 10.4, S20',
  check: (bound, design) => looseMachinesIn(bound).map((machine) => unprotected(design, machine)),
};

function unprotected(design: Checked, machine: VirtualMachine): Found {
  const host = design.cluster.nodes.get(machine.values.host?.key)?.name;
  const found = {
    message: `${machine.name} is in no group: when ${host ?? 'its host'} fails, it stays down until ${host ?? 'the host'} is back.`,
    place: headerOf(machine),
  };
  if (isBroken(machine.declaration)) return found;
  const spokesman = spokesmanOf(design, machine);
  if (spokesman && spokesman !== machine) {
    const related = [{ place: labelOf(spokesman), message: `${machine.name} comes along with ${spokesman.name}.` }];
    return { ...found, message: `${found.message} It shares disks with ${spokesman.name} and others.`, related };
  }
  const plan = planHighAvailability(design, machine);
  const obstacle = plan.checks.find(({ severity }) => severity === 'error');
  if (!obstacle) return { ...found, fixes: plan.edits.length > 0 ? [makeHighlyAvailable(plan)] : [] };
  const message = `${found.message} It cannot be made highly available yet: ${obstacle.message}`;
  return { ...found, message, related: [{ place: obstacle.place, message: obstacle.message }] };
}

/** Where a disk is that one node has at a time. */
const ownable: ReadonlySet<string> = new Set(['available', 'group']);

/** Of many machines on one disk the one that is offered the fix for all of them; undefined for a few, where each is. */
function spokesmanOf(design: Checked, machine: VirtualMachine): VirtualMachine | undefined {
  const sharing = disksOf(design, machine)
    .filter((disk) => ownable.has(homeOf(design.cluster, disk).kind))
    .map((disk) => design.facts.looseOnDisk(disk.key))
    .find((machines) => machines.length > figures.machinesOfferedEach.value);
  return sharing?.reduce((first, one) => (one.key < first.key ? one : first));
}

function makeHighlyAvailable(plan: HighAvailabilityPlan): Fix {
  const others = plan.parts.filter(({ shared }) => shared).map(({ machine }) => machine);
  const along = others.length > 0 ? `, together with ${namesOfSome(others)}` : '';
  const where = plan.target?.kind === 'existing' ? ` in group ${plan.target.name}` : '';
  return {
    title: `Make ${plan.machine.name} highly available${where}${along}`,
    preferred: true,
    edits: plan.edits,
  };
}
