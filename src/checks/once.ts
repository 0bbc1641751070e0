import type { Declaration } from '../language/declaration';
import type { Place } from '../language/finding';

/** A filter that lets each place through once: values that stand in `defaults` are met by every block that takes them. */
export function oncePerPlace(): (place: Place) => boolean {
  const seen = new Map<Declaration, Set<number>>();
  return ({ declaration, span }) => {
    const starts = seen.get(declaration) ?? new Set();
    seen.set(declaration, starts);
    if (starts.has(span.start)) return false;
    starts.add(span.start);
    return true;
  };
}
