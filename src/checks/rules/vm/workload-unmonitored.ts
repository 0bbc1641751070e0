import type { Fix } from '../../../language/finding';
import { isVirtualMachine } from '../../../model/elements';
import type { VirtualMachine, Workload } from '../../../model/elements';
import { attributeIn, attributeText, insertStatements } from '../../edits/statement';
import { groupsIn } from '../../elements';
import type { DeclarationRule, Found } from '../../rule';
import { headerOf, isBroken, valueOf } from '../../written';

/** A workload that nothing watches. What a guest cluster or a load-balancing farm serves is their business. */
export const workloadUnmonitored: DeclarationRule = {
  code: 'vm/workload-unmonitored',
  severity: 'warning',
  source: 'semantics 9.1, S20, S50',
  check: (bound, { facts }) =>
    groupsIn(bound).flatMap((group) =>
      group.resources
        .filter(isVirtualMachine)
        .filter(({ workloads, key }) => workloads.length > 0 && facts.memberships(key).length === 0)
        .flatMap((machine) => machine.workloads.flatMap((workload) => unwatched(machine, workload))),
    ),
};

function unwatched(machine: VirtualMachine, workload: Workload): readonly Found[] {
  const written = attributeIn(workload.block, 'monitored');
  const isRead = !written || (written.value?.kind === 'name' && written.value.text.toLowerCase() === 'false');
  if (workload.values.monitored || !isRead || isBroken(workload.declaration)) return [];
  return [
    {
      message: `Nothing watches ${workload.name}: when it fails while ${machine.name} runs on, the cluster does not notice, and nobody is told. Have it monitored, or serve it from a guest cluster or a load-balancing farm.`,
      place: written ? valueOf(workload, 'monitored') : headerOf(workload),
      fixes: [monitor(workload)],
    },
  ];
}

/** Not preferred: it is for the reader to see to it that something does watch. */
function monitor(workload: Workload): Fix {
  const { block, declaration } = workload;
  const value = attributeIn(block, 'monitored')?.value;
  const last = block.items.at(-1);
  const edit = value
    ? { place: { declaration, span: value.span }, newText: 'true' }
    : insertStatements(workload, [attributeText(workload, 'monitored', 'true', last)], last);
  return { title: `${workload.name} is monitored`, preferred: false, edits: [edit] };
}
