import type { Fix } from '../../../language/finding';
import { setQuorum } from '../../edits/quorum';
import { modelPlace, quorumsIn } from '../../quorum-scope';
import type { QuorumScope } from '../../quorum-scope';
import type { Checked, DeclarationRule } from '../../rule';
import { mayMissSome } from '../../unread';
import { adviceOf } from './advice';
import type { Advice } from './advice';
import { useFreeDisk, useShare, useWritten } from './witness-fixes';

/** A quorum model that another one beats with this number of nodes, or with nodes in several sites. */
export const modelUnsuitable: DeclarationRule = {
  code: 'quorum/model-unsuitable',
  severity: 'warning',
  source: 'semantics 5.1, 5.4, 5.5, 10.2, S36, S37, S39, S40',
  check: (bound, design) => {
    const quorums = quorumsIn(bound, design.cluster);
    if (quorums.length === 0 || mayMissSome(design, 'node')) return [];
    return quorums.flatMap((scope) => {
      const advice = adviceOf(scope);
      if (!advice) return [];
      return { message: advice.message, place: modelPlace(scope), fixes: fixesFor(design, scope, advice) };
    });
  },
};

/** Preferred where no question is left: the model needs no witness, or one that fits is declared. */
function fixesFor(design: Checked, scope: QuorumScope, { witness }: Advice): readonly Fix[] {
  if (witness === undefined) {
    const edits = setQuorum(scope, 'node_majority', undefined);
    return [{ title: 'Change the model to node_majority', preferred: true, edits }];
  }
  const written = scope.model === 'node_majority' ? useWritten(design, scope, true) : [];
  if (written.length > 0) return written;
  return [...(witness === 'disk' ? useFreeDisk(design, scope, true) : []), useShare(scope)];
}
