import type { Declaration } from '../language/declaration';
import type { Document } from '../language/document';
import { defaultVersion, isVersion } from '../language/schema/version';
import type { Version } from '../language/schema/version';
import { changedBetween, spliced } from '../language/row';
import type { Changed } from '../language/row';
import type { Block } from '../language/tree';
import { bindDeclaration } from './bind/declaration';
import type { BoundDeclaration } from './bind/declaration';
import type { Defaults } from './bind/read-values';
import { buildCluster } from './build';
import type { Built } from './build';
import type { Cluster } from './cluster';

/** A design: one file or several, read and put together. */
export interface Design {
  readonly documents: readonly Document[];
  /** One entry a declaration, in the order of the files. */
  readonly bound: readonly BoundDeclaration[];
  readonly cluster: Cluster;
}

/** Reads designs and remembers what it has read: a declaration is bound once for as long as its text and the defaults stay. */
export interface DesignReader {
  read(documents: readonly Document[]): Design;
}

/** A reader for the versions of one design, one after the other. */
export function createDesignReader(): DesignReader {
  let files: readonly BoundFile[] = [];
  let context: readonly unknown[] = [];
  let built: Built | undefined;
  return {
    read: (documents) => {
      const steps = documents.map((document) => stepTo(document, files));
      const version = versionOf(steps);
      const defaults = steps.map(({ leading }) => defaultsOf(leading, version));
      const next = [version, ...defaults.flatMap(({ blocks }) => [...blocks.values()].map((one) => one.block))];
      const isSame = next.length === context.length && next.every((part, index) => part === context[index]);
      if (!isSame) built = undefined;
      context = next;
      files = steps.map((step, index) => bindFile(step, defaults[index] ?? { version, blocks: new Map() }, isSame));
      const bound = files.length === 1 && files[0] ? files[0].bound : files.flatMap((file) => file.bound);
      built = buildCluster(bound, version, built);
      return { documents, bound, cluster: built.cluster };
    },
  };
}

interface BoundFile {
  readonly document: Document;
  /** Declarations with a block that other declarations are read by: the cluster's, for its version, and `defaults`. */
  readonly leading: readonly Declaration[];
  /** One entry a declaration of the document. */
  readonly bound: readonly BoundDeclaration[];
}

/** A document, and what of it was read before. */
interface Step {
  readonly document: Document;
  readonly leading: readonly Declaration[];
  readonly before: { readonly file: BoundFile; readonly changed: Changed<Declaration> } | undefined;
}

function stepTo(document: Document, files: readonly BoundFile[]): Step {
  const file = files.find((one) => one.document.file === document.file);
  if (!file) return { document, leading: document.declarations.filter(leads), before: undefined };
  const changed = changedBetween(file.document.declarations, document.declarations);
  const isTouched = changed.old.some(leads) || changed.fresh.some(leads);
  const leading = isTouched ? document.declarations.filter(leads) : file.leading;
  return { document, leading, before: { file, changed } };
}

function leads({ blocks }: Declaration): boolean {
  return blocks.some(({ keyword }) => keyword.text === 'cluster' || keyword.text === 'defaults');
}

/** Binds what has not been bound before; all of it where what it is read by is another. */
function bindFile({ document, leading, before }: Step, defaults: Defaults, isSame: boolean): BoundFile {
  if (!before || !isSame) {
    return { document, leading, bound: document.declarations.map((one) => bindDeclaration(one, defaults)) };
  }
  const { file, changed } = before;
  if (file.document === document) return file;
  const { start, old, fresh } = changed;
  const same = new Map(old.map((declaration, index) => [declaration, file.bound[start + index]]));
  const again = fresh.map((one) => same.get(one) ?? bindDeclaration(one, defaults));
  const bound = spliced(file.bound, start, old.length, again);
  return { document, leading, bound };
}

/** Reads one design once. */
export function readDesign(documents: readonly Document[]): Design {
  return createDesignReader().read(documents);
}

interface Found {
  readonly block: Block;
  readonly declaration: Declaration;
}

/** Top-level blocks of a kind. */
function blocksOf(declarations: readonly Declaration[], keyword: string): readonly Found[] {
  return declarations.flatMap((declaration) =>
    declaration.blocks.filter((block) => block.keyword.text === keyword).map((block) => ({ block, declaration })),
  );
}

/** The version the design is for: that of its first cluster block, where it is a known one. */
function versionOf(steps: readonly Step[]): Version {
  const block = steps.flatMap(({ leading }) => blocksOf(leading, 'cluster'))[0]?.block;
  for (const item of block?.items ?? []) {
    if (item.kind !== 'attribute' || item.name.text !== 'version' || item.value?.kind !== 'string') continue;
    return isVersion(item.value.text) ? item.value.text : defaultVersion;
  }
  return defaultVersion;
}

/** `defaults` hold for the file they stand in; the first block of a kind counts. */
function defaultsOf(leading: readonly Declaration[], version: Version): Defaults {
  const blocks: [string, Found][] = [];
  for (const { block, declaration } of blocksOf(leading, 'defaults')) {
    for (const inner of block.items)
      if (inner.kind === 'block') blocks.push([inner.keyword.text, { block: inner, declaration }]);
  }
  return { version, blocks: new Map(blocks.reverse()) };
}
