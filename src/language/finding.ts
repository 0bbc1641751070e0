import type { Declaration } from './declaration';
import type { Span } from './span';

/** A span and the declaration it counts from: a place that stays right when other declarations change. */
export interface Place {
  readonly declaration: Declaration;
  readonly span: Span;
}

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Replaces what stands at `place` (an empty span: inserts there). */
export interface Edit {
  readonly place: Place;
  readonly newText: string;
}

/** A change the user may choose. Edits of one fix do not overlap. A snippet holds `${1:placeholder}`s and is for editors only. */
export interface Fix {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
  readonly snippet?: true;
}

export interface Related {
  readonly place: Place;
  readonly message: string;
}

/** What a check found. `code` is stable and public (`area/what-is-wrong`). `faded`: shown as unused. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  readonly faded?: true;
}
