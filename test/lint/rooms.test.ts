import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { importProblem, pureRules, roomsPlugin } from '../../scripts/lib/rooms-rule.mjs';

describe('the import table', () => {
  it.each([
    // importing file                     imported                              type   what is said
    ['src/language/parser/parse.ts', '../tree', false, undefined],
    ['src/language/tree.ts', '../model/cluster', false, 'src/language may not import src/model.'],
    ['src/language/tree.ts', '../model/cluster', true, 'src/language may not import src/model.'],
    ['src/language/tree.ts', 'elkjs', false, 'src/language may not import the package "elkjs".'],
    ['src/language/tree.ts', 'node:fs', false, 'src/language may not import the package "node:fs".'],
    ['src/language/tree.ts', 'fs', false, 'src/language may not import the package "fs".'],
    [
      'src/language/tree.ts',
      '../../package.json',
      false,
      'src/language may not import "package.json", which is in no room.',
    ],
    ['src/model/cluster.ts', '../language/tree', false, undefined],
    ['src/model/cluster.ts', '../languages', false, 'src/model may not import "src/languages", which is in no room.'],
    ['src/checks/rule.ts', '../simulation/trace', false, 'src/checks may not import src/simulation.'],
    ['src/diagram/layout.ts', 'elkjs/lib/elk.bundled.js', false, undefined],
    ['src/diagram/layout.ts', 'elkjs-extra', false, 'src/diagram may not import the package "elkjs-extra".'],
    ['src/protocol/messages.ts', '../diagram/scene', true, undefined],
    ['src/protocol/messages.ts', '../diagram/scene', false, 'src/protocol holds types only: write "import type".'],
    ['src/protocol/messages.ts', './run', false, 'src/protocol holds types only: write "import type".'],
    ['src/cli/main.ts', 'node:fs/promises', false, undefined],
    ['src/cli/main.ts', '../extension/node', false, 'src/cli may not import src/extension.'],
    ['src/extension/node.ts', './features/diagram/feature', false, undefined],
    ['src/extension/node.ts', '../model/cluster', true, 'src/extension may not import src/model.'],
    ['src/extension/node.ts', 'vscode-languageclient/node', false, undefined],
    ['src/extension/features/a/b/part.ts', '../feature', false, undefined],
    ['src/extension/features/a/feature.ts', '../../client', false, undefined],
    ['src/extension/features/a/feature.ts', '../b/feature', true, 'The feature "a" may not import its sibling "b".'],
    ['webview/main.ts', '../src/diagram/paint', false, undefined],
    ['webview/main.ts', 'vscode', true, 'webview may not import the package "vscode".'],
    ['test/model/cluster.test.ts', '../../src/cli/main', false, undefined],
  ])('%s imports %s (type: %s)', (file, imported, typeOnly, problem) => {
    expect(importProblem(file, imported, typeOnly)).toBe(problem);
  });

  it.each([
    // code                                               reports
    [`import { a } from '../model/a';`, 1],
    [`import type { A } from '../model/a';`, 1],
    [`export { a } from '../model/a';`, 1],
    [`export * from '../model/a';`, 1],
    [`export const a = () => import('../model/a');`, 1],
    [`export type A = import('../model/a').A;`, 1],
    [`import { a } from './a'; export { a };`, 0],
    [`export const a = 'import ../model/a';`, 0],
  ])('in src/language, %s is reported %d times', (code, reports) => {
    expect(lint(code, { plugins: { rooms: roomsPlugin }, rules: { 'rooms/imports': 'error' } })).toHaveLength(reports);
  });
});

describe('a pure room', () => {
  it.each([
    // code                                reports
    ['export const a = Date.now();', 1],
    ['export const a = new Date();', 1],
    ['export const a = Date();', 1],
    ['export const a = new Date(0);', 0],
    ['export const a = Math.random();', 1],
    ['export const a = Math.max(1, 2);', 0],
    ['setTimeout(() => undefined, 1);', 1],
    ['export const a = process.env;', 1],
    ['console.log(1);', 1],
    ['export const a = globalThis;', 1],
    [`export const a = 'a'.localeCompare('b');`, 1],
    ['export const a = (1).toLocaleString();', 1],
    ['export const a = { window: 1 }.window;', 0],
    ['export const a = (window: number) => window;', 0],
  ])('%s is reported %d times', (code, reports) => {
    expect(lint(code, { rules: pureRules })).toHaveLength(reports);
  });
});

function lint(code: string, config: Linter.Config): Linter.LintMessage[] {
  const linter = new Linter({ configType: 'flat' });
  const typescript: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
  };
  return linter.verify(code, [typescript, config], { filename: 'src/language/tree.ts' });
}
