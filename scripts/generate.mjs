// npm run generate: writes the files that are made from the schema and the rules. A test fails when one of them is stale.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inProject, root } from './lib/project.mjs';
import { runMain } from './lib/run.mjs';

const sources = `
export { generatedFiles } from './src/language/reference/generated';
export { pages } from './src/checks/pages/pages';
export { analysisPages } from './src/analysis/rules/pages';
export { rulePages } from './src/checks/pages/markdown';
`;

await runMain(async () => {
  const outfile = inProject('out/generate/generated.mjs');
  await build({
    stdin: { contents: sources, resolveDir: root, loader: 'ts' },
    outfile,
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'warning',
  });
  const { analysisPages, generatedFiles, pages, rulePages } = await import(pathToFileURL(outfile).href);
  for (const { path, text } of [...generatedFiles(), ...rulePages([...pages, ...analysisPages])]) {
    mkdirSync(dirname(inProject(path)), { recursive: true });
    writeFileSync(inProject(path), text);
    console.log(path);
  }
});
