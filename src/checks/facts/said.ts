import type { BoundDeclaration } from '../../model/bind/declaration';
import type { Checked } from '../rule';

/** What one declaration says of others, by the key under which those ask for it. */
export type Said<T> = (bound: BoundDeclaration, design: Checked) => readonly (readonly [string, T])[];

/** One step of a table of facts: a row for each fact that the step knows how to find. */
export type FactTable<Facts> = { readonly [F in keyof Facts]?: Said<Facts[F]> };

/** The key of facts that are not about one name. */
export const anyKey = '';

/** Values said under no name. */
export function all<T>(values: readonly T[]): readonly (readonly [string, T])[] {
  return values.map((value) => [anyKey, value]);
}
