import { allGroupsIn } from '../../elements';
import type { DeclarationRule } from '../../rule';
import { isBroken, isUnreadable, valueOf } from '../../written';

/** Failback without preferred owners: there is no node to go back to. */
export const failbackWithoutEffect: DeclarationRule = {
  code: 'group/failback-without-effect',
  severity: 'warning',
  source: 'semantics 2.1, 2.4, S04 (A17)',
  check: (bound) =>
    allGroupsIn(bound)
      .filter(({ values }) => values.auto_failback && (values.preferred_owners ?? []).length === 0)
      .filter((group) => !isBroken(group.declaration) && !isUnreadable(group, 'preferred_owners'))
      .map((group) => ({
        message: `Group ${group.name} allows failback but has no preferred owners, so there is nowhere to go back to: after a failover it stays where it is. Name its home in preferred_owners.`,
        place: valueOf(group, 'auto_failback'),
      })),
};
