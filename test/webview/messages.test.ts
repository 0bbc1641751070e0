import { beforeAll, describe, expect, it } from 'vitest';
import { parsePage, parseSaved, parseToPanel } from '../../webview/messages';
import type { Picture } from '../../src/diagram/picture';
import { figure1 } from '../diagram/figure1';
import { pictureOf } from '../diagram/picture';

const stamp = { uri: 'file:///a.hacluster', version: 3, run: undefined, step: undefined };
const moment = { run: 'r', scenario: 's', step: 1, steps: 2, time_ms: 0, text: 't', changed: ['disk:LUN2'] };
let picture: Picture;

beforeAll(async () => {
  picture = await pictureOf(figure1, 'storage');
});

/** As messages travel: what is undefined does not. */
function sent(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('messages to the panel', () => {
  it('are taken as they are sent', () => {
    const messages = [
      { type: 'picture', stamp, picture, moment: undefined },
      { type: 'picture', stamp: { ...stamp, run: 'r', step: 1 }, picture, moment },
      { type: 'stale', stamp, line: 33, message: 'm' },
      { type: 'drawing', stamp },
      { type: 'failed', stamp, message: 'm' },
      { type: 'mark', stamp, id: 'disk:LUN2' },
      { type: 'mark', stamp, id: null },
    ];
    for (const message of messages) {
      expect(parseToPanel(message)).toBe(message);
      expect(parseToPanel(sent(message))).toEqual(sent(message));
    }
  });

  const wrong: readonly (readonly [name: string, message: () => unknown])[] = [
    ['nothing', () => undefined],
    ['a text', () => 'picture'],
    ['an unknown type', () => ({ type: 'eval', stamp })],
    ['no stamp', () => ({ type: 'drawing' })],
    ['a version that is no number', () => ({ type: 'drawing', stamp: { ...stamp, version: '3' } })],
    ['a line that is no number', () => ({ type: 'stale', stamp, line: Number.NaN, message: 'm' })],
    ['an unknown view', () => ({ type: 'picture', stamp, picture: { ...picture, view: 'x' } })],
    [
      'a shape of an unknown kind',
      () => ({ type: 'picture', stamp, picture: { ...picture, shapes: [{ ...picture.shapes[0], kind: 'toString' }] } }),
    ],
    [
      'a line without corners',
      () => ({ type: 'picture', stamp, picture: { ...picture, edges: [{ ...picture.edges[0], points: [{ x: 1 }] }] } }),
    ],
    ['a mark without an id', () => ({ type: 'mark', stamp })],
  ];
  it.each(wrong)('with %s are passed over', (_, message) => {
    expect(parseToPanel(message())).toBeUndefined();
  });
});

describe('what the panel keeps', () => {
  it('comes back', () => {
    const saved = { uri: 'u', view: 'storage', zoom: { k: 1, x: 2, y: 3 }, selected: 'disk:LUN2' };
    expect(parseSaved(saved)).toBe(saved);
    expect(parseSaved({ uri: 'u', view: 'storage' })).toEqual({ uri: 'u', view: 'storage' });
  });
  it.each([undefined, null, {}, { uri: 'u', view: 'x' }, { uri: 'u', view: 'storage', zoom: 2 }])(
    '%j is dropped',
    (saved) => {
      expect(parseSaved(saved)).toBeUndefined();
    },
  );
  it('begins with what the page says', () => {
    expect(parsePage({ uri: 'u', view: 'storage' })).toEqual({ uri: 'u', view: 'storage' });
    expect(parsePage({ uri: 'u' })).toBeUndefined();
  });
});
