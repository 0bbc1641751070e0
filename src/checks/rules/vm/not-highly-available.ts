import type { Fix } from '../../../language/finding';
import type { VirtualMachine } from '../../../model/elements';
import { listOf } from '../../../model/words';
import { looseMachinesIn } from '../../elements';
import { planHighAvailability } from '../../high-availability/plan';
import type { HighAvailabilityPlan } from '../../high-availability/plan';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { headerOf, isBroken } from '../../written';

/** A virtual machine outside any group: no cluster watches it. */
export const notHighlyAvailable: DeclarationRule = {
  code: 'vm/not-highly-available',
  severity: 'warning',
  source: 'language.md (a virtual machine outside the cluster is legal and reported); semantics 10.4, S20',
  check: (bound, design) => looseMachinesIn(bound).map((machine) => unprotected(design, machine)),
};

function unprotected(design: Checked, machine: VirtualMachine): Found {
  const host = design.cluster.nodes.get(machine.values.host?.key)?.name;
  const plan = isBroken(machine.declaration) ? undefined : planHighAvailability(design, machine);
  const obstacle = plan?.checks.find(({ severity }) => severity === 'error');
  return {
    message: `${machine.name} is in no group: when ${host ?? 'its host'} fails, it stays down until ${host ?? 'the host'} is back.${obstacle ? ` It cannot be made highly available yet: ${obstacle.message}` : ''}`,
    place: headerOf(machine),
    related: obstacle ? [{ place: obstacle.place, message: obstacle.message }] : [],
    fixes: plan && plan.edits.length > 0 ? [makeHighlyAvailable(plan)] : [],
  };
}

function makeHighlyAvailable(plan: HighAvailabilityPlan): Fix {
  const others = plan.parts.filter(({ shared }) => shared).map(({ machine }) => machine.name);
  const along = others.length > 0 ? `, together with ${listOf(others)}` : '';
  const where = plan.target?.kind === 'existing' ? ` in group ${plan.target.name}` : '';
  return {
    title: `Make ${plan.machine.name} highly available${where}${along}`,
    preferred: true,
    edits: plan.edits,
  };
}
