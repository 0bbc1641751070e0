// The suites that need no editor: Vitest, with its own output and then one line of counts.
import { readFileSync } from 'node:fs';
import { countsLine } from './lib/counts.mjs';
import { inProject } from './lib/project.mjs';
import { packageProgram, runMain, runToEnd } from './lib/run.mjs';

await runMain(() => {
  const report = inProject('out/unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  process.exitCode = runToEnd(process.execPath, [packageProgram('vitest', 'vitest.mjs'), 'run', ...reporters]);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const unloadable = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  console.log(countsLine({ passed: numPassedTests, failed: numFailedTests + unloadable.length }));
});
