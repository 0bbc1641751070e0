/** Units of sizes in bytes: powers of 1024, as in PowerShell (language.md, principle 3). Largest first. */
export const sizeUnits = { TB: 1024 ** 4, GB: 1024 ** 3, MB: 1024 ** 2, KB: 1024 } as const;

/** Units of durations in ms. Largest first. */
export const durationUnits = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

function factorOf(units: Readonly<Record<string, number>>, unit: string): number | undefined {
  const name = Object.keys(units).find((one) => one.toLowerCase() === unit.toLowerCase());
  return name === undefined ? undefined : units[name];
}

/** Bytes of one `unit`, its case ignored; undefined for a word that is no unit of size. */
export function bytesOf(unit: string): number | undefined {
  return factorOf(sizeUnits, unit);
}

/** Milliseconds of one `unit`, its case ignored; undefined for a word that is no unit of time. */
export function millisecondsOf(unit: string): number | undefined {
  return factorOf(durationUnits, unit);
}

function write(units: Readonly<Record<string, number>>, value: number, smallest: string): string {
  for (const [unit, factor] of Object.entries(units)) {
    if (value !== 0 && value % factor === 0) return `${String(value / factor)}${unit}`;
  }
  return `${String(value)}${smallest}`;
}

/** A size as the language writes it, in the largest unit that needs no fraction: `32GB`. `bytes` below 1 KB are rounded up. */
export function writeSize(bytes: number): string {
  return bytes % 1024 === 0 ? write(sizeUnits, bytes, 'KB') : `${String(Math.ceil(bytes / 1024))}KB`;
}

/** A duration as the language writes it, in the largest unit that needs no fraction: `90s`, `6h`. */
export function writeDuration(ms: number): string {
  return ms === 0 ? '0s' : write(durationUnits, ms, 'ms');
}
