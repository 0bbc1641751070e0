import { modelPlace, quorumsIn } from '../../quorum-scope';
import type { DeclarationRule } from '../../rule';

/** One disk decides alone whether the cluster goes on. */
export const diskOnly: DeclarationRule = {
  code: 'quorum/disk-only',
  severity: 'warning',
  source: 'semantics 5.1 (not recommended: single point of failure), S37',
  check: (bound, { cluster }) =>
    quorumsIn(bound, cluster)
      .filter(({ model }) => model === 'disk_only')
      .map((scope) => {
        const disk = scope.quorum?.values.witness?.text ?? 'its disk';
        return {
          message: `With disk_only, ${disk} is a single point of failure for all of ${scope.element.name}: when it fails, the whole cluster stops, however many nodes are up.`,
          place: modelPlace(scope),
        };
      }),
};
