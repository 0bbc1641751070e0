import { create } from 'xmlbuilder2';
import type { ScenarioResult } from '../simulation';
import type { FileResult, RefusedScenario, TestReport } from './test-report';

/** Milliseconds in the second that JUnit counts in. */
const second = 1000;

interface Problem {
  readonly message: string;
  readonly type: string;
}

/** One `testcase`: a scenario, or the design itself where it could not be simulated. */
interface TestCase {
  readonly name: string;
  readonly time: number;
  readonly failures: readonly Problem[];
  readonly errors: readonly Problem[];
}

function caseOf({ name, duration_ms, expectations }: ScenarioResult): TestCase {
  const failures = expectations
    .filter(({ passed }) => !passed)
    .map(({ text, detail }) => ({ message: `expect ${text}: ${detail}`, type: 'expectation' }));
  return { name, time: duration_ms / second, failures, errors: [] };
}

function refusedCaseOf({ name, message, range }: RefusedScenario): TestCase {
  const problem = { message: `line ${range.start.line + 1}: ${message}`, type: 'refused' };
  return { name, time: 0, failures: [], errors: [problem] };
}

function casesOf({ scenarios, errors = [], refused = [] }: FileResult): readonly TestCase[] {
  const cases = [...scenarios.map(caseOf), ...refused.map(refusedCaseOf)];
  if (errors.length === 0) return cases;
  const problems = errors.map(({ code, message, range }) => ({
    message: `line ${range.start.line + 1}: ${message}`,
    type: code,
  }));
  return [{ name: 'the design can be simulated', time: 0, failures: [], errors: problems }, ...cases];
}

function totals(cases: readonly TestCase[]): object {
  return {
    tests: cases.length,
    failures: cases.filter(({ failures }) => failures.length > 0).length,
    errors: cases.filter(({ errors }) => errors.length > 0).length,
    time: cases.reduce((sum, { time }) => sum + time, 0),
  };
}

/** A test report as JUnit XML, as CI systems read it: a suite for each file, a case for each scenario. Times are simulated, in s. */
export function toJunit(report: TestReport): string {
  const suites = report.files.map((file) => ({ name: file.file, cases: casesOf(file) }));
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' });
  const root = document.ele('testsuites', { name: 'hacluster', ...totals(suites.flatMap(({ cases }) => cases)) });
  for (const { name, cases } of suites) {
    const suite = root.ele('testsuite', { name, ...totals(cases) });
    for (const { name: scenario, time, failures, errors } of cases) {
      const element = suite.ele('testcase', { classname: name, name: scenario, time });
      for (const failure of failures) element.ele('failure', { ...failure });
      for (const error of errors) element.ele('error', { ...error });
    }
  }
  return `${document.end({ prettyPrint: true })}\n`;
}
