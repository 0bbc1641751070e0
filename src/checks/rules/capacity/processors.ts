import type { BoundDeclaration } from '../../../model/bind/declaration';
import type { ClusterNode } from '../../../model/elements';
import { countOf } from '../../../model/words';
import { elementsIn } from '../../elements';
import { anyKey } from '../../facts/said';
import { figures } from '../../figures';
import { isInService, nodeOf } from '../../load';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { valueOf } from '../../written';

/** More virtual processors for each logical one than advised: on a node as designed, or on those that are left after failures. */
export const processors: DeclarationRule = {
  code: 'capacity/processors',
  severity: 'info',
  source: 'S43; S20 (performance)',
  check: (declaration, design) => [...onNodes(declaration, design), ...afterFailures(declaration, design)],
};

function onNodes(declaration: BoundDeclaration, design: Checked): readonly Found[] {
  return elementsIn(declaration, 'node').flatMap((declared) => {
    const node = nodeOf(design.cluster, declared);
    if (!node || !isOverAdvised(design, node)) return [];
    return [
      {
        message: `The virtual machines that start on ${node.name} have ${countOf(virtualOn(design, node), 'processor')} for its ${String(logicalOf(node) ?? 0)}, more than the advised ${String(figures.processorRatio.value)} for each: when they are busy, they wait for each other.`,
        place: valueOf(node, 'processors'),
      },
    ];
  });
}

/** Where a node is over the figure as designed already, that is said there. */
function afterFailures(declaration: BoundDeclaration, design: Checked): readonly Found[] {
  const { cluster } = design;
  const settings = elementsIn(declaration, 'cluster').find((one) => one === cluster.settings);
  if (!settings || cluster.tolerates === 0) return [];
  const nodes = cluster.nodes.all.filter((node) => isInService(node));
  const sizes = nodes.map(logicalOf).filter((size) => size !== undefined);
  if (sizes.length < nodes.length || sizes.length <= cluster.tolerates) return [];
  if (nodes.some((node) => isOverAdvised(design, node))) return [];
  const lost = sizes.toSorted((one, other) => other - one).slice(0, cluster.tolerates);
  const logical = sumOf(sizes) - sumOf(lost);
  const virtual = sumOf(nodes.map((node) => virtualOn(design, node))) + sumOf(design.facts.roaming(anyKey));
  if (virtual <= logical * figures.processorRatio.value) return [];
  return [
    {
      message: `After ${countOf(cluster.tolerates, 'node failure')} the virtual machines have ${countOf(virtual, 'processor')} and the nodes that are left ${String(logical)}, which is more than the advised ${String(figures.processorRatio.value)} for each: everything runs, but slowly.`,
      place: valueOf(settings, 'tolerates'),
    },
  ];
}

function isOverAdvised(design: Checked, node: ClusterNode): boolean {
  const logical = logicalOf(node);
  return logical !== undefined && virtualOn(design, node) > logical * figures.processorRatio.value;
}

function virtualOn({ facts }: Checked, { key }: ClusterNode): number {
  return facts.virtualProcessors(key)[0] ?? 0;
}

function logicalOf({ values }: ClusterNode): number | undefined {
  return values.processors;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
