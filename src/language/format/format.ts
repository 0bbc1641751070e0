import type { Declaration } from '../declaration';
import type { Document } from '../document';
import { lineUp } from './columns';
import { layOut } from './layout';
import type { Layout } from './layout';
import type { Line } from './line';
import { saysTheSame } from './meaning';

const byteOrderMark = '\uFEFF';

/** The line break of a document: that of the first line with something on it. */
function lineBreakOf(document: Document): string {
  for (const { text } of document.declarations) {
    const line = /\S[^\n]*\n/.exec(text)?.[0];
    if (line !== undefined) return line.endsWith('\r\n') ? '\r\n' : '\n';
  }
  return '\n';
}

function write(lines: readonly Line[], lineBreak: string): string {
  return lines
    .map(({ indent, blankBefore, text }) => `${blankBefore ? lineBreak : ''}${' '.repeat(indent)}${text}${lineBreak}`)
    .join('');
}

/** The layout of a declaration; undefined where it is left as it is: it cannot be read, or would come to say something else. */
function layoutOf(declaration: Declaration): Layout | undefined {
  if (declaration.problems.length > 0) return undefined;
  const layout = layOut(declaration);
  const plain = layout.lines.map((line) => ({ ...line, text: line.text + (line.comment ? `  ${line.comment}` : '') }));
  return saysTheSame(declaration, write(plain, '\n')) ? layout : undefined;
}

/** The canonical text of each declaration, in order. */
export function formatDeclarations(document: Document): readonly string[] {
  const lineBreak = lineBreakOf(document);
  const layouts = document.declarations.map(layoutOf);
  const texts: string[] = [];
  let run: Layout[] = [];
  const endRun = (isLast: boolean): void => {
    texts.push(...writeRun(run, lineBreak, isLast));
    run = [];
  };
  for (const [index, layout] of layouts.entries()) {
    if (layout) run.push(layout);
    else {
      endRun(false);
      texts.push(document.declarations[index]?.text ?? '');
    }
  }
  endRun(true);
  const [first = '', ...others] = texts;
  const marked = document.declarations[0]?.text.startsWith(byteOrderMark) === true && layouts[0] !== undefined;
  return [marked ? byteOrderMark + first : first, ...others];
}

/** The texts of neighbouring declarations; columns go across them. A blank line at the end of the file is dropped. */
function writeRun(run: readonly Layout[], lineBreak: string, isLast: boolean): readonly string[] {
  const lines = run.flatMap((layout, index) => {
    const blank = run[index - 1]?.blankAfter === true;
    return layout.lines.map((line, at) => (at === 0 && blank ? { ...line, blankBefore: true } : line));
  });
  const linedUp = lineUp(lines);
  let from = 0;
  return run.map((layout, index) => {
    const to = from + layout.lines.length;
    const own = linedUp.slice(from, to).map((line, at) => (at === 0 ? { ...line, blankBefore: false } : line));
    from = to;
    const blank = layout.blankAfter && layout.lines.length > 0 && !(isLast && index === run.length - 1);
    return write(own, lineBreak) + (blank ? lineBreak : '');
  });
}

/**
 * The canonical text of a document: two spaces of indentation, one item a line, a block on one line where it was written so,
 * holds no statements and fits; at most one blank line, none after `{` or before `}`; values go on over lines where they
 * were written so; units in their own case; `;` dropped; columns lined up (see `lineUp`). Only white space changes besides:
 * comments stay at the line or line end they had. Line breaks are that of the first line, a byte order mark stays.
 * A declaration that cannot be read is left as it is. Formatting twice gives the same as formatting once.
 */
export function format(document: Document): string {
  return formatDeclarations(document).join('');
}
