import { timings } from './timings';

const units = [
  { ms: timings.day, unit: 'd' },
  { ms: timings.hour, unit: 'h' },
  { ms: 60_000, unit: 'min' },
] as const;

/** A duration in ms as people say it: `5 s`, `26.5 s`, `1 h 30 min`, `0 s`. */
export function sayDuration(ms: number): string {
  const parts: string[] = [];
  let rest = ms;
  for (const { ms: size, unit } of units) {
    const whole = Math.floor(rest / size);
    if (whole > 0) parts.push(`${whole} ${unit}`);
    rest -= whole * size;
  }
  if (rest > 0 || parts.length === 0) parts.push(`${rest / 1000} s`);
  return parts.join(' ');
}

/** A state word as it stands in a sentence: `online pending`. */
export function sayState(state: string): string {
  return state.replaceAll('_', ' ');
}
