import { locatorOf } from '../../interchange/diagnostics';
import { toJunit } from '../../interchange/junit';
import { testReport } from '../../interchange/test-report';
import type { FileResult, RefusedScenario, TestReport } from '../../interchange/test-report';
import { inputOfScenario, problemsOfInput, scenarioResult, simulate } from '../../simulation';
import type { ScenarioResult } from '../../simulation';
import { answer, json, refusal } from '../call';
import type { Outcome, TestCall } from '../call';
import { checkSource, errorsBeforeRun } from '../design';
import { readSource } from '../files';
import type { SourceFile } from '../files';
import { testText } from '../text/tests';

function resultOf(source: SourceFile): FileResult {
  const checked = checkSource(source);
  const errors = errorsBeforeRun(checked);
  if (errors.length > 0) return { file: source.name, scenarios: [], errors };
  const { cluster, documents } = checked.design;
  const locate = locatorOf(documents);
  const scenarios: ScenarioResult[] = [];
  const refused: RefusedScenario[] = [];
  for (const scenario of cluster.scenarios.all) {
    const input = inputOfScenario(scenario);
    const [problem] = problemsOfInput(cluster, input);
    if (problem) {
      const place = problem.place ?? { declaration: scenario.declaration, span: scenario.block.header };
      refused.push({ name: scenario.name, message: problem.message, ...locate(place) });
    } else scenarios.push(scenarioResult(simulate(cluster, input), locate));
  }
  return { file: source.name, scenarios, ...(refused.length > 0 && { refused }) };
}

const printers: Readonly<Record<TestCall['format'], (report: TestReport) => string>> = {
  text: testText,
  json,
  junit: toJunit,
};

/** One line for all scenarios that could not be run. */
function sayRefused(refused: readonly RefusedScenario[]): string {
  const all = refused.map(({ name, file, message }) => `scenario '${name}' in ${file} cannot be simulated: ${message}`);
  return all.join(' ');
}

/**
 * `hacluster test`: runs every scenario of each file and judges its expectations. One that cannot be run is named and the others
 * go on; the call then ends as one that cannot be used (cli.md, Settled readings).
 */
export function test({ files, format }: TestCall, stdin: Uint8Array): Outcome {
  const sources = files.map((file) => readSource(file, stdin));
  const report = testReport(sources.map(resultOf));
  const isFine = report.failed === 0 && report.files.every(({ errors }) => errors === undefined);
  const told = answer(printers[format](report), isFine);
  const refused = report.files.flatMap((file) => file.refused ?? []);
  return refused.length === 0 ? told : { ...refusal(sayRefused(refused)), stdout: told.stdout };
}
