/** One figure of the benchmark. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | 'B' | '1/s';
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/** The value at a share (0 to 1) of the ordered values. */
function quantile(ordered: readonly number[], share: number): number {
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? Number.NaN;
}

/** Figures from measured values. */
export function figureOf(name: string, unit: Figure['unit'], values: readonly number[]): Figure {
  const ordered = [...values].sort((a, b) => a - b);
  return { name, unit, median: quantile(ordered, 0.5), p95: quantile(ordered, 0.95), runs: values.length };
}

/** Times `runs` calls, each with its number, after `warmups` calls that do not count. */
export async function time(name: string, runs: number, call: (run: number) => unknown, warmups = 0): Promise<Figure> {
  const values: number[] = [];
  for (let run = -warmups; run < runs; run += 1) {
    const start = performance.now();
    await call(run);
    if (run >= 0) values.push(performance.now() - start);
  }
  return figureOf(name, 'ms', values);
}

/** Processor time of a call in ms, which other work on the machine does not count towards, and what the call gave. */
export function processorTime<T>(call: () => T): { readonly ms: number; readonly result: T } {
  const start = process.cpuUsage();
  const result = call();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, result };
}

/** The figures as a table for people. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((one) => [one.name, one.median.toFixed(2), one.p95.toFixed(2), one.unit, String(one.runs)]);
  const all = [['', 'median', '95 %', 'unit', 'runs'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
