// Packing the extension: what goes in is named in .vscodeignore.
import { PlainError } from './plain-error.mjs';
import { packageProgram, runQuietly } from './run.mjs';

/**
 * Packs what stands in dist/ and the folders of text and pictures. Everything is bundled, so no npm package goes along.
 * @param {string} file the VSIX to write, absolute
 */
export function writeVsix(file) {
  const vsce = packageProgram('@vscode/vsce', 'vsce');
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const { code, output } = runQuietly(process.execPath, [vsce, ...args, '--out', file]);
  if (code !== 0) throw new PlainError(`vsce could not pack the extension (exit code ${code}):\n${output}`);
}
