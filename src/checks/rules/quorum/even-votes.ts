import { witnessKinds } from '../../../model/quorum';
import { modelPlace, quorumsIn } from '../../quorum-scope';
import type { QuorumScope } from '../../quorum-scope';
import type { DeclarationRule } from '../../rule';
import { mayMissSome } from '../../unread';
import { adviceOf } from './advice';

/** An even number of votes that stay as they are: an even split leaves neither half with a majority. */
export const evenVotes: DeclarationRule = {
  code: 'quorum/even-votes',
  severity: 'warning',
  source: 'semantics 5.1, 5.2, 10.2',
  check: (bound, design) =>
    quorumsIn(bound, design.cluster)
      .filter((scope) => isEven(scope) && !adviceOf(scope) && !mayMissSome(design, 'node'))
      .map((scope) => {
        const votes = votesOf(scope);
        return {
          message: `${scope.element.name} has ${String(votes)} votes, an even number: when they are split ${String(votes / 2)} to ${String(votes / 2)}, neither side has a majority and all nodes stop.`,
          place: modelPlace(scope),
        };
      }),
};

function votesOf({ model, voters, quorum }: QuorumScope): number {
  return voters + (witnessKinds[model] !== undefined && quorum?.values.witness ? 1 : 0);
}

/** Where a single vote is left there is nothing to split; a witness that is not named is witness-missing's business. */
function isEven(scope: QuorumScope): boolean {
  if (witnessKinds[scope.model] !== undefined && !scope.quorum?.values.witness) return false;
  return scope.isStatic && scope.model !== 'disk_only' && scope.nodes > 1 && votesOf(scope) % 2 === 0;
}
