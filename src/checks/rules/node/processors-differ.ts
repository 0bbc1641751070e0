import type { ClusterNode } from '../../../model/elements';
import { listOf } from '../../../model/words';
import type { DesignRule, Found } from '../../rule';
import { valueOf } from '../../written';

/** How the makers of processors are called. */
const makers: Readonly<Record<'intel' | 'amd', string>> = { intel: 'Intel', amd: 'AMD' };

/** Nodes whose processors come from different makers: a running virtual machine cannot go from one to the other. */
export const processorsDiffer: DesignRule = {
  code: 'node/processors-differ',
  severity: 'warning',
  source: 'semantics 7.4, 10.1 (Validate Matching Processor Manufacturers), 10.2, S52',
  checkAll: ({ cluster }) => (cluster.profile.liveMigration ? odd(cluster.nodes.all) : []),
};

/** One finding, at the first of the nodes that are fewer. */
function odd(nodes: readonly ClusterNode[]): readonly Found[] {
  const intel = nodes.filter(({ values }) => values.processor_vendor === 'intel');
  const amd = nodes.filter(({ values }) => values.processor_vendor === 'amd');
  const isFirstIntel = nodes.find(({ values }) => values.processor_vendor !== undefined) === intel[0];
  const isIntelUsual = intel.length === amd.length ? isFirstIntel : intel.length > amd.length;
  const [usual, few] = isIntelUsual ? [intel, amd] : [amd, intel];
  const [maker, other] = isIntelUsual ? [makers.intel, makers.amd] : [makers.amd, makers.intel];
  const [first, ...more] = few;
  const [partner] = usual;
  if (!first || !partner) return [];
  const names = listOf(few.map(({ name }) => name));
  return [
    {
      message: `${names} ${few.length === 1 ? 'has' : 'have'} processors from ${other}, ${partner.name} from ${maker}: no virtual machine moves live between them, so a planned move there interrupts it.`,
      place: valueOf(first, 'processor_vendor'),
      related: [partner, ...more].map((node) => ({
        place: valueOf(node, 'processor_vendor'),
        message: `The processors of ${node.name} are declared here.`,
      })),
    },
  ];
}
