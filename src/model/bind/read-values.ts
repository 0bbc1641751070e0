import type { Declaration } from '../../language/declaration';
import { attributeSchema, blockSchema } from '../../language/schema/schema';
import type { AttributeSchema, BlockSchema } from '../../language/schema/types';
import { atVersion } from '../../language/schema/version';
import type { Version } from '../../language/schema/version';
import type { Attribute, Block } from '../../language/tree';
import { nearest } from '../words';
import { readValue } from './read-value';
import type { Use } from './read-value';
import { silentReporter } from './report';
import type { Reporter } from './report';

/** What fills in attributes that are left out: the version, and the `defaults` of the file by block keyword. */
export interface Defaults {
  readonly version: Version;
  readonly blocks: ReadonlyMap<string, { readonly block: Block; readonly declaration: Declaration }>;
}

export interface ReadBlock {
  readonly values: Readonly<Record<string, unknown>>;
  readonly uses: readonly Use[];
}

/**
 * Reads the attributes of a block, reports what the schema does not have or allow, and fills in defaults. A `partial` block
 * (one in `defaults`) may lack required attributes.
 */
export function readValues(block: Block, defaults: Defaults, reporter: Reporter, partial: boolean): ReadBlock {
  const schema = blockSchema(block.keyword.text);
  const values: Record<string, unknown> = {};
  const uses: Use[] = [];
  if (!schema) return { values, uses };
  readAttributes(block, schema, reporter, values, uses);
  if (!partial) reportMissing(block, schema, values, defaults, reporter);
  const common = defaults.blocks.get(block.keyword.text);
  if (common && common.block !== block) {
    readAttributes(common.block, schema, silentReporter(common.declaration), values, []);
  }
  for (const [name, attribute] of Object.entries(schema.attributes)) {
    values[name] ??= defaultOf(attribute, defaults.version);
  }
  return { values, uses };
}

function defaultOf(attribute: AttributeSchema, version: Version): unknown {
  if (attribute.keyed !== undefined) return new Map();
  const value = attribute.default;
  return typeof value === 'object' ? atVersion(value, version) : value;
}

/** Attributes into `values`; what is there already stays. */
function readAttributes(
  block: Block,
  schema: BlockSchema,
  reporter: Reporter,
  values: Record<string, unknown>,
  uses: Use[],
): void {
  const seen = new Map<string, Attribute>();
  for (const item of block.items) {
    if (item.kind !== 'attribute') continue;
    const name = item.name.text;
    const attribute = attributeSchema(schema, name);
    if (!attribute) {
      reportUnknown(item, block, schema, reporter);
      continue;
    }
    const id = attribute.keyed === undefined ? name : `${name} ${item.key?.text.toLowerCase() ?? ''}`;
    if (seen.has(id)) reportTwice(item, seen.get(id), block, reporter);
    else if (item.value) readOne(item, attribute, reporter, values, uses);
    seen.set(id, seen.get(id) ?? item);
  }
}

function readOne(
  item: Attribute,
  schema: AttributeSchema,
  reporter: Reporter,
  values: Record<string, unknown>,
  uses: Use[],
): void {
  const name = item.name.text;
  if (!item.value) return;
  if (schema.keyed === undefined) {
    if (item.key) {
      reporter.report('language/syntax', `${name} takes no name before its '='.`, item.key.span);
      return;
    }
    values[name] ??= readValue(schema, item.value, { name, reporter, uses });
    return;
  }
  if (!item.key) {
    reporter.report('language/syntax', `${name} needs the name of a ${schema.keyed} before its '='.`, item.name.span);
    return;
  }
  const place = { declaration: reporter.declaration, span: item.key.span };
  const key = item.key.text.toLowerCase();
  uses.push({ to: schema.keyed, ref: { name: item.key.text, key, place }, attribute: name });
  const single = item.value.kind === 'string' ? [item.value.text] : undefined;
  const entries = single ?? readValue(schema, item.value, { name, reporter, uses }) ?? [];
  const old = values[name];
  values[name] = new Map<unknown, unknown>([...(old instanceof Map ? old : []), [key, entries]]);
}

function reportUnknown(item: Attribute, block: Block, schema: BlockSchema, reporter: Reporter): void {
  const name = item.name.text;
  const given = new Set(block.items.flatMap((other) => (other.kind === 'attribute' ? [other.name.text] : [])));
  const meant = nearest(
    name,
    Object.keys(schema.attributes).filter((word) => !given.has(word)),
  );
  const hint = meant === undefined ? '' : ` Is ${meant} meant?`;
  const fixes = meant === undefined ? [] : [reporter.replacement(`Change to ${meant}`, item.name.span, meant)];
  const message = `A ${block.keyword.text} has no attribute '${name}'.${hint}`;
  reporter.report('language/unknown-attribute', message, item.name.span, fixes);
}

function reportTwice(item: Attribute, first: Attribute | undefined, block: Block, reporter: Reporter): void {
  const message = `${item.name.text} is given twice in this ${block.keyword.text}; the first one counts.`;
  const place = first && { declaration: reporter.declaration, span: first.name.span };
  const related = place ? [{ place, message: 'The first one is here.' }] : [];
  reporter.report('language/duplicate-name', message, item.name.span, [], related);
}

/** A declaration that cannot be read whole may hold the attribute after all (language.md, Settled readings, Required). */
function reportMissing(
  block: Block,
  schema: BlockSchema,
  values: Readonly<Record<string, unknown>>,
  defaults: Defaults,
  reporter: Reporter,
): void {
  if (reporter.declaration.problems.some((problem) => problem.severity === 'error')) return;
  const common = defaults.blocks.get(block.keyword.text)?.block.items ?? [];
  const words = Object.keys(schema.attributes);
  // A misspelt attribute is reported as such; it is not missing on top of that.
  const given = new Set(
    [...block.items, ...common].flatMap((item) => {
      if (item.kind !== 'attribute') return [];
      return attributeSchema(schema, item.name.text) ? [item.name.text] : [nearest(item.name.text, words)];
    }),
  );
  for (const [name, attribute] of Object.entries(schema.attributes)) {
    const needed =
      attribute.required ?? (block.keyword.text === 'vhd' && name === 'parent' && values['kind'] === 'differencing');
    if (needed && !given.has(name)) reportAbsent(block, name, attribute, reporter);
  }
}

const placeholders: Readonly<Record<string, string>> = {
  size: '${1:4GB}',
  duration: '${1:30s}',
  integer: '${1:1}',
  path: '"${1:G:\\\\folder\\\\file}"',
  references: '[${1:name}]',
};

function reportAbsent(block: Block, name: string, attribute: AttributeSchema, reporter: Reporter): void {
  const label = block.label ? ` ${block.label.quoted ? `"${block.label.text}"` : block.label.text}` : '';
  const message = `${block.keyword.text}${label} lacks ${name}, which it must have: ${attribute.doc}`;
  const text = `${name} = ${placeholders[attribute.type] ?? '${1:name}'}`;
  const at = block.body ? block.body.start + 1 : block.header.end;
  const edit = {
    place: { declaration: reporter.declaration, span: { start: at, end: at } },
    newText: block.body ? ` ${text} ` : ` { ${text} }`,
  };
  reporter.report('language/missing-attribute', message, block.header, [
    { title: `Insert ${name}`, preferred: false, edits: [edit], snippet: true },
  ]);
}
