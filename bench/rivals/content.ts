import { createDocument } from '../../src/language/document';
import type { Block, Item, Value } from '../../src/language/tree';

/** A block as data: its name and attributes, and each kind of nested block as a list. */
interface Entry {
  [key: string]: Content;
}

type Content = string | number | readonly Content[] | Entry;

/** The same design in three languages. YAML keeps the comments; JSON has none. */
export interface Designs {
  readonly hacluster: string;
  readonly yaml: string;
  readonly json: string;
}

/** The content of a design, equal in each language; scenario statements and dependencies stay sentences, as text. */
export function designsOf(text: string): Designs {
  const root: Record<string, Entry[]> = {};
  const comments = new Map<Content, readonly string[]>();
  for (const declaration of createDocument('bench.hacluster', text).declarations) {
    for (const block of declaration.blocks) {
      const entry = entryOf(block, declaration.text);
      (root[block.keyword.text] ??= []).push(entry);
      comments.set(
        entry,
        declaration.comments.map((comment) => comment.text),
      );
    }
  }
  return {
    hacluster: text,
    yaml: `${yamlLines(root, '', comments).join('\n')}\n`,
    json: JSON.stringify(root, null, 2),
  };
}

function entryOf(block: Block, text: string): Entry {
  const lists: Record<string, Content[]> = {};
  const entry: Entry = block.label ? { name: block.label.text } : {};
  const append = (key: string, content: Content): void => void (lists[key] ??= []).push(content);
  const place = (item: Item): void => {
    if (item.kind === 'block') append(item.keyword.text, entryOf(item, text));
    else if (item.kind !== 'attribute') append('statements', text.slice(item.span.start, item.span.end));
    else if (item.value) entry[item.name.text] = contentOf(item.value, text);
  };
  for (const item of block.items) place(item);
  return { ...entry, ...lists };
}

function contentOf(value: Value, text: string): Content {
  if (value.kind === 'list') return value.items.map((item) => contentOf(item, text));
  if (value.kind === 'number' && value.unit === undefined) return value.value;
  if ('operands' in value) return text.slice(value.span.start, value.span.end);
  return value.text;
}

/** What YAML reads as text without quotes in any case: a letter first, then nothing with a meaning. */
const plain = /^[A-Za-z][A-Za-z0-9_-]*$|^[0-9]+[A-Z]{2}$/;

function scalar(content: string | number): string {
  return typeof content === 'number' || plain.test(content) ? String(content) : `'${content.replaceAll("'", "''")}'`;
}

type Comments = ReadonlyMap<Content, readonly string[]>;

/** The lines of a mapping in block style; lists of plain values stand in one line. Comments follow what they stood behind. */
function yamlLines(entry: Entry, indent: string, comments: Comments): string[] {
  return Object.entries(entry).flatMap(([key, content]): string[] => {
    if (isList(content)) return listLines(key, content, indent, comments);
    if (typeof content === 'object') return [`${indent}${key}:`, ...yamlLines(content, `${indent}  `, comments)];
    return [`${indent}${key}: ${scalar(content)}`];
  });
}

function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content);
}

function listLines(key: string, items: readonly Content[], indent: string, comments: Comments): string[] {
  const scalars = items.flatMap((item) => (typeof item === 'object' ? [] : [scalar(item)]));
  if (scalars.length === items.length) return [`${indent}${key}: [${scalars.join(', ')}]`];
  const lines = items.flatMap((item) => {
    if (typeof item !== 'object' || isList(item)) return [];
    const [first = '{}', ...rest] = yamlLines(item, `${indent}    `, comments);
    const below = (comments.get(item) ?? []).map((comment) => `${indent}  ${comment}`);
    return [`${indent}  - ${first.trimStart()}`, ...rest, ...below];
  });
  return [`${indent}${key}:`, ...lines];
}
