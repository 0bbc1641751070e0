import {
  defaultIn,
  describeDefault,
  describeRange,
  describeSince,
  describeType,
} from '../../language/reference/describe';
import { actionForms } from '../../language/schema/actions';
import type { AttributeSchema, BlockSchema } from '../../language/schema/types';
import { atVersion } from '../../language/schema/version';
import type { Version } from '../../language/schema/version';
import type { AtStatement } from '../../language/tree';

function code(text: string): string {
  return `\`${text}\``;
}

/** A list of facts in Markdown; those that are undefined are left out. */
function bullets(entries: readonly (readonly [string, string | undefined])[]): string {
  return entries.flatMap(([name, text]) => (text === undefined ? [] : [`- ${name}: ${text}`])).join('\n');
}

/** The default for the release of the design; the history of it where it changed with a release. */
function defaultLine(schema: AttributeSchema, version: Version): string | undefined {
  const { default: value } = schema;
  if (typeof value !== 'object') return describeDefault(schema);
  const now = defaultIn(schema, atVersion(value, version));
  return now === undefined ? undefined : `${now} for ${version} (${describeDefault(schema) ?? ''})`;
}

/** What a reader should know of an attribute, as Markdown. */
export function describeAttribute(name: string, schema: AttributeSchema, version: Version): string {
  const range = describeRange(schema);
  const head = `${code(name)}: ${[describeType(schema), ...(range === undefined ? [] : [range])].join(', ')}`;
  const facts = bullets([
    ['Default', schema.required ? undefined : defaultLine(schema, version)],
    ['Required', schema.required ? 'yes' : undefined],
    ['Windows property', schema.property === undefined ? undefined : code(schema.property)],
    ['Available', describeSince(schema.since)],
    ['Source', schema.source],
  ]);
  return `${head}\n\n${schema.doc}\n\n${facts}`;
}

/** What a reader should know of a block, as Markdown. */
export function describeBlock(keyword: string, schema: BlockSchema): string {
  const facts = bullets([
    ['Windows resource type', schema.property === undefined ? undefined : code(schema.property)],
    ['Available', describeSince(schema.since)],
    ['Source', schema.source],
  ]);
  return `${code(keyword)} block\n\n${schema.doc}\n\n${facts}`;
}

/** What an action of a scenario does, as Markdown; undefined where its words fit no form. */
export function describeAction({ action }: AtStatement): string | undefined {
  const form = actionForms.find(({ id }) => id === action?.form);
  return form && `${code(form.pattern.replaceAll('?', ''))}\n\n${form.doc}`;
}
