import type { AttributeSchema, RefKind } from '../../language/schema/types';
import { isBareName, writeName, writeString } from '../../language/tokens';
import type { Value } from '../../language/tree';
import type { Dependency, PathValue, Ref, WitnessValue } from '../values';
import { listOf, nearest } from '../words';
import { readNumber } from './read-number';
import type { Reporter } from './report';

/** A reference met while reading, with the namespace it is looked up in. */
export interface Use {
  readonly to: RefKind;
  readonly ref: Ref;
  /** The attribute it stands in. */
  readonly attribute: string;
}

export interface ReadContext {
  readonly name: string;
  readonly reporter: Reporter;
  readonly uses: Use[];
}

type Result =
  | number
  | boolean
  | string
  | readonly string[]
  | Ref
  | readonly Ref[]
  | PathValue
  | WitnessValue
  | Dependency
  | undefined;

/** Reads a value as its schema asks. Gives undefined and a finding where the value is of another type or out of range. */
export function readValue(schema: AttributeSchema, value: Value, context: ReadContext): Result {
  switch (schema.type) {
    case 'integer':
    case 'size':
    case 'duration':
    case 'percentage':
      return readNumber(context.name, schema, value, context.reporter);
    case 'boolean':
      return readBoolean(value, context);
    case 'keyword':
      return readKeyword(schema.words, value, context);
    case 'string':
      return readText(value, context);
    case 'path':
      return readPath(value, context);
    case 'strings':
      return readList(value, context, (item) => (isWordValue(item) ? item.text : undefined), 'texts');
    case 'reference':
      return readReference(schema.to, value, context);
    case 'references':
      return readList(value, context, (item) => readReference(schema.to, item, context), 'names');
    case 'dependency':
      return readDependency(value, context);
    case 'witness':
      return readWitness(value, context);
  }
}

function isWordValue(value: Value): value is Extract<Value, { kind: 'name' | 'string' }> {
  return value.kind === 'name' || value.kind === 'string';
}

function wrongType(context: ReadContext, value: Value, expected: string, replacement?: string): undefined {
  const { reporter } = context;
  const fixes =
    replacement === undefined ? [] : [reporter.replacement(`Write ${replacement}`, value.span, replacement)];
  reporter.report('language/wrong-type', `${context.name} is ${expected}.`, value.span, fixes);
  return undefined;
}

const truths: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['yes', 'true'],
  ['on', 'true'],
  ['1', 'true'],
  ['false', 'false'],
  ['no', 'false'],
  ['off', 'false'],
  ['0', 'false'],
]);

function readBoolean(value: Value, context: ReadContext): boolean | undefined {
  if (value.kind === 'name' && (value.text === 'true' || value.text === 'false')) return value.text === 'true';
  const meant = isWordValue(value) || value.kind === 'number' ? truths.get(value.text.toLowerCase()) : undefined;
  return wrongType(context, value, 'true or false', meant);
}

function readKeyword(words: readonly string[], value: Value, context: ReadContext): string | undefined {
  const text = isWordValue(value) || value.kind === 'number' ? value.text : undefined;
  const write = (word: string): string => (isBareName(word) ? word : writeString(word));
  if (text !== undefined && words.includes(text) && value.kind === (isBareName(text) ? 'name' : 'string')) return text;
  const expected = `one of ${listOf(words.map(write), 'or')}`;
  const meant =
    text === undefined
      ? undefined
      : (words.find((word) => word.toLowerCase() === text.toLowerCase()) ?? nearest(text, words));
  return wrongType(context, value, expected, meant === undefined ? undefined : write(meant));
}

function readText(value: Value, context: ReadContext): string | undefined {
  if (value.kind === 'string') return value.text;
  const meant = value.kind === 'name' || value.kind === 'number' ? writeString(value.text) : undefined;
  return wrongType(context, value, 'a text in quotes', meant);
}

function readPath(value: Value, context: ReadContext): PathValue | undefined {
  if (value.kind !== 'string') return wrongType(context, value, 'a path in quotes');
  return { text: value.text, place: { declaration: context.reporter.declaration, span: value.span } };
}

function readReference(to: RefKind, value: Value, context: ReadContext): Ref | undefined {
  if (!isWordValue(value)) return wrongType(context, value, `the name of a ${to.replaceAll('_', ' ')}`);
  const ref = refOf(value, context);
  context.uses.push({ to, ref, attribute: context.name });
  return ref;
}

function refOf(value: Extract<Value, { kind: 'name' | 'string' }>, context: ReadContext): Ref {
  const { declaration } = context.reporter;
  return { name: value.text, key: value.text.toLowerCase(), place: { declaration, span: value.span } };
}

/** A list; a single value is reported, with the list it should be, and not taken. */
function readList<T>(
  value: Value,
  context: ReadContext,
  read: (item: Value) => T | undefined,
  what: string,
): readonly T[] | undefined {
  if (value.kind !== 'list') {
    const meant = isWordValue(value)
      ? `[${value.kind === 'string' ? writeString(value.text) : value.text}]`
      : undefined;
    return wrongType(context, value, `a list of ${what} in brackets`, meant);
  }
  const result: T[] = [];
  for (const item of value.items) {
    const one = read(item);
    if (one !== undefined) result.push(one);
    else if (what === 'texts') wrongType(context, item, 'a list of texts');
  }
  return result;
}

function readDependency(value: Value, context: ReadContext): Dependency | undefined {
  if (isWordValue(value)) {
    const ref = refOf(value, context);
    context.uses.push({ to: 'resource', ref, attribute: context.name });
    return { kind: 'resource', ref };
  }
  if (value.kind === 'and' || value.kind === 'or') {
    const operands = value.operands.flatMap((operand) => readDependency(operand, context) ?? []);
    const place = { declaration: context.reporter.declaration, span: value.span };
    return { kind: value.kind, operands, parenthesized: value.parenthesized, place };
  }
  const names = value.kind === 'list' && value.items.every(isWordValue) ? value.items : undefined;
  const meant = names && names.length > 0 ? names.map((name) => writeName(name.text)).join(' and ') : undefined;
  return wrongType(context, value, "an expression of names with 'and', 'or' and parentheses", meant);
}

function readWitness(value: Value, context: ReadContext): WitnessValue | undefined {
  if (!isWordValue(value)) return wrongType(context, value, 'a disk, or a share or account in quotes');
  const { declaration } = context.reporter;
  return {
    text: value.text,
    key: value.text.toLowerCase(),
    quoted: value.kind === 'string',
    place: { declaration, span: value.span },
  };
}
