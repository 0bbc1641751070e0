import type { Ink, Role } from './theme';
import { element, type Tree } from './tree';

type GlyphName = 'online' | 'offline' | 'failed' | 'pending' | 'partial' | 'paused' | 'isolated' | 'queued';

/** How a state looks: never by colour alone (design, States). `tint` fills the card of what is not well. */
export interface StateLook {
  readonly word: string;
  readonly glyph: GlyphName;
  readonly role: Role;
  readonly tint: Role | undefined;
}

const looks: Readonly<Record<GlyphName, Pick<StateLook, 'role' | 'tint'>>> = {
  online: { role: 'online', tint: undefined },
  offline: { role: 'offline', tint: undefined },
  failed: { role: 'failed', tint: 'failed-tint' },
  pending: { role: 'pending', tint: 'pending-tint' },
  partial: { role: 'partial', tint: 'partial-tint' },
  paused: { role: 'paused', tint: 'paused-tint' },
  isolated: { role: 'isolated', tint: 'isolated-tint' },
  queued: { role: 'queued', tint: 'queued-tint' },
};

/** The product's states (cli.md, Shapes) as words for reading and as glyphs. */
const states: Readonly<Record<string, readonly [glyph: GlyphName, word: string]>> = {
  online: ['online', 'online'],
  up: ['online', 'up'],
  serving: ['online', 'serving'],
  offline: ['offline', 'offline'],
  stopped: ['offline', 'stopped'],
  failed: ['failed', 'failed'],
  down: ['failed', 'down'],
  pending: ['pending', 'pending'],
  online_pending: ['pending', 'online pending'],
  offline_pending: ['pending', 'offline pending'],
  joining: ['pending', 'joining'],
  starting: ['pending', 'starting'],
  partial_online: ['partial', 'partially online'],
  paused: ['paused', 'paused'],
  draining: ['paused', 'draining'],
  isolated: ['isolated', 'isolated'],
  quarantined: ['isolated', 'quarantined'],
  unmonitored: ['isolated', 'unmonitored'],
  queued: ['queued', 'queued'],
  anti_affinity_conflict: ['queued', 'waits: anti-affinity'],
};

/** The look of a state; undefined for none and for a word that is no state. */
export function stateLook(state: string | undefined): StateLook | undefined {
  const known = state === undefined || !Object.hasOwn(states, state) ? undefined : states[state];
  if (!known) return undefined;
  const [glyph, word] = known;
  return { word, glyph, ...looks[glyph] };
}

type Drawing = (colour: string, ground: string) => readonly Tree[];

const line = (d: string, stroke: string, width: number): Tree =>
  element('path', {
    d,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
const filled = (d: string, fill: string): Tree => element('path', { d, fill });
const ring = (stroke: string, r: number, width: number, dashes?: string): Tree =>
  element('circle', { cx: 7, cy: 7, r, fill: 'none', stroke, 'stroke-width': width, 'stroke-dasharray': dashes });

/** Glyphs in a square of 14 px. */
const glyphs: Readonly<Record<GlyphName, Drawing>> = {
  online: (colour, ground) => [
    element('circle', { cx: 7, cy: 7, r: 6, fill: colour }),
    line('M4.2 7.2l2 2L10 5', ground, 1.6),
  ],
  offline: (colour) => [ring(colour, 5.3, 1.4)],
  failed: (colour, ground) => [
    filled('M4.5 1h5L13 4.5v5L9.5 13h-5L1 9.5v-5z', colour),
    line('M4.9 4.9l4.2 4.2M9.1 4.9L4.9 9.1', ground, 1.6),
  ],
  pending: (colour) => [line('M12.3 7A5.3 5.3 0 1 1 9 2.1', colour, 1.7), filled('M8.4-.2l3.3 2.2-3.2 2.5z', colour)],
  partial: (colour) => [ring(colour, 5.3, 1.4), filled('M7 1.7a5.3 5.3 0 0 0 0 10.6z', colour)],
  paused: (colour) => [
    element('rect', {
      x: 1.2,
      y: 1.2,
      width: 11.6,
      height: 11.6,
      rx: 2.5,
      fill: 'none',
      stroke: colour,
      'stroke-width': 1.4,
    }),
    line('M5.3 4.3v5.4M8.7 4.3v5.4', colour, 1.7),
  ],
  isolated: (colour) => [ring(colour, 5.5, 1.5, '2.6 2'), element('circle', { cx: 7, cy: 7, r: 2, fill: colour })],
  queued: (colour) => [line('M3 1.2h8M3 12.8h8M4 1.2c0 3.4 6 4 6 11.6M10 1.2c0 3.4-6 4-6 11.6', colour, 1.4)],
};

/** The glyph of a state with its top left corner at `x`, `y`; 14 px square. */
export function stateGlyph(look: StateLook, x: number, y: number, ink: Ink): Tree {
  return element('g', { transform: `translate(${x} ${y})` }, glyphs[look.glyph](ink(look.role), ink('card')));
}
