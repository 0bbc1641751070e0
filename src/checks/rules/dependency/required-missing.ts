import type { Fix } from '../../../language/finding';
import type { Resource } from '../../../model/elements';
import { listOf } from '../../../model/words';
import { isAlwaysOneOf, termsOf, waitsFor } from '../../dependencies';
import { needsOf, providerNames, provides } from '../../dependency-needs';
import type { Provider } from '../../dependency-needs';
import { requireAll } from '../../edits/dependency';
import { allGroupsIn } from '../../elements';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { headerOf, isBroken, isUnreadable } from '../../written';

/** A resource whose type needs a provider that it does not depend on. */
export const requiredDependencyMissing: DeclarationRule = {
  code: 'dependency/required-missing',
  severity: 'error',
  source: 'semantics 3.2, S22',
  check: (bound, design) =>
    allGroupsIn(bound).flatMap((group) =>
      group.resources.flatMap((resource) => unprovided(design, group.resources, resource)),
    ),
};

function unprovided(design: Checked, resources: readonly Resource[], resource: Resource): readonly Found[] {
  const needs = needsOf(resource);
  if (needs.length === 0) return [];
  const { cluster } = design;
  const expression = resource.values.depends_on;
  // A name that means nothing is reported, and may be meant for what seems to be missing.
  if (termsOf(expression).some(({ key }) => !cluster.resources.get(key))) return [];
  if (isBroken(resource.declaration) || isUnreadable(resource, 'depends_on')) return [];
  const missing = needs.filter(
    (need) =>
      !isAlwaysOneOf(expression, ({ key }) => {
        const provider = cluster.resources.get(key);
        return provider !== undefined && provides(provider, need);
      }),
  );
  if (missing.length === 0) return [];
  return [
    {
      message: `${resource.name} does not depend on ${listOf(missing.map((need) => providerNames[need]))}, which ${typeOf(resource)} needs: it cannot come online on any node.`,
      place: headerOf(resource),
      fixes: addProviders(design, resources, resource, missing),
    },
  ];
}

function typeOf(resource: Resource): string {
  return resource.kind === 'resource' ? `a resource of type ${resource.values.type ?? ''}` : 'a network name';
}

/** The providers of the group, where each need has one; with a choice it is the reader's, and none is preferred. */
function addProviders(
  { cluster }: Checked,
  resources: readonly Resource[],
  resource: Resource,
  missing: readonly Provider[],
): readonly Fix[] {
  const choices = missing.map((need) =>
    resources.filter((one) => provides(one, need) && !waitsFor(cluster, one, resource.key)),
  );
  const [first = [], ...others] = choices;
  if (first.length === 0 || others.some((one) => one.length !== 1)) return [];
  const common = others.flat();
  return first.map((one) => {
    const names = [one, ...common].map(({ name }) => name);
    return {
      title: `Make ${resource.name} depend on ${listOf(names)}`,
      preferred: first.length === 1,
      edits: requireAll(resource, names),
    };
  });
}
