import type { Fix } from '../../../language/finding';
import { writeName } from '../../../language/tokens';
import { modelForWitness } from '../../../model/quorum';
import { setQuorum } from '../../edits/quorum';
import type { QuorumScope } from '../../quorum-scope';
import type { Checked } from '../../rule';
import { freeWitnessDisks, obstaclesOf } from '../../witness-disk';
import { modelFor } from './advice';

/**
 * Takes a disk that nothing uses as the witness, the smallest first; none for guest clusters, whose disks are not those of the nodes. Preferred
 * only where a single one is known to be large enough: else it is the user's choice.
 */
export function useFreeDisk(design: Checked, scope: QuorumScope, mayBePreferred: boolean): readonly Fix[] {
  const free = scope.isHost ? freeWitnessDisks(design) : [];
  const [disk] = free;
  if (!disk) return [];
  const isOnly = free.filter(({ values }) => values.size !== undefined).length === 1 && disk.values.size !== undefined;
  const model = scope.model === 'disk_only' ? 'disk_only' : modelFor('disk');
  return [
    {
      title: `Use disk ${disk.name} as the witness`,
      preferred: mayBePreferred && isOnly,
      edits: setQuorum(scope, model, writeName(disk.name)),
    },
  ];
}

/** A share to be filled in. */
export function useShare(scope: QuorumScope): Fix {
  const share = '"\\\\\\\\${1:server}\\\\${2:share}"';
  return {
    title: 'Use a share as the witness',
    preferred: false,
    snippet: true,
    edits: setQuorum(scope, modelFor('share'), share),
  };
}

/** Goes on with the witness that is written, under the model that takes one of its kind; none where it could not be the witness. */
export function useWritten(design: Checked, scope: QuorumScope, preferred: boolean): readonly Fix[] {
  const { quorum, profile, isHost } = scope;
  const witness = quorum?.values.witness;
  if (!witness) return [];
  const model = modelForWitness(design.cluster, witness);
  const disk = isHost ? design.cluster.disks.get(witness.key) : undefined;
  if (!profile.quorumModels.includes(model) || (disk && obstaclesOf(design, disk).length > 0)) return [];
  const { declaration, span } = witness.place;
  const written = declaration.text.slice(span.start, span.end);
  return [{ title: `Change the model to ${model}`, preferred, edits: setQuorum(scope, model, written) }];
}
