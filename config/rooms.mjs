/**
 * The rooms of the house and which of them each may import: the one table of ARCHITECTURE.md.
 * The lint rule that enforces it is made from this table (eslint.config.mjs), and a test reads it too.
 *
 * `packages` lists the npm packages a room may import besides; a room without the key may import none.
 */
export const rooms = {
  'src/language': { rooms: [] },
  'src/model': { rooms: ['src/language'] },
  'src/checks': { rooms: ['src/model', 'src/language'] },
  'src/simulation': { rooms: ['src/model', 'src/language'] },
  'src/analysis': { rooms: ['src/simulation', 'src/checks', 'src/model', 'src/language'] },
  'src/diagram': { rooms: ['src/model', 'src/language', 'src/simulation'], packages: ['elkjs'] },
  'src/interchange': {
    rooms: ['src/model', 'src/diagram', 'src/language', 'src/checks', 'src/simulation'],
    packages: ['xmlbuilder2'],
  },
  'src/protocol': { rooms: ['src/diagram', 'src/simulation'], typesOnly: true },
  'src/debug': {
    rooms: ['src/simulation', 'src/model', 'src/language', 'src/protocol'],
    packages: ['@vscode/debugadapter', '@vscode/debugprotocol'],
  },
  'src/server': {
    rooms: [
      'src/language',
      'src/model',
      'src/checks',
      'src/simulation',
      'src/analysis',
      'src/diagram',
      'src/interchange',
      'src/debug',
      'src/protocol',
    ],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', '@vscode/debugprotocol', 'diff', 'node:'],
  },
  'src/cli': {
    rooms: [
      'src/language',
      'src/model',
      'src/checks',
      'src/simulation',
      'src/analysis',
      'src/diagram',
      'src/interchange',
      'src/server',
      'src/protocol',
    ],
    packages: ['commander', 'diff', 'node:', 'package.json'],
  },
  'src/extension': { rooms: ['src/protocol'], packages: ['vscode', 'vscode-languageclient', '@vscode/debugprotocol'] },
  webview: {
    rooms: ['src/protocol', 'src/diagram'],
    packages: ['preact', 'd3-zoom', 'd3-selection', '@vscode/webview-ui-toolkit'],
  },
};

/** Rooms that are pure: no Node, no DOM, no clock, no randomness (ARCHITECTURE.md, invariant 1). */
export const pureRooms = [
  'src/language',
  'src/model',
  'src/checks',
  'src/simulation',
  'src/analysis',
  'src/diagram',
  'src/interchange',
];
