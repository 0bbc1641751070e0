import { namesOf } from '../../checks/names';
import type { DeclaredName, Namespace } from '../../checks/names';
import type { Design } from '../../model/design';
import { nameProposal } from './completion-item';
import type { Proposal } from './completion-item';
import type { Typed } from './completion-place';
import { factsOf, sayKind } from './summary';

/** Most names offered at once: of thousands the letters typed choose. */
export const mostNames = 200;

/** Whether the letters typed occur in the name in their order, as editors filter. */
export function mayMean(name: string, prefix: string): boolean {
  const wanted = prefix.toLowerCase();
  let found = 0;
  for (const letter of name.toLowerCase()) if (letter === wanted[found]) found += 1;
  return found === wanted.length;
}

/** What stands beside a name that is offered. A node says how much memory it has left. */
function detailOf({ cluster }: Design, declared: DeclaredName): string {
  const facts = factsOf(cluster, declared);
  const free = declared.kind === 'node' ? facts.find((fact) => /(?:free|too little)$/.test(fact)) : undefined;
  return free ?? [sayKind(declared.kind), ...facts].join(', ');
}

/** The names of a namespace that the letters typed may mean, less those that `without` holds in lower case. */
export function nameProposals(
  design: Design,
  namespace: Namespace,
  typed: Typed,
  without: ReadonlySet<string>,
  fits: (declared: DeclaredName) => boolean = () => true,
): readonly Proposal[] {
  const seen = new Set(without);
  const chosen: DeclaredName[] = [];
  for (const declared of namesOf(design).all(namespace)) {
    if (chosen.length > mostNames) break;
    if (seen.has(declared.key) || !mayMean(declared.name, typed.prefix) || !fits(declared)) continue;
    seen.add(declared.key);
    chosen.push(declared);
  }
  return chosen.map((declared) => nameProposal(declared.name, typed, { detail: detailOf(design, declared) }));
}
