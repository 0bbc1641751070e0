import type { ScenarioResult } from '../simulation';
import type { Diagnostic, Location } from './diagnostics';

/** A scenario that could not be run, and the first reason: it names what is not there, or asks for what is not simulated. */
export interface RefusedScenario extends Location {
  readonly name: string;
  readonly message: string;
}

/** What the scenarios of one file came to; `errors` where it could not be simulated, `refused` those that could not. */
export interface FileResult {
  readonly file: string;
  readonly scenarios: readonly ScenarioResult[];
  readonly errors?: readonly Diagnostic[];
  readonly refused?: readonly RefusedScenario[];
}

/** What `test --format json` prints (cli.md, Shapes). `passed` and `failed` count scenarios. */
export interface TestReport {
  readonly version: 1;
  readonly files: readonly FileResult[];
  readonly passed: number;
  readonly failed: number;
}

/** The report of several files. */
export function testReport(files: readonly FileResult[]): TestReport {
  const scenarios = files.flatMap((file) => file.scenarios);
  const passed = scenarios.filter((scenario) => scenario.passed).length;
  return { version: 1, files, passed, failed: scenarios.length - passed };
}
