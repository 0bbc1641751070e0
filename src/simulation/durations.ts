import { millisecondsOf } from '../language/schema/units';
import type { NumberValue } from '../language/tree';

/** A duration as written in ms; undefined for a bare number or a unit that is none of time. */
export function durationOf({ value, unit }: NumberValue): number | undefined {
  const factor = unit === undefined ? undefined : millisecondsOf(unit);
  return factor === undefined ? undefined : Math.round(value * factor);
}
