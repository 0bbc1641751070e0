import type { Diagnostic, FileDiagnostics, Location, SeverityCounts } from '../../interchange/diagnostics';
import { countOf } from '../../model/words';

/** `file:line:column`, from 1. */
function placeOf({ file, range }: Location): string {
  return `${file}:${range.start.line + 1}:${range.start.character + 1}`;
}

function linesOf(file: string, { range, severity, message, code, related }: Diagnostic): readonly string[] {
  return [
    `${placeOf({ file, range })}: ${severity}: ${message} [${code}]`,
    ...related.map((one) => `  ${placeOf(one)}: ${one.message}`),
  ];
}

/** Diagnostics of a file for people and for tools that read compilers' output: one line each, related places below. */
export function diagnosticLines({ file, diagnostics }: FileDiagnostics): readonly string[] {
  return diagnostics.flatMap((diagnostic) => linesOf(file, diagnostic));
}

/** `1 error, 2 warnings`; what there is none of is left out. */
export function countsLine({ error, warning, info, hint }: SeverityCounts, files: number): string {
  const counted = [
    { count: error, words: countOf(error, 'error') },
    { count: warning, words: countOf(warning, 'warning') },
    { count: info, words: countOf(info, 'note') },
    { count: hint, words: countOf(hint, 'hint') },
  ].filter(({ count }) => count > 0);
  const sum = counted.length === 0 ? 'Nothing found' : counted.map(({ words }) => words).join(', ');
  return `${sum} in ${countOf(files, 'file')}.`;
}
