import type { Item, Value } from '../../language/tree';

/** Every item of a tree, outer ones first. */
export function* itemsOf(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item;
    if (item.kind === 'block') yield* itemsOf(item.items);
  }
}

/** A value and the values in it, outer ones first. */
export function* valuesOf(value: Value | undefined): Generator<Value> {
  if (!value) return;
  yield value;
  const inside = value.kind === 'list' ? value.items : 'operands' in value ? value.operands : [];
  for (const one of inside) yield* valuesOf(one);
}
