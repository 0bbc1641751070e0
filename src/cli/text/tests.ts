import type { FileResult, TestReport } from '../../interchange/test-report';
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

function fileLines({ file, scenarios, errors = [] }: FileResult): readonly string[] {
  if (errors.length > 0) return [...diagnosticLines({ file, diagnostics: errors }), `${file}: not simulated.`];
  return scenarios.flatMap(scenarioLines);
}

/** A test report for people: a line for each scenario, below a failed one what did not hold; the last line counts. */
export function testText({ files, passed, failed }: TestReport): string {
  const sum = `${countOf(passed, 'scenario')} passed, ${failed} failed.`;
  return [...files.flatMap(fileLines), sum, ''].join('\n');
}
