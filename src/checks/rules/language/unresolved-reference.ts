import type { Edit, Fix, Place } from '../../../language/finding';
import { plainInSnippet, writeName } from '../../../language/tokens';
import type { Ref } from '../../../model/values';
import { termsOf } from '../../dependencies';
import { writeTerm } from '../../edits/dependency';
import type { BoundDeclaration } from '../../../model/bind/declaration';
import type { Design } from '../../../model/design';
import { nearest } from '../../../model/words';
import { insertion, lineBreakOf } from '../../edits/text';
import { machinesIn } from '../../elements';
import { danglingKey, useKey } from '../../facts/names';
import { namesOf, spellingsOf } from '../../names';
import type { Namespace } from '../../names';
import { referencesIn, spellingOf } from '../../references';
import type { Reference } from '../../references';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { mayBeUnread } from '../../unread';
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
export const unresolvedReference: DeclarationRule = {
  code: 'language/unresolved-reference',
  severity: 'error',
  source: 'language.md, Settled readings, Names',
  check: (bound, design) => {
    const names = namesOf(design);
    return referencesIn(bound, design)
      .filter((reference) => reference.attribute !== 'depends_on' && spellingOf(names, reference) === undefined)
      .filter((reference) => !isLost(design, reference))
      .map((reference) => unresolved(bound, design, reference));
  },
};

/** Names compared in search of the nearest. Thousands that dangle at once are no misspellings: something is not there at all. */
const mostComparisons = 100_000;

function unresolved(bound: BoundDeclaration, design: Checked, reference: Reference): Found {
  const { ref, namespaces } = reference;
  const meant = suggestion(design, reference);
  const what = namespaces.length === 1 && namespaces[0] ? `No ${kinds[namespaces[0]]}` : 'Nothing in the design';
  const hint = meant === undefined ? '' : ` Is ${meant} meant?`;
  return {
    message: `${what} is named ${ref.name}.${hint}`,
    place: ref.place,
    fixes: [...(meant === undefined ? [] : [rename(bound, design, reference, meant)]), ...declare(design, reference)],
  };
}

/** A machine that also depends on its dangling configuration means the same resource there. */
function rename(bound: BoundDeclaration, design: Checked, { ref, attribute }: Reference, meant: string): Fix {
  const places =
    attribute === 'configuration' ? [ref.place, ...termsBeside(bound, ref).map((term) => term.place)] : [ref.place];
  const isOneOfMany = isDiskLabel(attribute) && design.facts.uses(useKey('resource', ref.key)).length > 0;
  const edits = places.map((place) => ({ place, newText: writeTerm(meant) }));
  return { title: `Change to ${meant}`, preferred: !isOneOfMany, edits };
}

/** Terms of the same name in what the machine depends on. */
function termsBeside(bound: BoundDeclaration, { key, place }: Ref): readonly Ref[] {
  const machine = machinesIn(bound).find(
    ({ values }) =>
      values.configuration?.place.span === place.span && values.configuration.place.declaration === place.declaration,
  );
  return termsOf(machine?.values.depends_on).filter((term) => term.key === key);
}

function isDiskLabel(attribute: string | undefined): boolean {
  return attribute === 'physical_disk' || attribute === 'storage_class';
}

/** What cannot be read may be what bears the name. A resource is looked for in its own declaration too. */
function isLost(design: Checked, { ref, namespaces }: Reference): boolean {
  const { declaration } = ref.place;
  if (namespaces.includes('resource') && isBroken(declaration)) return true;
  return mayBeUnread(design, ref.key, declaration);
}

/** The nearest name that may be meant: none that stands in the same list already, none that is taken. */
function suggestion(design: Checked, reference: Reference): string | undefined {
  const { cluster, facts } = design;
  const { ref, namespaces, attribute } = reference;
  const all = namespaces.flatMap((namespace) => spellingsOf(cluster, namespace));
  const before = facts.dangling(danglingKey(reference)).findIndex((one) => isSamePlace(one.ref.place, ref.place));
  if (before * all.length > mostComparisons) return undefined;
  const used = new Set([...(attribute === undefined ? [] : facts.taken(attribute)), ...namesBeside(reference)]);
  const candidates = all
    .filter((one) => !used.has(one.key) && (attribute !== 'configuration' || one.kind === configurationKind))
    .filter((one) => !isDiskLabel(attribute) || isForGroups(design, one.key));
  return nearest(
    ref.name,
    candidates.map((one) => one.name),
  );
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.declaration === other.declaration && one.span === other.span;
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

interface Body {
  readonly text: string;
  /** It holds a placeholder for the user to fill in. */
  readonly snippet: boolean;
}

/** What a new declaration of a kind must hold. */
function bodyOf(design: Design, namespace: Namespace): Body | undefined {
  switch (namespace) {
    case 'network':
    case 'storage':
    case 'site':
    case 'rack':
      return { text: '{ }', snippet: false };
    case 'node':
    case 'virtual_machine':
      return { text: '{ memory = ${1:4GB} }', snippet: true };
    case 'disk': {
      const storage = design.cluster.storages.all[0];
      return storage
        ? { text: `{ storage = ${writeName(storage.name)} }`, snippet: false }
        : { text: '{ storage = ${1:name} }', snippet: true };
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
  const name = writeName(ref.name);
  const text = `${namespace} ${body.snippet ? plainInSnippet(name) : name} ${body.text}${lineBreakOf(declaration)}`;
  const edit: Edit = insertion(declaration, user.span.start, text);
  const fix: Fix = { title: `Declare ${kinds[namespace]} ${ref.name}`, preferred: false, edits: [edit] };
  return [body.snippet ? { ...fix, snippet: true } : fix];
}
