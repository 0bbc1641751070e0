import type { Location } from 'vscode-languageserver';
import { namesOf } from '../../checks/names';
import type { DeclaredName, Names, Namespace } from '../../checks/names';
import { meaningOf, referencesOf } from '../../checks/references';
import type { Reference } from '../../checks/references';
import type { Declaration } from '../../language/declaration';
import type { Document } from '../../language/document';
import type { Place } from '../../language/finding';
import { resourceKeywords } from '../../language/schema/group';
import { attributeSchema, blockSchema } from '../../language/schema/schema';
import type { AttributeSchema } from '../../language/schema/types';
import { touches } from '../../language/span';
import type { Position, Span } from '../../language/span';
import type { Block, Item } from '../../language/tree';
import type { Design } from '../../model/design';

/** What every feature works on: a document as it is now, and the design it belongs to. */
export interface Subject {
  readonly document: Document;
  readonly design: Design;
}

/** Where a position is in the tree. */
export interface Where {
  readonly declaration: Declaration;
  readonly offset: number;
  /** The blocks around it, outermost first. */
  readonly blocks: readonly Block[];
  /** The attribute or statement it is in. */
  readonly item: Exclude<Item, Block> | undefined;
}

/** Of neighbours that touch at `offset`, the one that it is in counts before the one that ends there. */
function at<T extends Item>(items: readonly T[], offset: number): T | undefined {
  const touched = items.filter(({ span }) => touches(span, offset));
  return touched.find(({ span }) => offset < span.end) ?? touched[0];
}

/** Finds a position in the tree. */
export function whereIs(document: Document, position: Position): Where {
  const { declaration, offset } = document.spotAt(position);
  const blocks: Block[] = [];
  let item: Item | undefined = at(declaration.blocks, offset);
  while (item?.kind === 'block') {
    blocks.push(item);
    item = at(item.items, offset);
  }
  return { declaration, offset, blocks, item };
}

/** Where a place is now; undefined where no document of the design has it any more. */
export function locate({ documents }: Design, place: Place): Location | undefined {
  for (const document of documents) {
    const range = document.rangeOf(place);
    if (range) return { uri: document.file, range };
  }
  return undefined;
}

/** The schema of an attribute in a block of this keyword. */
export function schemaOf(keyword: string | undefined, name: string): AttributeSchema | undefined {
  const block = keyword === undefined ? undefined : blockSchema(keyword);
  return block && attributeSchema(block, name);
}

/** Whether two names are declared at one place, and so are one thing. */
function isSame(one: DeclaredName, other: DeclaredName): boolean {
  return one.place.declaration === other.place.declaration && one.place.span.start === other.place.span.start;
}

const diskResources: ReadonlySet<string> = new Set(['physical_disk', 'storage_class']);

/** What bears the name: for the resource of a declared disk the disk, whose name the resource shares. */
function bearerOf(names: Names, declared: DeclaredName): DeclaredName {
  return diskResources.has(declared.kind) ? (names.find('disk', declared.key) ?? declared) : declared;
}

const namespaces: readonly Namespace[] = [
  'node',
  'network',
  'storage',
  'disk',
  'site',
  'rack',
  'group',
  'resource',
  'virtual_machine',
  'workload',
  'scenario',
  'guest_cluster',
  'nlb_cluster',
];

/** A name at a position: what is written there, and what it means. */
export interface NameAt {
  readonly span: Span;
  /** The declaration that the name leads to: its own, where it stands there. */
  readonly declared: DeclaredName;
}

/** Blocks whose references are not all found where their attributes are read: a witness, and the names in statements. */
const withOthers: ReadonlySet<string> = new Set(['cluster', 'guest_cluster', 'scenario']);

/** The references of one declaration. Those of the whole design are made only where it takes more than to read attributes. */
function referencesIn(design: Design, declaration: Declaration): readonly Reference[] {
  if (declaration.blocks.some(({ keyword }) => withOthers.has(keyword.text))) {
    return referencesOf(design).filter(({ ref }) => ref.place.declaration === declaration);
  }
  const uses = design.bound.find((bound) => bound.declaration === declaration)?.uses ?? [];
  return uses.map(({ to, ref, attribute }) => ({ ref, namespaces: [to], attribute }));
}

const resources: ReadonlySet<string> = new Set(resourceKeywords);

/** Where the label of a block of this keyword is a name. */
function namespacesOfBlock(keyword: string): readonly Namespace[] {
  return namespaces.filter((one) => one === keyword || (one === 'resource' && resources.has(keyword)));
}

/** The name that is written at a position, as a reference or where it is declared; undefined where none is or it means nothing. */
export function nameAt({ design }: Subject, { declaration, offset, blocks }: Where): NameAt | undefined {
  const names = namesOf(design);
  const reference = referencesIn(design, declaration).find(({ ref }) => touches(ref.place.span, offset));
  const meaning = reference && meaningOf(names, reference);
  if (reference && meaning) return { span: reference.ref.place.span, declared: meaning };
  const block = blocks.at(-1);
  const label = block?.label;
  if (!label || !touches(label.span, offset)) return undefined;
  const isHere = ({ place }: DeclaredName): boolean =>
    place.declaration === declaration && place.span.start === label.span.start;
  for (const namespace of namespacesOfBlock(block.keyword.text)) {
    const first = names.find(namespace, label.text.toLowerCase());
    const declared = first && isHere(first) ? first : names.all(namespace).find(isHere);
    if (declared) return { span: label.span, declared };
  }
  return undefined;
}

/** A thing with every reference that means it. */
export interface Named {
  readonly declared: DeclaredName;
  readonly references: readonly Reference[];
}

/** All that names the thing a name leads to. A disk and its resource count as one: they share their name. */
export function named(design: Design, declared: DeclaredName): Named {
  const names = namesOf(design);
  const bearer = bearerOf(names, declared);
  const means = (reference: Reference): boolean => {
    const found = meaningOf(names, reference);
    return found !== undefined && isSame(bearerOf(names, found), bearer);
  };
  const references = referencesOf(design).filter((reference) => reference.ref.key === bearer.key && means(reference));
  return { declared: bearer, references };
}

/** The namespaces a thing has its name in: a clustered machine is also a resource, a disk may have one. */
export function namespacesOf(design: Design, { declared }: Named): readonly Namespace[] {
  const names = namesOf(design);
  return namespaces.filter((namespace) =>
    names.all(namespace).some((one) => one.key === declared.key && isSame(bearerOf(names, one), declared)),
  );
}

/** Every place where the name of a thing is written: its declaration first, each place once. */
export function placesOf({ declared, references }: Named): readonly Place[] {
  const others = references
    .map(({ ref }) => ref.place)
    .filter(
      (place) => place.declaration !== declared.place.declaration || place.span.start !== declared.place.span.start,
    );
  return [declared.place, ...others];
}
