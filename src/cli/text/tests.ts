import type { FileResult, RefusedScenario, TestReport } from '../../interchange/test-report';
import { countOf } from '../../model/words';
import type { JudgedExpectation, ScenarioResult } from '../../simulation';
import { diagnosticLines } from './diagnostics';

function failureLine({ file, range, text, detail }: JudgedExpectation): string {
  return `  ${file}:${range.start.line + 1}:${range.start.character + 1}: expected ${text}: ${detail}`;
}

function scenarioLines({ name, passed, expectations }: ScenarioResult): readonly string[] {
  const failed = expectations.filter((expectation) => !expectation.passed);
  return [`${passed ? 'passed' : 'FAILED'}: ${name}`, ...failed.map(failureLine)];
}

function refusedLines({ name, file, range, message }: RefusedScenario): readonly string[] {
  return [`NOT RUN: ${name}`, `  ${file}:${range.start.line + 1}:${range.start.character + 1}: ${message}`];
}

function fileLines({ file, scenarios, errors = [], refused = [] }: FileResult): readonly string[] {
  if (errors.length > 0) return [...diagnosticLines({ file, diagnostics: errors }), `${file}: not simulated.`];
  return [...scenarios.flatMap(scenarioLines), ...refused.flatMap(refusedLines)];
}

/** A test report for people: a line for each scenario, below a failed one what did not hold; the last line counts. */
export function testText({ files, passed, failed }: TestReport): string {
  const refused = files.reduce((sum, file) => sum + (file.refused?.length ?? 0), 0);
  const sum = `${countOf(passed, 'scenario')} passed, ${failed} failed${refused > 0 ? `, ${refused} not run` : ''}.`;
  return [...files.flatMap(fileLines), sum, ''].join('\n');
}
