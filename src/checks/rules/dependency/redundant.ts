import type { Fix } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import { isConfiguration, isDiskResource, isVirtualMachine } from '../../../model/elements';
import type { Group, Resource } from '../../../model/elements';
import { resolvePath } from '../../../model/paths';
import type { Dependency, Ref } from '../../../model/values';
import { alwaysNeededBy, requires, waitsFor } from '../../dependencies';
import { needsOf, provides } from '../../dependency-needs';
import { removeTerm } from '../../edits/dependency';
import { allGroupsIn } from '../../elements';
import { filesOf } from '../../files';
import type { DeclarationRule, Found } from '../../rule';

type Term = Extract<Dependency, { kind: 'resource' }>;

/**
 * A name in `depends_on` that another one implies: named twice, or waited for anyway. What a resource must depend on itself
 * (semantics 3.2: its disks, its configuration, what its type needs) is never too much.
 */
export const redundantDependency: DeclarationRule = {
  code: 'dependency/redundant',
  severity: 'hint',
  source: 'checks.md (groups and resources); semantics 3.1, 3.3',
  oncePerPlace: true,
  check: (bound, { cluster }) =>
    allGroupsIn(bound).flatMap((group) =>
      group.resources.flatMap((resource) => redundantIn(cluster, group, resource, resource.values.depends_on)),
    ),
};

function redundantIn(
  cluster: Cluster,
  group: Group,
  resource: Resource,
  expression: Dependency | undefined,
): readonly Found[] {
  if (!expression || expression.kind === 'resource') return [];
  const { operands, kind } = expression;
  const terms = operands.filter(isTerm);
  const implied = kind === 'and' ? terms.map((term) => alwaysNeededBy(cluster, term.ref.key)) : [];
  // A ring is reported as such; in one, each implies the other.
  return operands.flatMap((operand, index) => {
    if (!isTerm(operand)) return redundantIn(cluster, group, resource, operand);
    const { ref } = operand;
    const isTwice = operands.some((other, at) =>
      isTerm(other) ? at < index && other.ref.key === ref.key : kind === 'and' && requires(other, ref.key),
    );
    if (isTwice) return found(resource, ref, 'it is named twice');
    const own = cluster.resources.get(ref.key);
    const implying = terms.find(
      (other, at) =>
        other.ref.key !== ref.key &&
        implied[at]?.has(ref.key) === true &&
        own !== undefined &&
        !waitsFor(cluster, own, other.ref.key),
    );
    if (!implying || isDemanded(cluster, group, resource, ref)) return [];
    return found(resource, ref, `${implying.ref.name} waits for it already`);
  });
}

function isTerm(operand: Dependency): operand is Term {
  return operand.kind === 'resource';
}

function found(resource: Resource, ref: Ref, why: string): Found {
  const edit = removeTerm(resource, ref.place);
  const fixes: readonly Fix[] = edit
    ? [{ title: `Remove ${ref.name} from what ${resource.name} depends on`, preferred: true, edits: [edit] }]
    : [];
  return {
    message: `${resource.name} need not depend on ${ref.name}: ${why}.`,
    place: ref.place,
    fixes,
    faded: true,
  };
}

/** Whether another rule asks for the dependency; between disks, where one may be mounted on the other, it is left alone. */
function isDemanded(cluster: Cluster, group: Group, resource: Resource, ref: Ref): boolean {
  const provider = cluster.resources.get(ref.key);
  if (!provider || isDiskResource(resource)) return true;
  if (needsOf(resource).some((need) => provides(provider, need))) return true;
  if (resource.kind === 'file_share') return isDiskOf(cluster, resource.values.path?.text, ref);
  if (!isVirtualMachine(resource) && !isConfiguration(resource)) return false;
  if (isVirtualMachine(resource)) {
    if (resource.values.configuration?.key === ref.key) return true;
    if (resource.passthroughDisks.some(({ disk }) => disk.key === ref.key)) return true;
  }
  return filesOf(cluster, group, resource).some(
    ({ resolution }) => resolution.kind === 'volume' && resolution.disk.key === ref.key,
  );
}

/** Whether a path is on the disk: what stands on a disk depends on it. */
function isDiskOf(cluster: Cluster, path: string | undefined, { key }: Ref): boolean {
  const resolution = path === undefined ? undefined : resolvePath(cluster, path);
  return resolution?.kind === 'volume' && resolution.disk.key === key;
}
