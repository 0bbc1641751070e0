// Type-checks everything, then the pure rooms once more without Node and DOM types: what they use of either is an error there.
import { packageProgram, runMain, runToEnd } from './lib/run.mjs';

await runMain(() => {
  const tsc = packageProgram('typescript', 'bin/tsc');
  const codes = ['tsconfig.json', 'tsconfig.core.json'].map((project) =>
    runToEnd(process.execPath, [tsc, '-p', project]),
  );
  process.exitCode = Math.max(...codes);
});
