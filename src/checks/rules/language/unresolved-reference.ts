import type { Edit, Fix } from '../../../language/finding';
import { writeName } from '../../../language/tokens';
import type { Ref } from '../../../model/values';
import { termsOf } from '../../dependencies';
import { writeTerm } from '../../edits/dependency';
import type { Design } from '../../../model/design';
import { nearest } from '../../../model/words';
import { insertion, lineBreakOf } from '../../edits/text';
import { namesOf } from '../../names';
import type { Namespace } from '../../names';
import { meaningOf, referencesOf } from '../../references';
import type { Reference } from '../../references';
import type { Found, Rule } from '../../rule';
import { unreadOf } from '../../unread';
import { attributeAt, isBroken } from '../../written';

/** What a name stands for, in a message. */
const kinds: Readonly<Record<Namespace, string>> = {
  node: 'node',
  network: 'network',
  storage: 'storage',
  disk: 'disk',
  site: 'site',
  rack: 'rack',
  group: 'group',
  resource: 'resource',
  virtual_machine: 'virtual machine',
  workload: 'workload',
  scenario: 'scenario',
  guest_cluster: 'guest cluster',
  nlb_cluster: 'load-balancing farm',
};

/** A name that nothing in the design bears, anywhere but in `depends_on`. */
export const unresolvedReference: Rule = {
  code: 'language/unresolved-reference',
  severity: 'error',
  source: 'language.md, Settled readings, Names',
  check: (design) => {
    const names = namesOf(design);
    const suggest = suggester(design);
    return referencesOf(design)
      .filter((reference) => reference.attribute !== 'depends_on' && !meaningOf(names, reference))
      .filter((reference) => !isLost(design, reference))
      .map((reference) => unresolved(design, reference, suggest(reference)));
  },
};

/** Names compared in search of the nearest. Thousands that dangle at once are no misspellings: something is not there at all. */
const mostComparisons = 100_000;

type Suggest = (reference: Reference) => string | undefined;

function unresolved(design: Design, reference: Reference, meant: string | undefined): Found {
  const { ref, namespaces } = reference;
  const what = namespaces.length === 1 && namespaces[0] ? `No ${kinds[namespaces[0]]}` : 'Nothing in the design';
  const hint = meant === undefined ? '' : ` Is ${meant} meant?`;
  return {
    message: `${what} is named ${ref.name}.${hint}`,
    place: ref.place,
    fixes: [...(meant === undefined ? [] : [rename(design, reference, meant)]), ...declare(design, reference)],
  };
}

/** A machine that also depends on its dangling configuration means the same resource there. */
function rename(design: Design, { ref, attribute }: Reference, meant: string): Fix {
  const places =
    attribute === 'configuration' ? [ref.place, ...termsBeside(design, ref).map((term) => term.place)] : [ref.place];
  const isOneOfMany = isDiskLabel(attribute) && isResourceNamed(design, ref.key);
  const edits = places.map((place) => ({ place, newText: writeTerm(meant) }));
  return { title: `Change to ${meant}`, preferred: !isOneOfMany, edits };
}

/** Terms of the same name in what the machine depends on. */
function termsBeside(design: Design, { key, place }: Ref): readonly Ref[] {
  const machine = design.cluster.virtualMachines.all.find(
    ({ values }) =>
      values.configuration?.place.span === place.span && values.configuration.place.declaration === place.declaration,
  );
  return termsOf(machine?.values.depends_on).filter((term) => term.key === key);
}

function isDiskLabel(attribute: string | undefined): boolean {
  return attribute === 'physical_disk' || attribute === 'storage_class';
}

/** Whether something depends on a resource of that name: then the label of the resource is hardly the misspelling. */
function isResourceNamed(design: Design, key: string): boolean {
  return referencesOf(design).some(({ ref, namespaces }) => ref.key === key && namespaces.includes('resource'));
}

/** What cannot be read may be what bears the name. A resource is looked for in its own declaration too. */
function isLost(design: Design, { ref, namespaces }: Reference): boolean {
  const { declaration } = ref.place;
  if (namespaces.includes('resource') && isBroken(declaration)) return true;
  return unreadOf(design).mayDeclare(ref.key, declaration);
}

/** What may stand once only: of a name that is taken already it cannot be the misspelling. */
const exclusive: ReadonlySet<string> = new Set(['configuration', 'physical_disk', 'storage_class', 'passthrough_disk']);

/** Finds the nearest name that may be meant: none that stands in the same list already, none that is taken. */
function suggester(design: Design): Suggest {
  const names = namesOf(design);
  const taken = new Map<string, Set<string>>();
  for (const { attribute, ref } of referencesOf(design)) {
    if (attribute === undefined || !exclusive.has(attribute)) continue;
    taken.set(attribute, (taken.get(attribute) ?? new Set()).add(ref.key));
  }
  let left = mostComparisons;
  return (reference) => {
    const { ref, namespaces, attribute } = reference;
    if (left <= 0) return undefined;
    const used = new Set([...(taken.get(attribute ?? '') ?? []), ...namesBeside(reference)]);
    const candidates = namespaces
      .flatMap((namespace) => names.all(namespace))
      .filter((one) => !used.has(one.key) && (attribute !== 'configuration' || one.kind === configurationKind))
      .filter((one) => !isDiskLabel(attribute) || isForGroups(design, one.key));
    left -= candidates.length;
    return nearest(
      ref.name,
      candidates.map((one) => one.name),
    );
  };
}

/** Names, in lower case, that stand in the same list, or before the `=` of the same attribute in the same block. */
function namesBeside({ ref, attribute }: Reference): readonly string[] {
  if (attribute === undefined) return [];
  const { declaration, span } = ref.place;
  const found = attributeAt(declaration.blocks, span.start);
  const items = found?.attribute.value?.kind === 'list' ? found.attribute.value.items : [];
  const keys = (found?.block.items ?? []).flatMap((item) =>
    item.kind === 'attribute' && item.name.text === attribute && item.key ? [item.key] : [],
  );
  return [...items, ...keys].flatMap((item) => ('text' in item ? [item.text.toLowerCase()] : []));
}

/** Whether a disk can be a resource of a group. */
function isForGroups({ cluster }: Design, key: string): boolean {
  const disk = cluster.disks.get(key);
  return disk !== undefined && disk.values.clustered && !disk.values.shared_volume;
}

const configurationKind = 'virtual_machine_configuration';

/** What a new declaration of a kind must hold; a placeholder makes it a snippet. */
function bodyOf(design: Design, namespace: Namespace): string | undefined {
  switch (namespace) {
    case 'network':
    case 'storage':
    case 'site':
    case 'rack':
      return '{ }';
    case 'node':
    case 'virtual_machine':
      return '{ memory = ${1:4GB} }';
    case 'disk': {
      const storage = design.cluster.storages.all[0];
      return `{ storage = ${storage ? writeName(storage.name) : '${1:name}'} }`;
    }
    case 'group':
    case 'resource':
    case 'workload':
    case 'scenario':
    case 'guest_cluster':
    case 'nlb_cluster':
      return undefined;
  }
}

/** Declares what is named, right above the declaration that names it. Not for names in scenarios, which act on what is there. */
function declare(design: Design, { ref, namespaces, attribute }: Reference): readonly Fix[] {
  const [namespace] = namespaces;
  const body = namespace && attribute !== undefined ? bodyOf(design, namespace) : undefined;
  const { declaration, span } = ref.place;
  const user = declaration.blocks.find((block) => block.span.start <= span.start && span.end <= block.span.end);
  if (!namespace || body === undefined || !user) return [];
  const text = `${namespace} ${writeName(ref.name)} ${body}${lineBreakOf(declaration)}`;
  const edit: Edit = insertion(declaration, user.span.start, text);
  const fix: Fix = { title: `Declare ${kinds[namespace]} ${ref.name}`, preferred: false, edits: [edit] };
  return [body.includes('${') ? { ...fix, snippet: true } : fix];
}
