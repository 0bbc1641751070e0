import { finished, lateFindings } from '../../analysis';
import { checkReport, diagnosticsOf } from '../../interchange/diagnostics';
import type { CheckReport, FileDiagnostics } from '../../interchange/diagnostics';
import { toSarif } from '../../interchange/sarif';
import { answer, json } from '../call';
import type { CheckCall, Outcome } from '../call';
import { checkSource } from '../design';
import type { CheckedDesign } from '../design';
import { readSource } from '../files';
import { sarifRules } from '../sarif-rules';
import { countsLine, diagnosticLines } from '../text/diagnostics';
import { version } from '../version';

function textOf({ files, counts }: CheckReport): string {
  return [...files.flatMap(diagnosticLines), countsLine(counts, files.length), ''].join('\n');
}

function print(report: CheckReport, format: CheckCall['format']): string {
  if (format === 'text') return textOf(report);
  return json(format === 'json' ? report : toSarif(report, version, sarifRules()));
}

/** What is found in each file, with the findings that take runs of the simulation. */
function withLateFindings({ design, findings, files }: CheckedDesign): readonly FileDiagnostics[] {
  const late = finished(lateFindings(design, findings));
  return late.length === 0 ? files : diagnosticsOf(design.documents, [...findings, ...late]);
}

/** `hacluster check`: all findings of each file. */
export function check({ files, format, maxWarnings }: CheckCall, stdin: Uint8Array): Outcome {
  const sources = files.map((file) => readSource(file, stdin));
  const report = checkReport(sources.flatMap((source) => withLateFindings(checkSource(source))));
  const tooMany = maxWarnings !== undefined && report.counts.warning > maxWarnings;
  return answer(print(report, format), report.counts.error === 0 && !tooMany);
}
