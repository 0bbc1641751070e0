import type { Edit, Fix } from '../../../language/finding';
import { writeName } from '../../../language/tokens';
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
      .map((reference) => unresolved(design, reference, suggest));
  },
};

type Suggest = (reference: Reference) => string | undefined;

function unresolved(design: Design, reference: Reference, suggest: Suggest): Found {
  const { ref, namespaces } = reference;
  const what = namespaces.length === 1 && namespaces[0] ? `No ${kinds[namespaces[0]]}` : 'Nothing in the design';
  const meant = suggest(reference);
  const hint = meant === undefined ? '' : ` Is ${meant} meant?`;
  const edits = meant === undefined ? [] : [{ place: ref.place, newText: writeName(meant) }];
  const change: readonly Fix[] =
    edits.length > 0 ? [{ title: `Change to ${meant ?? ''}`, preferred: true, edits }] : [];
  return {
    message: `${what} is named ${ref.name}.${hint}`,
    place: ref.place,
    fixes: [...change, ...declare(design, reference)],
  };
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
  return ({ ref, namespaces, attribute }) => {
    const { declaration, span } = ref.place;
    const value = attribute === undefined ? undefined : attributeAt(declaration.blocks, span.start)?.value;
    const listed = value?.kind === 'list' ? value.items : [];
    const used = new Set([
      ...(taken.get(attribute ?? '') ?? []),
      ...listed.flatMap((item) => (item.kind === 'name' || item.kind === 'string' ? [item.text.toLowerCase()] : [])),
    ]);
    const candidates = namespaces
      .flatMap((namespace) => names.all(namespace))
      .filter((one) => !used.has(one.key) && (attribute !== 'configuration' || one.kind === configurationKind));
    return nearest(
      ref.name,
      candidates.map((one) => one.name),
    );
  };
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
