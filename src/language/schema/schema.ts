import { clusterBlocks } from './cluster';
import { fabricBlocks } from './fabric';
import { fileBlocks } from './file';
import { groupBlocks } from './group';
import { guestBlocks } from './guest';
import { machineBlocks } from './machine';
import { resourceBlocks } from './resource';
import type { AttributeSchema, BlockSchema } from './types';

/** The one table of the language: every block and attribute. Validation, model types, completion, hover and reference come from it. */
export const blocks = {
  ...clusterBlocks,
  ...fabricBlocks,
  ...groupBlocks,
  ...resourceBlocks,
  ...machineBlocks,
  ...guestBlocks,
  ...fileBlocks,
} as const;

export type BlockName = keyof typeof blocks;

const table: ReadonlyMap<string, BlockSchema> = new Map(Object.entries(blocks));

/** The schema of a block by its keyword, or undefined for a word that is no block. */
export function blockSchema(keyword: string): BlockSchema | undefined {
  return table.get(keyword);
}

/** Whether a word is the keyword of a block. */
export function isBlockName(keyword: string): keyword is BlockName {
  return table.has(keyword);
}

/** The schema of an attribute in a block, or undefined. */
export function attributeSchema(block: BlockSchema, name: string): AttributeSchema | undefined {
  return Object.hasOwn(block.attributes, name) ? block.attributes[name] : undefined;
}

/** Keywords that start a declaration at top level. */
export const topKeywords: ReadonlySet<string> = new Set(
  [...table].filter(([, schema]) => schema.top === true).map(([keyword]) => keyword),
);

/** Names of attributes that take a key before the `=`. */
export const keyedAttributes: ReadonlySet<string> = new Set(
  [...table.values()].flatMap((schema) =>
    Object.entries(schema.attributes)
      .filter(([, attribute]) => attribute.keyed !== undefined)
      .map(([name]) => name),
  ),
);

/** Whether `keyword` may stand inside a block of kind `parent` (undefined: at top level). */
export function mayContain(parent: string | undefined, keyword: string): boolean {
  if (parent === undefined) return topKeywords.has(keyword);
  return blockSchema(parent)?.blocks?.includes(keyword) ?? false;
}
