// node scripts/notices.mjs [--check]: writes THIRD-PARTY-NOTICES.md, the licences of every package that is part of a bundle.
// --check compares instead, and ends with 1 where the file is stale.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { bundles } from './lib/bundles.mjs';
import { inProject, root } from './lib/project.mjs';
import { runMain } from './lib/run.mjs';

const target = inProject('THIRD-PARTY-NOTICES.md');

/** Folders of the packages that the bundles take code from, relative to the project. */
async function bundledPackages() {
  const found = new Set();
  for (const bundle of bundles) {
    const { metafile } = await build({
      ...bundle,
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'error',
    });
    for (const input of Object.keys(metafile.inputs)) {
      const match = /^(?:.*:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (match) found.add(match[1]);
    }
  }
  return [...found].sort((a, b) => packageName(a).localeCompare(packageName(b)));
}

function packageName(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** The licence text that lies in a package, or a sentence that there is none. */
function licenceText(folder) {
  const file = readdirSync(inProject(folder)).find((name) => /^licen[cs]e/i.test(name));
  return file ? readFileSync(inProject(folder, file), 'utf8').trim() : 'The package comes without a licence text.';
}

function notice(folder) {
  const { name, version, license, homepage, repository } = JSON.parse(
    readFileSync(inProject(path.join(folder, 'package.json')), 'utf8'),
  );
  const origin = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const text = licenceText(folder).replaceAll('\r\n', '\n');
  return `## ${name} ${version}\n\nLicence: ${license ?? 'see below'}${origin ? `. Origin: ${origin}` : ''}\n\n\`\`\`\n${text}\n\`\`\`\n`;
}

await runMain(async () => {
  const { values: flags } = parseArgs({ options: { check: { type: 'boolean' } } });
  const seen = new Set();
  const notices = (await bundledPackages()).map(notice).filter((one) => !seen.has(one) && seen.add(one));
  const text = [
    '# Third-party notices\n',
    'The extension and the command line contain code of these packages, unchanged. This file is written by `npm run notices`.\n',
    ...notices,
  ].join('\n');
  if (flags.check !== true) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('THIRD-PARTY-NOTICES.md is stale: run `npm run notices`.');
    process.exitCode = 1;
  }
});
