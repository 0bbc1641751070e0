import type { Line, Row } from './line';
import { widest } from './structure';

/** Runs of neighbouring lines: `starts` says whether a line can be in one, `joins` whether it goes on with the one before. */
function runsOf(
  lines: readonly Line[],
  belongs: (line: Line) => boolean,
  joins: (before: Line, line: Line) => boolean,
): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.continues && !belongs(line)) continue;
    const last = lines[run.at(-1) ?? -1];
    if (!belongs(line) || (last && !(joins(last, line) && !line.blankBefore))) run = [];
    if (!belongs(line)) continue;
    if (run.length === 0) runs.push(run);
    run.push(index);
  }
  return runs;
}

/** The lines with `change` applied to those of each run. */
function changeRuns(
  lines: readonly Line[],
  runs: readonly (readonly number[])[],
  change: (run: readonly Line[]) => readonly Line[],
): readonly Line[] {
  const result = [...lines];
  for (const run of runs) {
    const changed = change(run.flatMap((index) => lines[index] ?? []));
    for (const [at, index] of run.entries()) {
      const line = changed[at];
      if (line) result[index] = line;
    }
  }
  return result;
}

function alignEquals(run: readonly Line[]): readonly Line[] {
  const column = Math.max(...run.map((line) => line.equalsAt ?? 0));
  return run.map((line) => {
    const at = line.equalsAt ?? 0;
    return { ...line, text: line.text.slice(0, at).padEnd(column) + line.text.slice(at) };
  });
}

/** Whether two rows name the same things in their first `count` cells. */
function sameCells(a: Row, b: Row, count: number): boolean {
  return Array.from({ length: count }, (_, at) => at).every(
    (at) => a.cells[at] !== undefined && a.cells[at].name === b.cells[at]?.name,
  );
}

/** The width of a cell that another one follows: the widest of those neighbours that go on the same way. */
function cellWidth(rows: readonly Row[], row: number, cell: number): number {
  const here = rows[row];
  if (!here) return 0;
  let width = here.cells[cell]?.text.length ?? 0;
  for (const direction of [-1, 1]) {
    for (let at = row + direction; ; at += direction) {
      const other = rows[at];
      if (!other || !sameCells(here, other, cell + 2)) break;
      width = Math.max(width, other.cells[cell]?.text.length ?? 0);
    }
  }
  return width;
}

function alignRows(run: readonly Line[]): readonly Line[] {
  const rows = run.flatMap((line) => line.row ?? []);
  const column = Math.max(...rows.map((row) => row.head.length));
  const aligned = run.map((line, index): Line => {
    const row = rows[index];
    if (!row) return line;
    const cells = row.cells.map((cell, at) =>
      at + 1 < row.cells.length ? cell.text.padEnd(cellWidth(rows, index, at)) : cell.text,
    );
    const inside = cells.length === 0 ? '' : `${cells.join('  ')} `;
    return { ...line, text: `${row.head.padEnd(column)} { ${inside}}` };
  });
  return aligned.every((line) => line.indent + line.text.length <= widest) ? aligned : run;
}

const betweenTextAndComment = 2;

function alignComments(run: readonly Line[]): readonly Line[] {
  const widths = run.map((line) => line.indent + line.text.length);
  const column = Math.max(...widths);
  const fits = run.every((line) => column + betweenTextAndComment + (line.comment?.length ?? 0) <= widest);
  return run.map((line) => {
    const width = fits ? column - line.indent : line.text.length;
    return { ...line, text: `${line.text.padEnd(width + betweenTextAndComment)}${line.comment ?? ''}` };
  });
}

/**
 * Lines up columns, so that they follow from what is written and not from how it was spaced:
 * `=` in a run of attribute lines (a blank line, a comment line or a block ends it); neighbouring one-line blocks of a
 * kind as a table, as far as they name the same attributes in the same order and every row stays narrow enough;
 * comments at the ends of neighbouring lines.
 */
export function lineUp(lines: readonly Line[]): readonly Line[] {
  const isSingle = ({ text }: Line): boolean => !/[\r\n]/.test(text);
  const sameIndent = (before: Line, line: Line): boolean =>
    before.indent === line.indent && isSingle(before) && isSingle(line);
  const attributes = runsOf(lines, (line) => line.equalsAt !== undefined, sameIndent);
  const withEquals = changeRuns(lines, attributes, alignEquals);
  const tables = runsOf(
    withEquals,
    (line) => line.row !== undefined,
    (before, line) => sameIndent(before, line) && before.row?.family === line.row?.family,
  );
  const withTables = changeRuns(withEquals, tables, alignRows);
  const comments = runsOf(withTables, (line) => line.comment !== undefined, sameIndent);
  return changeRuns(withTables, comments, alignComments);
}
