import { witnessKinds } from '../../../model/quorum';
import { quorumsIn } from '../../quorum-scope';
import type { DeclarationRule } from '../../rule';
import { headerOf, isBroken, isUnreadable } from '../../written';
import { useFreeDisk, useShare } from './witness-fixes';

const kinds = { disk: 'a disk', share: 'a share', account: 'a cloud account' } as const;

/** A model with a witness, and no witness. */
export const witnessMissing: DeclarationRule = {
  code: 'quorum/witness-missing',
  severity: 'error',
  source: 'semantics 5.1, 5.5, S36, S37',
  check: (bound, design) =>
    quorumsIn(bound, design.cluster).flatMap((scope) => {
      const { quorum, model, element } = scope;
      const kind = witnessKinds[model];
      if (!quorum || kind === undefined || quorum.values.witness) return [];
      if (isBroken(bound.declaration) || isUnreadable(quorum, 'witness')) return [];
      const effect =
        model === 'disk_only'
          ? 'without it the cluster does not start'
          : 'without it the nodes alone must be the majority, and fewer failures are survived';
      return {
        message: `${model} needs ${kinds[kind]} as the witness of ${element.name}, and none is named: ${effect}.`,
        place: headerOf(quorum),
        fixes: [
          ...(kind === 'disk' ? useFreeDisk(design, scope, false) : []),
          ...(model === 'disk_only' ? [] : [useShare(scope)]),
        ],
      };
    }),
};
