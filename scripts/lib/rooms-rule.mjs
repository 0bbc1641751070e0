// The import table of config/rooms.mjs as an ESLint rule, and what the pure rooms may not use as settings of ESLint's own.
import path from 'node:path';
import { pureRooms, rooms } from '../../config/rooms.mjs';
import { root } from './project.mjs';

const features = 'src/extension/features';

/** @param {string} file @param {string} folder both relative to the project, with slashes */
const isIn = (file, folder) => file === folder || file.startsWith(`${folder}/`);

/** @param {string} file */
const roomOf = (file) => Object.keys(rooms).find((room) => isIn(file, room));

/** @param {string} file @returns {string | undefined} the feature folder of the extension a file stands in */
const featureOf = (file) => (isIn(file, features) ? file.slice(features.length + 1).split('/')[0] : undefined);

/** @param {string} name @param {readonly string[]} packages a name covers its sub-paths; one that ends in ":" a scheme */
const isListed = (name, packages) =>
  packages.some((known) => name === known || name.startsWith(known.endsWith(':') ? known : `${known}/`));

/**
 * @param {string} file the importing file, relative to the project, with slashes
 * @param {string} imported what stands between the quotes
 * @param {boolean} typeOnly whether only types come across
 * @returns {string | undefined} what is wrong with it, for the person who wrote it
 */
export function importProblem(file, imported, typeOnly) {
  const room = roomOf(file);
  if (room === undefined) return undefined;
  const { rooms: allowedRooms, packages = [], typesOnly = false } = rooms[room];
  if (typesOnly && !typeOnly) return `${room} holds types only: write "import type".`;
  if (!imported.startsWith('.')) {
    return isListed(imported, packages) ? undefined : `${room} may not import the package "${imported}".`;
  }
  const target = path.posix.join(path.posix.dirname(file), imported);
  const targetRoom = roomOf(target);
  if (targetRoom === undefined) {
    return isListed(target, packages) ? undefined : `${room} may not import "${target}", which is in no room.`;
  }
  const feature = featureOf(file);
  const targetFeature = featureOf(target);
  if (feature !== undefined && targetFeature !== undefined && feature !== targetFeature) {
    return `The feature "${feature}" may not import its sibling "${targetFeature}".`;
  }
  return targetRoom === room || allowedRooms.includes(targetRoom) ? undefined : `${room} may not import ${targetRoom}.`;
}

/** @type {import('eslint').Rule.RuleModule} */
const imports = {
  meta: {
    type: 'problem',
    docs: { description: 'Every room imports only what the table in config/rooms.mjs allows' },
    messages: { forbidden: '{{problem}} The table is config/rooms.mjs.' },
    schema: [],
  },
  create(context) {
    const file = path.relative(root, context.filename).replaceAll(path.sep, '/');
    const check = (node, source, typeOnly) => {
      if (typeof source?.value !== 'string') return;
      const problem = importProblem(file, source.value, typeOnly);
      if (problem !== undefined) context.report({ node, messageId: 'forbidden', data: { problem } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source, true),
    };
  },
};

/** @type {import('eslint').ESLint.Plugin} */
export const roomsPlugin = { rules: { imports } };

/** Globals that know the time, the machine or the screen. */
const impureGlobals = [
  'Buffer',
  'cancelAnimationFrame',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'document',
  'fetch',
  'globalThis',
  'Intl',
  'localStorage',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'requestAnimationFrame',
  'self',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'window',
  'Worker',
];

const purity = 'This room is pure: equal input, equal output, on any machine.';

/** @type {import('eslint').Linter.RulesRecord} */
export const pureRules = {
  'no-restricted-globals': ['error', ...impureGlobals.map((name) => ({ name, message: purity }))],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: purity },
    { object: 'Date', property: 'now', message: purity },
    // What these give depends on the language of the machine.
    ...['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'].map((property) => ({
      property,
      message: purity,
    })),
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: purity },
    { selector: 'CallExpression[callee.name="Date"]', message: purity },
  ],
};

/** The files of the pure rooms, as ESLint's patterns. */
export const pureFiles = pureRooms.map((room) => `${room}/**`);
