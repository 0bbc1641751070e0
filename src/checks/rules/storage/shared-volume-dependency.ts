import type { Dependency, Ref } from '../../../model/values';
import type { Resource } from '../../../model/elements';
import type { Cluster } from '../../../model/cluster';
import { homeOf } from '../../disks';
import { removeTerm } from '../../edits/dependency';
import { groupsIn } from '../../elements';
import type { DeclarationRule, Found } from '../../rule';

/** A resource that waits for a shared volume, which is there for every node without being waited for. */
export const sharedVolumeDependency: DeclarationRule = {
  code: 'storage/shared-volume-dependency',
  severity: 'info',
  source: 'semantics 7.2, S46, S13',
  oncePerPlace: true,
  check: (declaration, { cluster }) =>
    groupsIn(declaration).flatMap((group) =>
      group.resources.flatMap((resource) =>
        terms(resource.values.depends_on, true).flatMap((term) => needless(cluster, resource, term)),
      ),
    ),
};

/** A name in an expression; whether it can be taken out without a change to what else is waited for. */
interface Term {
  readonly ref: Ref;
  readonly isFree: boolean;
}

function terms(expression: Dependency | undefined, isFree: boolean): readonly Term[] {
  if (!expression) return [];
  if (expression.kind === 'resource') return [{ ref: expression.ref, isFree }];
  return expression.operands.flatMap((operand) => terms(operand, isFree && expression.kind === 'and'));
}

function needless(cluster: Cluster, resource: Resource, { ref, isFree }: Term): readonly Found[] {
  const disk = cluster.disks.get(ref.key);
  if (disk?.values.shared_volume !== true || homeOf(cluster, disk).kind !== 'shared') return [];
  const edit = isFree ? removeTerm(resource, ref.place) : undefined;
  const title = `Remove ${disk.name} from what ${resource.name} depends on`;
  return [
    {
      message: `${resource.name} depends on ${disk.name}, a shared volume: every node has it all the time and it moves with no group, so there is nothing to wait for.`,
      place: ref.place,
      fixes: edit ? [{ title, preferred: true, edits: [edit] }] : [],
    },
  ];
}
