import type { Declaration } from '../language/declaration';
import type { Document } from '../language/document';
import { defaultVersion, isVersion } from '../language/schema/version';
import type { Version } from '../language/schema/version';
import type { Block } from '../language/tree';
import { bindDeclaration } from './bind/declaration';
import type { BoundDeclaration } from './bind/declaration';
import type { Defaults } from './bind/read-values';
import { buildCluster } from './build';
import type { Built } from './build';
import { changedBetween } from './changed';
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
      const version = versionOf(documents);
      const perFile = documents.map((document) => ({ document, defaults: defaultsOf(document, version) }));
      const next = [
        version,
        ...perFile.flatMap(({ defaults }) => [...defaults.blocks.values()].map((one) => one.block)),
      ];
      if (next.length !== context.length || next.some((part, index) => part !== context[index])) {
        files = [];
        built = undefined;
      }
      context = next;
      files = perFile.map(({ document, defaults }) => bindFile(document, defaults, files));
      const bound = files.length === 1 && files[0] ? files[0].bound : files.flatMap((file) => file.bound);
      built = buildCluster(bound, version, built);
      return { documents, bound, cluster: built.cluster };
    },
  };
}

interface BoundFile {
  readonly document: Document;
  /** One entry a declaration of the document. */
  readonly bound: readonly BoundDeclaration[];
}

/** Binds what has not been bound in the file as it was before. */
function bindFile(document: Document, defaults: Defaults, before: readonly BoundFile[]): BoundFile {
  const known = before.find((one) => one.document.file === document.file);
  if (!known) return { document, bound: document.declarations.map((one) => bindDeclaration(one, defaults)) };
  if (known.document === document) return known;
  const { start, old, fresh } = changedBetween(known.document.declarations, document.declarations);
  const same = new Map(old.map((declaration, index) => [declaration, known.bound[start + index]]));
  const bound = known.bound.slice();
  bound.splice(start, old.length, ...fresh.map((one) => same.get(one) ?? bindDeclaration(one, defaults)));
  return { document, bound };
}

/** Reads one design once. */
export function readDesign(documents: readonly Document[]): Design {
  return createDesignReader().read(documents);
}

interface Found {
  readonly block: Block;
  readonly declaration: Declaration;
}

/** Top-level blocks of a kind. A plain loop: it goes over every declaration at each keystroke. */
function blocksOf(document: Document, keyword: string): readonly Found[] {
  const found: Found[] = [];
  for (const declaration of document.declarations) {
    for (const block of declaration.blocks) {
      if (block.keyword.text === keyword) found.push({ block, declaration });
    }
  }
  return found;
}

/** The version the design is for: that of its first cluster block, where it is a known one. */
function versionOf(documents: readonly Document[]): Version {
  for (const document of documents) {
    for (const { block } of blocksOf(document, 'cluster')) {
      for (const item of block.items) {
        if (item.kind !== 'attribute' || item.name.text !== 'version' || item.value?.kind !== 'string') continue;
        return isVersion(item.value.text) ? item.value.text : defaultVersion;
      }
      return defaultVersion;
    }
  }
  return defaultVersion;
}

/** `defaults` hold for the file they stand in; the first block of a kind counts. */
function defaultsOf(document: Document, version: Version): Defaults {
  const blocks: [string, Found][] = [];
  for (const { block, declaration } of blocksOf(document, 'defaults')) {
    for (const inner of block.items)
      if (inner.kind === 'block') blocks.push([inner.keyword.text, { block: inner, declaration }]);
  }
  return { version, blocks: new Map(blocks.reverse()) };
}
