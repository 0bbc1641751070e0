import type { Span } from './span';

/**
 * The tree of one top-level declaration. It says what is written, not what it means: words are not looked up and values
 * not converted. All spans count from the start of the declaration, so a tree stays true when the text before it changes.
 */

/** A name as written: bare (`HostA`) or quoted (`"Virtual Machine(1)"`). `text` is without the quotes. */
export interface Word {
  readonly span: Span;
  readonly text: string;
  readonly quoted: boolean;
}

/** `"…"`: a string, or a quoted reference where the schema asks for a name. */
export interface StringValue {
  readonly kind: 'string';
  readonly span: Span;
  readonly text: string;
}

/** A bare name: keyword, reference, `true` or `false`. */
export interface NameValue {
  readonly kind: 'name';
  readonly span: Span;
  readonly text: string;
}

/** A number with its unit as written (`32`, `GB`); `unit` is undefined for a bare number, `%` for a percentage. */
export interface NumberValue {
  readonly kind: 'number';
  readonly span: Span;
  readonly value: number;
  readonly unit: string | undefined;
  readonly text: string;
}

/** `[a, b]`. */
export interface ListValue {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly Value[];
}

/** `a and b`, `a or b`: operands of one operator. `and` binds tighter than `or` (semantics 3.3). */
export interface OperatorValue {
  readonly kind: 'and' | 'or';
  readonly span: Span;
  readonly operands: readonly Value[];
  /** Whether the expression itself stands in parentheses; `span` then includes them. */
  readonly parenthesized: boolean;
}

export type Value = StringValue | NameValue | NumberValue | ListValue | OperatorValue;

/** `name = value`, or `name KEY = value` (`guid_on HostB = "{…}"`). `value` is missing where the text breaks off. */
export interface Attribute {
  readonly kind: 'attribute';
  readonly span: Span;
  readonly name: Word;
  readonly key: Word | undefined;
  readonly value: Value | undefined;
}

/** `keyword "Label" { … }`. */
export interface Block {
  readonly kind: 'block';
  readonly span: Span;
  readonly keyword: Word;
  readonly label: Word | undefined;
  /** From the keyword to the label, or the keyword alone: where a finding about something missing is shown. */
  readonly header: Span;
  /** From `{` to `}` inclusive; undefined for a block without a body. Where `}` is missing it ends with the last item. */
  readonly body: Span | undefined;
  readonly items: readonly Item[];
}

/** One placeholder of a statement form filled in: NODE, GROUP, DURATION … */
export interface Argument {
  readonly slot: string;
  readonly words: readonly Word[];
}

/** `at 30s fail node HostA`, read against the table of action forms (schema/actions.ts). */
export interface AtStatement {
  readonly kind: 'at';
  readonly span: Span;
  readonly time: NumberValue | undefined;
  /** undefined where the words fit no form; the parser has reported it. */
  readonly action: ActionPhrase | undefined;
}

export interface ActionPhrase {
  /** Id of the form in the table of actions, for example `fail node`. */
  readonly form: string;
  /** The alternatives chosen, in the order of the form: `['fail']`, `['move', 'live']`. */
  readonly verb: string;
  readonly options: readonly string[];
  readonly arguments: readonly Argument[];
  /** From the verb to the last word. */
  readonly span: Span;
}

export type ExpectTerm =
  | { readonly kind: 'state'; readonly subject: SubjectPhrase; readonly state: Word; readonly on: Word | undefined }
  | { readonly kind: 'owned'; readonly subject: SubjectPhrase; readonly by: Word }
  | { readonly kind: 'outage'; readonly subject: SubjectPhrase; readonly below: NumberValue }
  | { readonly kind: 'no_outage'; readonly subject: SubjectPhrase }
  | { readonly kind: 'cluster'; readonly state: Word };

/** `group VM2` or `VM2`: a name, perhaps with its kind before it. */
export interface SubjectPhrase {
  readonly kind: Word | undefined;
  readonly name: Word;
}

/** When an expectation is judged; without one of these when nothing more will happen. */
export type ExpectTime =
  | { readonly kind: 'within'; readonly duration: NumberValue }
  | { readonly kind: 'at'; readonly duration: NumberValue }
  | { readonly kind: 'always' };

/** `expect VM2 online on HostB within 3m`. */
export interface ExpectStatement {
  readonly kind: 'expect';
  readonly span: Span;
  readonly term: ExpectTerm | undefined;
  readonly time: ExpectTime | undefined;
}

export type Item = Block | Attribute | AtStatement | ExpectStatement;
