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

function widestOf(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}

function alignEquals(run: readonly Line[]): readonly Line[] {
  const column = widestOf(run.map((line) => line.equalsAt ?? 0));
  return run.map((line) => {
    const at = line.equalsAt ?? 0;
    return { ...line, text: line.text.slice(0, at).padEnd(column) + line.text.slice(at) };
  });
}

/** How many cells two rows begin with that have the same names. */
function sharedCells(a: Row, b: Row): number {
  const different = a.cells.findIndex((cell, at) => cell.name !== b.cells[at]?.name);
  return different < 0 ? a.cells.length : different;
}

/** The cells of each row, those that others follow filled up to the widest of the neighbours that go on the same way. */
function filledCells(rows: readonly Row[]): readonly (readonly string[])[] {
  const filled = rows.map((row) => row.cells.map(({ text }) => text));
  const shared = rows.map((row, index) => {
    const before = rows[index - 1];
    return before ? sharedCells(before, row) : 0;
  });
  const fill = (from: number, to: number, cell: number): void => {
    const width = widestOf(rows.slice(from, to).map(({ cells }) => cells[cell]?.text.length ?? 0));
    for (const cells of filled.slice(from, to)) {
      if (cell + 1 < cells.length) cells[cell] = cells[cell]?.padEnd(width) ?? '';
    }
  };
  const mostCells = widestOf(rows.map(({ cells }) => cells.length));
  for (let cell = 0; cell + 1 < mostCells; cell += 1) {
    let from = 0;
    for (let row = 1; row <= rows.length; row += 1) {
      // The cell and the one behind it have to be the same.
      if ((shared[row] ?? 0) >= cell + 2) continue;
      fill(from, row, cell);
      from = row;
    }
  }
  return filled;
}

function alignRows(run: readonly Line[]): readonly Line[] {
  const rows = run.flatMap((line) => line.row ?? []);
  const column = widestOf(rows.map((row) => row.head.length));
  const filled = filledCells(rows);
  const aligned = run.map((line, index): Line => {
    const cells = filled[index] ?? [];
    const inside = cells.length === 0 ? '' : `${cells.join('  ')} `;
    return { ...line, text: `${(rows[index]?.head ?? '').padEnd(column)} { ${inside}}` };
  });
  return aligned.every((line) => line.indent + line.text.length <= widest) ? aligned : run;
}

const betweenTextAndComment = 2;

function alignComments(run: readonly Line[]): readonly Line[] {
  const widths = run.map((line) => line.indent + line.text.length);
  const column = widestOf(widths);
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
