import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownCodes, pageFile } from '../../src/checks/pages/markdown';

const root = path.resolve(__dirname, '../..');
const vsce = path.join(path.dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json')), 'vsce');

/** Parts of package.json that npm reads and the extension's package does not need. */
const forNpm = new Set(['scripts', 'dependencies', 'devDependencies', 'files', 'bin']);

/** A value that is a path: folders and a name with an ending that the package has files of. */
const filePath = /^(?:\.\/)?[\w.-]+(?:\/[\w.-]+)*\.(?:js|json|css|svg|png|md|woff2?)$/;

/** Every path that a value holds, however deep, without "./". */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return filePath.test(value) ? [path.posix.normalize(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pathsIn);
}

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
const named = Object.entries(manifest).flatMap(([key, value]) => (forNpm.has(key) ? [] : pathsIn(value)));
const packed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((line) => line !== '');

describe('the VSIX', () => {
  it('holds what package.json names, and package.json names the extension itself', () => {
    expect(named).toEqual(expect.arrayContaining(['dist/extension.js', 'dist/web/extension.js']));
    expect(named.filter((file) => !packed.includes(file))).toEqual([]);
  });

  it.each([
    'dist/server.js',
    'dist/web/server.js',
    'dist/layout-worker.js',
    'dist/late-worker.js',
    'dist/elk.js',
    'dist/webview/panel.js',
  ])('holds %s, which the extension loads by itself', (file) => {
    expect(packed).toContain(file);
  });

  it.each(['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES.md'])('holds %s', (file) => {
    expect(packed).toContain(file);
  });

  it('holds the page of every code, which the editor links to', () => {
    const wanted = knownCodes.map(({ code }) => `docs/rules/${pageFile(code)}`);
    expect(wanted.filter((file) => !packed.includes(file))).toEqual([]);
  });

  it('holds nothing that is only there for developing', () => {
    const forDeveloping =
      /^(?:src|webview|test|scripts|config|docs\/(?!rules\/)|bench|out|node_modules|\.)|\.(?:ts|map|mjs|vsix)$/;
    expect(packed.filter((file) => forDeveloping.test(file))).toEqual([]);
  });

  it('holds files that are there', () => {
    expect(packed.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});
