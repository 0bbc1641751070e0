import type { BoundDeclaration } from '../../model/bind/declaration';
import type { Changed } from '../../model/changed';

/** Where declarations stand in a design. */
export interface Positions {
  of(bound: BoundDeclaration): number;
  /** Follows a change of the design, whose declarations are now `all`. */
  update(all: readonly BoundDeclaration[], changed: Changed<BoundDeclaration>): void;
}

/** The positions in a design without declarations. */
export function createPositions(): Positions {
  let numbers = new Map<BoundDeclaration, number>();
  return {
    of: (bound) => numbers.get(bound) ?? 0,
    update: (all, { start, old, fresh }) => {
      if (old.length !== fresh.length) {
        numbers = new Map(all.map((bound, index) => [bound, index]));
        return;
      }
      for (const bound of old) numbers.delete(bound);
      fresh.forEach((bound, index) => numbers.set(bound, start + index));
    },
  };
}
