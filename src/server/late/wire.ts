import type { Finding, Place } from '../../language/finding';
import type { Design } from '../../model/design';

/** A place as it goes from one thread to another: the position of its declaration in the design, and the span in it. */
interface WirePlace {
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

type OnWire<T> = T extends Place
  ? WirePlace
  : T extends readonly (infer Item)[]
    ? readonly OnWire<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: OnWire<T[Key]> }
      : T;

/** A finding with nothing in it that only its own thread knows. */
export type WireFinding = OnWire<Finding>;

/** What the thread is asked: the files of a design. `id` ties question and answer together. */
export interface LateRequest {
  readonly id: number;
  readonly files: readonly { readonly file: string; readonly text: string }[];
}

export type LateResponse =
  | { readonly id: number; readonly findings: readonly WireFinding[] }
  | { readonly id: number; readonly problem: string };

function placeOut({ bound }: Design, { declaration, span }: Place): WirePlace {
  return { position: bound.findIndex((one) => one.declaration === declaration), ...span };
}

function placeIn({ bound }: Design, { position, start, end }: WirePlace): Place | undefined {
  const declaration = bound[position]?.declaration;
  return declaration && { declaration, span: { start, end } };
}

/** A finding for another thread that has the same files. */
export function toWire(design: Design, finding: Finding): WireFinding {
  return {
    ...finding,
    place: placeOut(design, finding.place),
    related: finding.related.map((one) => ({ ...one, place: placeOut(design, one.place) })),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, place: placeOut(design, edit.place) })),
    })),
  };
}

/** A finding of another thread, in the design as this one has it; undefined where its places are not to be found. */
export function fromWire(design: Design, finding: WireFinding): Finding | undefined {
  const place = placeIn(design, finding.place);
  if (!place) return undefined;
  const related = finding.related.flatMap(({ message, place: at }) => {
    const found = placeIn(design, at);
    return found ? [{ message, place: found }] : [];
  });
  const fixes = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.flatMap(({ newText, place: at }) => {
      const found = placeIn(design, at);
      return found ? [{ newText, place: found }] : [];
    }),
  }));
  return { ...finding, place, related, fixes };
}
