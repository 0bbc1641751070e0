import { beforeAll, describe, expect, it } from 'vitest';
import type { Picture } from '../../src/diagram/picture';
import type { Stamp } from '../../src/protocol/panel';
import { hitsOf, initialState, reduce } from '../../webview/state';
import { figure1 } from '../diagram/figure1';
import { pictureOf } from '../diagram/picture';

let picture: Picture;
let other: Picture;

beforeAll(async () => {
  picture = await pictureOf(figure1, 'storage');
  other = await pictureOf(figure1, 'dependencies');
});

const stampOf = (version: number, run?: string): Stamp => ({
  uri: 'u',
  version,
  run,
  step: run === undefined ? undefined : 1,
});
const pictureAt = (version: number, run?: string) =>
  ({ type: 'picture', stamp: stampOf(version, run), picture, moment: undefined }) as const;

describe('what the panel shows', () => {
  it.each([
    ['a later version', 6],
    ['version 1 of a document that was closed and opened again', 1],
  ])('is the picture that came last: %s', (_, version) => {
    const state = reduce(initialState('storage', undefined), pictureAt(5));
    expect(reduce(state, { ...pictureAt(version), picture: other }).picture).toBe(other);
  });

  it('is a run even where the text has gone on since it began, and the text again when the run is over', () => {
    const running = reduce(reduce(initialState('storage', undefined), pictureAt(5)), {
      ...pictureAt(4, 'r'),
      picture: other,
    });
    expect(running.picture).toBe(other);
    expect(reduce(running, pictureAt(5)).picture).toBe(picture);
  });

  it('is the last good picture while the text cannot be read', () => {
    const stale = { type: 'stale', stamp: stampOf(6), line: 33, message: 'm' } as const;
    const state = reduce(reduce(initialState('storage', undefined), pictureAt(5)), stale);
    expect(state.picture).toBe(picture);
    expect(state.unreadable).toEqual({ line: 33, message: 'm' });
    expect(reduce(state, pictureAt(7)).unreadable).toBeUndefined();
  });

  it('says the newest thing only: that the text cannot be read, no more that drawing failed', () => {
    const failed = reduce(initialState('storage', undefined), { type: 'failed', stamp: stampOf(5), message: 'f' });
    expect(failed.failed).toBe('f');
    const state = reduce(failed, { type: 'stale', stamp: stampOf(6), line: 33, message: 'm' });
    expect([state.failed, state.unreadable?.message]).toEqual([undefined, 'm']);
  });

  it('follows the view of the picture', () => {
    const state = reduce(initialState('storage', undefined), { ...pictureAt(1), picture: other });
    expect(state.view).toBe('dependencies');
  });

  it('keeps the focus on a shape that stays, and lets it go with one that goes', () => {
    const focused = reduce(reduce(initialState('storage', undefined), pictureAt(1)), {
      type: 'focus',
      id: 'disk:LUN2',
    });
    expect(reduce(focused, pictureAt(2)).focused).toBe('disk:LUN2');
    expect(reduce(focused, { ...pictureAt(2), picture: other }).focused).toBeUndefined();
  });

  it('marks the shape the cursor is in', () => {
    const state = reduce(initialState('storage', undefined), { type: 'mark', stamp: stampOf(1), id: 'disk:LUN1' });
    expect(state.selected).toBe('disk:LUN1');
    expect(reduce(state, { type: 'mark', stamp: stampOf(1), id: null }).selected).toBeUndefined();
  });
});

describe('a search', () => {
  const table = [
    ['lun2', ['disk:LUN2']],
    ['  OS.vhd ', ['file:g:\\vm2\\os.vhd', 'file:f:\\vm1\\os.vhd']],
    ['order entry', ['resource:VM2']],
    ['sqx', []],
    ['   ', []],
  ] as const;
  it.each(table)('for "%s" finds what bears it', (query, expected) => {
    expect(hitsOf(picture, query)).toEqual(expected);
  });
});
