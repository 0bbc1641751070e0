import type { Location, Range } from 'vscode-languageserver';
import { writeTerm } from '../../checks/edits/dependency';
import { namesOf } from '../../checks/names';
import type { DeclaredName } from '../../checks/names';
import { meaningOf, referencesOf } from '../../checks/references';
import type { Reference } from '../../checks/references';
import type { Place } from '../../language/finding';
import { expectedStates, subjectKinds } from '../../language/schema/actions';
import type { Position } from '../../language/span';
import { writeString } from '../../language/tokens';
import type { Design } from '../../model/design';
import { fileNameOf } from '../designs/addresses';
import { unique } from '../unique';
import type { PlacedEdit } from '../workspace-edit';
import { locate, nameAt, named, namespacesOf, placesOf, whereIs } from './lookup';
import type { Named, Subject } from './lookup';
import { sayKind } from './summary';

/** The edits of a renaming, or why it cannot be done. */
export type Renaming = { readonly edits: readonly PlacedEdit[] } | { readonly refused: string };

/** The range that would be renamed and its name now; undefined where nothing can be. */
export function renameRangeAt(subject: Subject, position: Position): { range: Range; placeholder: string } | undefined {
  const where = whereIs(subject.document, position);
  const name = nameAt(subject, where);
  const range = name && subject.document.rangeOf({ declaration: where.declaration, span: name.span });
  return range && { range, placeholder: name.declared.name };
}

/** Words that read as something else where a statement of a scenario names a thing. */
const statementWords: ReadonlySet<string> = new Set([
  ...expectedStates,
  ...subjectKinds,
  ...['at', 'always', 'by', 'below', 'cluster', 'from', 'live', 'no', 'of', 'on', 'outage', 'owned'],
  ...['permanently', 'quick', 'to', 'within'],
]);

/** A name as it is written at a place: in quotes where it was, or must be. */
function written(name: string, { declaration, span }: Place, inStatement: boolean): string {
  const quoted = declaration.text[span.start] === '"' || (inStatement && statementWords.has(name));
  return quoted ? writeString(name) : writeTerm(name);
}

/** Where a place is, for a person: with the file where the design has several. */
function sayWhere({ documents }: Design, { uri, range }: Location): string {
  const line = `line ${range.start.line + 1}`;
  return documents.length > 1 ? `${line} of ${fileNameOf(uri)}` : line;
}

function line(design: Design, { place }: DeclaredName): string {
  const found = locate(design, place);
  return found ? ` in ${sayWhere(design, found)}` : '';
}

/** Something else that bears the new name already where the thing is looked up by its name. */
function collision(design: Design, thing: Named, name: string): string | undefined {
  const names = namesOf(design);
  const key = name.toLowerCase();
  if (key === thing.declared.key) return undefined;
  for (const namespace of namespacesOf(design, thing)) {
    const other = names.find(namespace, key);
    if (other) {
      return `There is a ${sayKind(other.kind)} named ${other.name} already${line(design, other)}: ${thing.declared.name} cannot have its name too.`;
    }
  }
  return undefined;
}

/** A subject of an expectation that would mean another thing after the renaming. */
function confusion(design: Design, thing: Named, name: string): string | undefined {
  const names = namesOf(design);
  const key = name.toLowerCase();
  if (key === thing.declared.key) return undefined;
  const rank = (reference: Reference, one: (namespace: Reference['namespaces'][number]) => boolean): number => {
    const index = reference.namespaces.findIndex(one);
    return index < 0 ? Number.POSITIVE_INFINITY : index;
  };
  const own = namespacesOf(design, thing);
  const byThing = (reference: Reference): number => rank(reference, (namespace) => own.includes(namespace));
  const byOther = (reference: Reference): number =>
    rank(reference, (namespace) => names.find(namespace, key) !== undefined);
  const lost = thing.references.find((reference) => byOther(reference) < byThing(reference));
  const taken = referencesOf(design).find(
    (reference) => reference.ref.key === key && meaningOf(names, reference) && byThing(reference) < byOther(reference),
  );
  const changed = lost ?? taken;
  const at = changed && locate(design, changed.ref.place);
  if (!at) return undefined;
  return `${name} in ${sayWhere(design, at)} would then mean something else: write its kind before it, or choose another name.`;
}

function refusal(design: Design, thing: Named, name: string): string | undefined {
  if (name.trim() === '') return 'A name cannot be empty.';
  if (name !== name.trim()) return 'A name cannot begin or end with a space.';
  if (/[\r\n]/.test(name)) return 'A name stands on one line.';
  return collision(design, thing, name) ?? confusion(design, thing, name);
}

/** What the user typed, without quotes around it. */
function unquoted(text: string): string {
  return /^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** Gives the thing at a position another name, everywhere it is named. Refuses a name that would change what something else means. */
export function renameAt(subject: Subject, position: Position, newName: string): Renaming {
  const { design } = subject;
  const found = nameAt(subject, whereIs(subject.document, position));
  if (!found) return { refused: 'There is no name here that can be changed.' };
  const thing = named(design, found.declared);
  const name = unquoted(newName);
  const refused = refusal(design, thing, name);
  if (refused !== undefined) return { refused };
  const statements = new Set(
    thing.references.filter(({ attribute }) => attribute === undefined).map(({ ref }) => ref.place),
  );
  const edits = placesOf(thing).flatMap((place) => {
    const at = locate(design, place);
    return at ? [{ ...at, newText: written(name, place, statements.has(place)) }] : [];
  });
  return { edits };
}

/** The same in every design that a file belongs to: refused where one of them refuses. */
export function renameInAll(subjects: readonly Subject[], position: Position, newName: string): Renaming {
  const all = subjects.map((subject) => renameAt(subject, position, newName));
  const refused = all.find((one) => 'refused' in one);
  if (refused) return refused;
  const edits = all.flatMap((one) => ('edits' in one ? one.edits : []));
  return { edits: unique(edits, ({ uri, range }) => [uri, range]) };
}
