import type { Document } from '../../src/language/document';
import type { Item, Value } from '../../src/language/tree';

/** What a value says, without its places. */
export function outlineOfValue(value: Value | undefined): unknown {
  if (!value) return null;
  switch (value.kind) {
    case 'list':
      return value.items.map(outlineOfValue);
    case 'and':
    case 'or':
      return {
        [value.kind]: value.operands.map(outlineOfValue),
        ...(value.parenthesized ? { parenthesized: true } : {}),
      };
    case 'number':
      return { number: value.value, unit: value.unit ?? null };
    default:
      return value.kind === 'string' ? { text: value.text } : value.text;
  }
}

/** What an item says, without its places. */
export function outlineOf(item: Item): unknown {
  switch (item.kind) {
    case 'attribute':
      return [item.name.text, ...(item.key ? [item.key.text] : []), outlineOfValue(item.value)];
    case 'block':
      return { [item.keyword.text]: item.label?.text ?? null, items: item.items.map(outlineOf) };
    case 'at':
      return { at: item.time?.text ?? null, action: item.action && withoutPlaces(item.action) };
    case 'expect':
      return { expect: withoutPlaces(item.term), time: withoutPlaces(item.time) };
  }
}

function withoutPlaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (key, inner: unknown) => (key === 'span' ? undefined : inner)));
}

/** What a document says, without places: equal for two texts that mean the same. */
export function outlineOfDocument(document: Document): unknown {
  return document.declarations.flatMap((declaration) => declaration.blocks.map(outlineOf));
}
