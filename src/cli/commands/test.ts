import { locatorOf } from '../../interchange/diagnostics';
import { toJunit } from '../../interchange/junit';
import { testReport } from '../../interchange/test-report';
import type { FileResult, TestReport } from '../../interchange/test-report';
import { inputOfScenario, scenarioResult, simulate } from '../../simulation';
import { answer, json } from '../call';
import type { Outcome, TestCall } from '../call';
import { checkSource, errorsBeforeRun } from '../design';
import { readSource } from '../files';
import type { SourceFile } from '../files';
import { refuseProblems } from '../scenario';
import { testText } from '../text/tests';

function resultOf(source: SourceFile): FileResult {
  const checked = checkSource(source);
  const errors = errorsBeforeRun(checked);
  if (errors.length > 0) return { file: source.name, scenarios: [], errors };
  const { cluster, documents } = checked.design;
  const locate = locatorOf(documents);
  const scenarios = cluster.scenarios.all.map((scenario) => {
    const input = inputOfScenario(scenario);
    refuseProblems(cluster, input, source.name);
    return scenarioResult(simulate(cluster, input), locate);
  });
  return { file: source.name, scenarios };
}

const printers: Readonly<Record<TestCall['format'], (report: TestReport) => string>> = {
  text: testText,
  json,
  junit: toJunit,
};

/** `hacluster test`: runs every scenario of each file and judges its expectations. */
export function test({ files, format }: TestCall, stdin: Uint8Array): Outcome {
  const sources = files.map((file) => readSource(file, stdin));
  const report = testReport(sources.map(resultOf));
  const isFine = report.failed === 0 && report.files.every(({ errors }) => errors === undefined);
  return answer(printers[format](report), isFine);
}
