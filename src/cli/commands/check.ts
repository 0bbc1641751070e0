import { checkReport } from '../../interchange/diagnostics';
import type { CheckReport } from '../../interchange/diagnostics';
import { toSarif } from '../../interchange/sarif';
import { answer, json } from '../call';
import type { CheckCall, Outcome } from '../call';
import { checkSource } from '../design';
import { readSource } from '../files';
import { countsLine, diagnosticLines } from '../text/diagnostics';
import { version } from '../version';

function textOf({ files, counts }: CheckReport): string {
  return [...files.flatMap(diagnosticLines), countsLine(counts, files.length), ''].join('\n');
}

function print(report: CheckReport, format: CheckCall['format']): string {
  if (format === 'text') return textOf(report);
  return json(format === 'json' ? report : toSarif(report, version));
}

/** `hacluster check`: all findings of each file. */
export function check({ files, format, maxWarnings }: CheckCall, stdin: Uint8Array): Outcome {
  const sources = files.map((file) => readSource(file, stdin));
  const report = checkReport(sources.flatMap((source) => checkSource(source).files));
  const tooMany = maxWarnings !== undefined && report.counts.warning > maxWarnings;
  return answer(print(report, format), report.counts.error === 0 && !tooMany);
}
