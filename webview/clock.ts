const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const;

/** Simulated time for reading: `10.0 s`, `1 min 31.5 s`, `1 h 0 min 20.0 s`. `ms` is not negative. */
export function clock(ms: number): string {
  const parts: string[] = [];
  let rest = ms;
  for (const [unit, length] of units) {
    const whole = Math.floor(rest / length);
    rest -= whole * length;
    if (whole > 0 || parts.length > 0) parts.push(`${whole} ${unit}`);
  }
  parts.push(ms === 0 ? '0 s' : `${(rest / 1000).toFixed(1)} s`);
  return parts.join(' ');
}
