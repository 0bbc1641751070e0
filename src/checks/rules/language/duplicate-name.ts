import type { BoundDeclaration } from '../../../model/bind/declaration';
import type { Design } from '../../../model/design';
import { elementsIn } from '../../elements';
import { namesIn, namesOf } from '../../names';
import type { DeclaredName, Namespace } from '../../names';
import type { DeclarationRule, Found } from '../../rule';
import { headerOf } from '../../written';

/** Kinds of things in a message. */
const namespaces: readonly (readonly [Namespace, string])[] = [
  ['node', 'nodes'],
  ['network', 'networks'],
  ['storage', 'storages'],
  ['disk', 'disks'],
  ['site', 'sites'],
  ['rack', 'racks'],
  ['group', 'groups'],
  ['resource', 'resources'],
  ['virtual_machine', 'virtual machines'],
  ['workload', 'workloads'],
  ['guest_cluster', 'guest clusters'],
  ['nlb_cluster', 'load-balancing farms'],
  ['scenario', 'scenarios'],
];

const diskResources: ReadonlySet<string> = new Set(['physical_disk', 'storage_class']);

/** Two of a kind with one name: every reference means the first, so the second can never be addressed. */
export const duplicateName: DeclarationRule = {
  code: 'language/duplicate-name',
  severity: 'error',
  source: 'language.md, Settled readings, Names; Lexical (case is ignored)',
  inParts: true,
  check: (bound, design) => [
    ...secondClusters(bound, design),
    ...namespaces.flatMap(([namespace, kind]) => {
      const declared = namesIn(bound, design, namespace);
      return declared.length === 0 ? [] : duplicatesIn(declared, design, namespace, kind);
    }),
  ],
};

function duplicatesIn(
  declared: readonly DeclaredName[],
  design: Design,
  namespace: Namespace,
  kind: string,
): readonly Found[] {
  const names = namesOf(design);
  return declared.flatMap((one) => {
    const first = names.find(namespace, one.key);
    if (!first || isSame(first, one) || isSaidElsewhere(namespace, first, one)) return [];
    const spelling = first.name === one.name ? '' : ' (upper and lower case are the same)';
    return {
      message: `Two ${kind} are named ${one.name}${spelling}. Every reference means the first, so this one is never reached.`,
      place: one.place,
      related: [{ place: first.place, message: `The first ${first.name} is here.` }],
    };
  });
}

function isSame(one: DeclaredName, other: DeclaredName): boolean {
  return one.place.declaration === other.place.declaration && one.place.span === other.place.span;
}

/** Two resources of one disk are a matter of the disk; virtual machines in groups are resources, and reported as such. */
function isSaidElsewhere(namespace: Namespace, first: DeclaredName, one: DeclaredName): boolean {
  if (namespace === 'resource') return diskResources.has(first.kind) && diskResources.has(one.kind);
  return namespace === 'virtual_machine' && first.inGroup && one.inGroup;
}

/** A design is one cluster. */
function secondClusters(bound: BoundDeclaration, { cluster }: Design): readonly Found[] {
  return elementsIn(bound, 'cluster').flatMap((element) => {
    const first = cluster.settings;
    if (!first || first === element) return [];
    return {
      message: `A design has one cluster. ${first.name || 'The first one'} counts; what stands in this block has no effect.`,
      place: headerOf(element),
      related: [{ place: headerOf(first), message: 'The first cluster is here.' }],
    };
  });
}
