import { listOf } from '../../../model/words';
import { allGroupsIn } from '../../elements';
import type { DeclarationRule } from '../../rule';
import { valueOf } from '../../written';

/** A failover threshold of 0: the group never moves by itself. */
export const neverFailsOver: DeclarationRule = {
  code: 'group/never-fails-over',
  severity: 'warning',
  source: 'semantics 2.1 (threshold 0), 10.2, S04',
  check: (bound) =>
    allGroupsIn(bound)
      .filter(({ values }) => values.failover_threshold === 0)
      .map((group) => {
        const resources = listOf(group.resources.map(({ name }) => name));
        return {
          message: `Group ${group.name} may fail over 0 times: when its owner or one of its resources fails, ${resources === '' ? 'nothing in it' : `none of ${resources}`} is started elsewhere.`,
          place: valueOf(group, 'failover_threshold'),
        };
      }),
};
