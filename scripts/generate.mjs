// npm run generate: writes the files that are made from the schema. A test fails when one of them is stale.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inProject, root } from './lib/project.mjs';
import { runMain } from './lib/run.mjs';

await runMain(async () => {
  const outfile = inProject('out/generate/generated.mjs');
  await build({
    entryPoints: ['src/language/reference/generated.ts'],
    outfile,
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'warning',
  });
  const { generatedFiles } = await import(pathToFileURL(outfile).href);
  for (const { path, text } of generatedFiles()) {
    writeFileSync(inProject(path), text);
    console.log(path);
  }
});
