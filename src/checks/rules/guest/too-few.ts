import { countOf } from '../../../model/words';
import { figures } from '../../figures';
import { memberRefs, membersPlace, roleOf, teamsIn } from '../../guests';
import type { GuestTeam } from '../../guests';
import type { DeclarationRule, Found } from '../../rule';
import { isBroken } from '../../written';

/** A guest cluster or farm with so few members that the loss of one ends its service. */
export const tooFew: DeclarationRule = {
  code: 'guest/too-few',
  severity: 'warning',
  source: 'semantics 9.2, 9.3, S20 (Guest availability)',
  check: (declaration) =>
    isBroken(declaration.declaration) ? [] : teamsIn(declaration).flatMap((team) => fewIn(team)),
};

function fewIn(team: GuestTeam): readonly Found[] {
  const members = memberRefs(team).length;
  const needed = team.kind === 'nlb_cluster' ? team.values.minimum : 1;
  const has = `${team.name} has ${countOf(members, roleOf(team))}`;
  const place = membersPlace(team);
  if (members < needed) return [{ message: `${has} and needs ${String(needed)} to serve: it never does.`, place }];
  if (members >= figures.fewestMembers.value) return [];
  return [{ message: `${has}: when its virtual machine fails, nothing takes over.`, place }];
}
