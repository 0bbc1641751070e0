/** Whole numbers from 0 to below a bound, the same ones for the same seed. */
export type Dice = (bound: number) => number;

/** Dice of 32 bits (the generator known as mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** Replaces what stands at an offset. */
export interface TextChange {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** One way to damage a text. */
type Mutation = (text: string, dice: Dice) => TextChange;

/** Deepest nesting that is tried: beyond what the language allows. */
const deepest = 1200;

function lineAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  return { start, end: next < 0 ? text.length : next + 1 };
}

function insertion(at: number, insert: string): TextChange {
  return { at, remove: 0, insert };
}

function pick<T>(dice: Dice, choices: readonly [T, ...T[]]): T {
  return choices[dice(choices.length)] ?? choices[0];
}

const tokens = [
  '{', '}', '[', ']', '(', ')', '"', '=', ',', '#', '/*', '*/', '\\', ' and ', ' or ', 'at ', 'expect ', '-1', '1e9', '4GB', '0x', '\n',
] as const; // prettier-ignore

/** The ways: flipped bits, cuts, lines twice and gone, nesting, length, and what encodings leave behind. */
const mutations: readonly [Mutation, ...Mutation[]] = [
  (text, dice) => {
    const at = dice(text.length);
    const flipped = (text.charCodeAt(at) || 0) ^ (1 << dice(7));
    return { at, remove: 1, insert: String.fromCharCode(flipped) };
  },
  (text, dice) => ({ at: dice(text.length), remove: text.length, insert: '' }),
  (text, dice) => ({ at: 0, remove: dice(text.length), insert: '' }),
  (text, dice) => {
    const { start, end } = lineAt(text, dice(text.length));
    return insertion(start, text.slice(start, end));
  },
  (text, dice) => {
    const { start, end } = lineAt(text, dice(text.length));
    return { at: start, remove: end - start, insert: '' };
  },
  (text, dice) => ({ at: dice(text.length), remove: dice(40), insert: pick(dice, tokens) }),
  (text, dice) => insertion(dice(text.length), pick(dice, ['{', '(', '[', 'a{']).repeat(dice(deepest))),
  (text, dice) => insertion(dice(text.length), pick(dice, ['x', ' ', '"', '\\', '9', '#']).repeat(dice(20_000))),
  (text, dice) =>
    insertion(dice(text.length), pick(dice, ['\ufeff', '\r\n', '\r', '\ud800', '\udc00', '\0', '\u2028', '\ufffd'])),
  (text, dice) => {
    const from = dice(text.length);
    return insertion(dice(text.length), text.slice(from, from + dice(400)));
  },
];

/** A change that damages a text somehow. */
export function mutationOf(text: string, dice: Dice): TextChange {
  return mutations[dice(mutations.length)]?.(text, dice) ?? insertion(0, '');
}

/** The text after a change. */
export function changed(text: string, { at, remove, insert }: TextChange): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}
