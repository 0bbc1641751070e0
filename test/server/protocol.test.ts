import { describe, expect, it } from 'vitest';
import { parseFromPanel, parsePanelState } from '../../src/protocol/parse';

describe('messages of a panel', () => {
  it.each([
    { type: 'ready', view: 'storage' },
    { type: 'view', view: 'dependencies' },
    { type: 'reveal', id: 'disk:LUN2' },
    { type: 'line', line: 0 },
    { type: 'command', command: 'simulateFailover' },
    { type: 'export', svg: '<svg/>' },
  ])('%j is taken', (message) => {
    expect(parseFromPanel(message)).toEqual(message);
  });

  it('loses what does not belong to it', () => {
    expect(parseFromPanel({ type: 'reveal', id: 'disk:LUN2', extra: 1 })).toEqual({ type: 'reveal', id: 'disk:LUN2' });
  });

  it.each([
    undefined,
    null,
    'ready',
    [],
    {},
    { type: 'ready', view: 'cellar' },
    { type: 'ready', view: 'toString' },
    { type: 'line', line: -1 },
    { type: 'line', line: 1.5 },
    { type: 'line', line: '3' },
    { type: 'command', command: 'workbench.action.quit' },
    { type: 'command', command: 'constructor' },
    { type: 'export', svg: 7 },
  ])('%j is none', (message) => {
    expect(parseFromPanel(message)).toBeUndefined();
  });
});

describe('the state kept for a panel', () => {
  it.each([
    [
      { uri: 'file:///a', view: 'storage', zoom: 2 },
      { uri: 'file:///a', view: 'storage' },
    ],
    [{ uri: 'file:///a', view: 'cellar' }, undefined],
    [{ view: 'storage' }, undefined],
    [undefined, undefined],
  ])('%j gives %j', (kept, state) => {
    expect(parsePanelState(kept)).toEqual(state);
  });
});
