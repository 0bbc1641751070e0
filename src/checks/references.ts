import { subjectKinds } from '../language/schema/actions';
import type { Declaration } from '../language/declaration';
import type { AtStatement, ExpectStatement, SubjectPhrase, Word } from '../language/tree';
import type { BoundDeclaration } from '../model/bind/declaration';
import type { Design } from '../model/design';
import type { Quorum } from '../model/elements';
import type { Ref } from '../model/values';
import { elementsIn } from './elements';
import { namesOf } from './names';
import type { DeclaredName, Names, Namespace } from './names';

/** A name written where something declared elsewhere is meant. */
export interface Reference {
  readonly ref: Ref;
  /** Where the name is looked up, in this order. */
  readonly namespaces: readonly Namespace[];
  /** The attribute it stands in; undefined in a scenario. */
  readonly attribute: string | undefined;
}

const known = new WeakMap<Design, readonly Reference[]>();

/** Every reference of a design: in attributes, as a witness disk, and in scenarios. Made once for each design. */
export function referencesOf(design: Design): readonly Reference[] {
  const made = known.get(design) ?? design.bound.flatMap((bound) => referencesIn(bound, design));
  known.set(design, made);
  return made;
}

/** How what a reference means is spelt; undefined for a dangling one. */
export function spellingOf(names: Names, { namespaces, ref }: Reference): string | undefined {
  for (const namespace of namespaces) {
    const found = names.spelling(namespace, ref.key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a reference means; undefined for a dangling one. */
export function meaningOf(names: Names, reference: Reference): DeclaredName | undefined {
  for (const namespace of reference.namespaces) {
    const found = names.find(namespace, reference.ref.key);
    if (found) return found;
  }
  return undefined;
}

/** The references in a declaration. */
export function referencesIn(bound: BoundDeclaration, design: Design): readonly Reference[] {
  const result: Reference[] = bound.uses.map(({ to, ref, attribute }) => ({ ref, namespaces: alone[to], attribute }));
  for (const quorum of quorumsIn(bound, design)) {
    const ref = witnessDisk(quorum);
    if (ref) result.push({ ref, namespaces: alone.disk, attribute: 'witness' });
  }
  const names = namesOf(design);
  for (const scenario of elementsIn(bound, 'scenario')) {
    for (const statement of scenario.statements) result.push(...inStatement(statement, scenario.declaration, names));
  }
  return result;
}

/** The quorum of the host cluster, where it stands here, and those of guest clusters. */
function quorumsIn(bound: BoundDeclaration, { cluster }: Design): readonly Quorum[] {
  const host = elementsIn(bound, 'cluster').filter((one) => one === cluster.settings);
  return [...host, ...elementsIn(bound, 'guest_cluster')].flatMap(({ quorum }) => quorum ?? []);
}

const alone: { readonly [N in Namespace]: readonly [N] } = {
  node: ['node'],
  network: ['network'],
  storage: ['storage'],
  disk: ['disk'],
  site: ['site'],
  rack: ['rack'],
  group: ['group'],
  resource: ['resource'],
  virtual_machine: ['virtual_machine'],
  workload: ['workload'],
  scenario: ['scenario'],
  guest_cluster: ['guest_cluster'],
  nlb_cluster: ['nlb_cluster'],
};

const diskModels: ReadonlySet<string | undefined> = new Set(['node_and_disk_majority', 'disk_only']);

/** The disk a witness names: with a disk model, or where no model is given and the witness is a bare name. */
export function witnessDisk(quorum: Quorum): Ref | undefined {
  const { model, witness } = quorum.values;
  if (!witness || witness.text.startsWith('\\\\')) return undefined;
  const isDisk = model === undefined ? !witness.quoted : diskModels.has(model);
  return isDisk ? { name: witness.text, key: witness.key, place: witness.place } : undefined;
}

const slots: Readonly<Record<string, readonly Namespace[]>> = {
  NODE: alone.node,
  NODES: alone.node,
  DISK: alone.disk,
  STORAGE: alone.storage,
  NETWORK: alone.network,
  SITE: alone.site,
  RACK: alone.rack,
  RESOURCE: alone.resource,
  GROUP: alone.group,
  VIRTUAL_MACHINE: alone.virtual_machine,
  WORKLOAD: alone.workload,
};

/** A subject without its kind means, in this order, one of these (language.md, Scenario statements). */
const anySubject: readonly Namespace[] = ['resource', 'group', 'disk', 'node', 'workload', 'virtual_machine'];

/** Where something may be owned: by a node, or, in a guest cluster, by a virtual machine that is a member. */
const owners: readonly Namespace[] = ['node', 'virtual_machine'];

/** Where the target of a move is looked up, by whether the group is one of a guest cluster. */
function targetsOf(statement: AtStatement, names: Names): readonly Namespace[] {
  const group = statement.action?.arguments.find((one) => one.slot === 'GROUP')?.words[0];
  const place = group && names.find('group', group.text.toLowerCase())?.place;
  const isGuest = place?.declaration.blocks.some(
    (block) =>
      block.keyword.text === 'guest_cluster' &&
      block.span.start <= place.span.start &&
      place.span.end <= block.span.end,
  );
  return isGuest === true ? owners : alone.node;
}

function inStatement(
  statement: AtStatement | ExpectStatement,
  declaration: Declaration,
  names: Names,
): readonly Reference[] {
  const at = (word: Word, namespaces: readonly Namespace[]): Reference => ({
    ref: { name: word.text, key: word.text.toLowerCase(), place: { declaration, span: word.span } },
    namespaces,
    attribute: undefined,
  });
  if (statement.kind === 'at') {
    const isMove = statement.action?.form === 'move group';
    return (statement.action?.arguments ?? []).flatMap(({ slot, words }) =>
      words.map((word) => at(word, isMove && slot === 'NODE' ? targetsOf(statement, names) : (slots[slot] ?? []))),
    );
  }
  const { term } = statement;
  if (!term || term.kind === 'cluster') return [];
  const subject = at(term.subject.name, namespacesOf(term.subject));
  if (term.kind === 'owned') return [subject, at(term.by, owners)];
  return term.kind === 'state' && term.on ? [subject, at(term.on, owners)] : [subject];
}

function namespacesOf({ kind }: SubjectPhrase): readonly Namespace[] {
  const named = subjectKinds.find((one) => one === kind?.text);
  return named ? alone[named] : anySubject;
}
