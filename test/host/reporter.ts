import Mocha from 'mocha';

/** What tells the suite's lines from the many others that an extension host writes. */
const mark = '[host] ';

const write = (text: string): void => {
  for (const line of text.split('\n')) Mocha.reporters.Base.consoleLog(mark + line);
};

/** Names every test with its result, the failures' stacks with them, and counts in the form the test run adds up. */
export class MarkedLines extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_RUN_END } = Mocha.Runner.constants;
    let passed = 0;
    let failed = 0;
    runner.on(EVENT_TEST_PASS, (test: Mocha.Test) => {
      passed += 1;
      write(`✓ ${test.fullTitle()} (${String(test.duration)} ms)`);
    });
    runner.on(EVENT_TEST_FAIL, (test: Mocha.Test, error: Error) => {
      failed += 1;
      write(`✗ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on(EVENT_TEST_PENDING, (test: Mocha.Test) => {
      write(`- ${test.fullTitle()} (skipped)`);
    });
    runner.once(EVENT_RUN_END, () => {
      write(`${String(passed)} passed, ${String(failed)} failed`);
    });
  }
}
