import type { Place } from '../language/finding';
import type { blocks, BlockName } from '../language/schema/schema';

/** A name that refers to something declared elsewhere. It is looked up by `key` when it is used; nothing is linked in place. */
export interface Ref {
  /** As written. */
  readonly name: string;
  /** Lower case: names compare without case, as in Windows (language.md, Lexical). */
  readonly key: string;
  readonly place: Place;
}

/** What a resource needs: a tree of names joined by `and` and `or` (semantics 3.3). */
export type Dependency =
  | { readonly kind: 'resource'; readonly ref: Ref }
  | {
      readonly kind: 'and' | 'or';
      readonly operands: readonly Dependency[];
      readonly parenthesized: boolean;
      readonly place: Place;
    };

/** A witness as written: a name (perhaps of a disk) or a quoted share or account. */
export interface WitnessValue {
  readonly text: string;
  readonly key: string;
  readonly quoted: boolean;
  readonly place: Place;
}

/** A Windows path as written, with its place. */
export interface PathValue {
  readonly text: string;
  readonly place: Place;
}

/** The value an attribute of this schema has once read: sizes in bytes, durations in ms. */
type ValueOf<A> = A extends { readonly keyed: string }
  ? ReadonlyMap<string, readonly string[]>
  : A extends { readonly type: 'integer' | 'size' | 'duration' | 'percentage' }
    ? number
    : A extends { readonly type: 'boolean' }
      ? boolean
      : A extends { readonly type: 'keyword'; readonly words: readonly (infer Word)[] }
        ? Word
        : A extends { readonly type: 'string' }
          ? string
          : A extends { readonly type: 'strings' }
            ? readonly string[]
            : A extends { readonly type: 'path' }
              ? PathValue
              : A extends { readonly type: 'reference' }
                ? Ref
                : A extends { readonly type: 'references' }
                  ? readonly Ref[]
                  : A extends { readonly type: 'dependency' }
                    ? Dependency
                    : A extends { readonly type: 'witness' }
                      ? WitnessValue
                      : never;

type Present = { readonly default: unknown } | { readonly keyed: string };

/**
 * The attributes of a block, by their names in the language, defaults filled in. An attribute without a default is
 * undefined where it is left out; so is a required one in a design that has a `language/missing-attribute` finding.
 */
export type ValuesOf<B extends BlockName> = {
  readonly [N in keyof (typeof blocks)[B]['attributes']]: (typeof blocks)[B]['attributes'][N] extends Present
    ? ValueOf<(typeof blocks)[B]['attributes'][N]>
    : ValueOf<(typeof blocks)[B]['attributes'][N]> | undefined;
};
