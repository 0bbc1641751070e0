import { describeDefault, describeRange, describeSince, describeType } from '../language/reference/describe';
import { actionForms, expectedStates, subjectKinds } from '../language/schema/actions';
import { blockSchema, blocks, mayContain } from '../language/schema/schema';
import type { AttributeSchema, BlockSchema } from '../language/schema/types';
import { durationUnits, sizeUnits } from '../language/schema/units';
import { defaultVersion, versions } from '../language/schema/version';
import type { Version } from '../language/schema/version';

/** A value that holds from a release on, until the next entry. */
export interface DefaultFrom {
  readonly from: Version;
  readonly value: string | number | boolean;
}

/** An attribute for other tools (docs/schema-json.md). What does not apply is null. */
export interface AttributeDescription {
  readonly name: string;
  readonly type: AttributeSchema['type'];
  /** What numbers are counted in once read. */
  readonly unit: 'bytes' | 'milliseconds' | 'percent' | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly step: number | null;
  readonly words: readonly string[] | null;
  /** Kind of thing that the value names. */
  readonly to: string | null;
  /** Kind of thing whose name stands before the `=`. */
  readonly keyed_by: string | null;
  readonly required: boolean;
  readonly defaults: readonly DefaultFrom[];
  /** What holds where the attribute is left out, in words. */
  readonly left_out: string | null;
  readonly since: Version | null;
  readonly property: string | null;
  readonly doc: string;
  readonly source: string;
}

/** A block for other tools. */
export interface BlockDescription {
  readonly keyword: string;
  readonly label: BlockSchema['label'];
  /** Whether it may stand at top level. */
  readonly top: boolean;
  /** Keywords of the blocks it may stand in. */
  readonly in: readonly string[];
  readonly single: boolean;
  readonly statements: boolean;
  readonly since: Version | null;
  readonly property: string | null;
  readonly doc: string;
  readonly source: string;
  readonly attributes: readonly AttributeDescription[];
}

/** The whole language for other tools: what `hacluster schema --format json` prints. Fields are added, never renamed. */
export interface SchemaDescription {
  readonly version: 1;
  readonly releases: readonly Version[];
  readonly default_release: Version;
  /** Bytes of each unit of size, milliseconds of each unit of time. */
  readonly units: {
    readonly size: Readonly<Record<string, number>>;
    readonly duration: Readonly<Record<string, number>>;
  };
  readonly blocks: readonly BlockDescription[];
  readonly actions: readonly { readonly pattern: string; readonly since: Version | null; readonly doc: string }[];
  readonly subjects: readonly string[];
  readonly states: readonly string[];
}

const units: Readonly<Partial<Record<AttributeSchema['type'], AttributeDescription['unit']>>> = {
  size: 'bytes',
  duration: 'milliseconds',
  percentage: 'percent',
};

function defaultsOf({ default: value }: AttributeSchema): readonly DefaultFrom[] {
  if (value === undefined) return [];
  if (typeof value !== 'object') return [{ from: versions[0], value }];
  return versions.flatMap((from) => {
    const entry = value[from];
    return entry === undefined ? [] : [{ from, value: entry }];
  });
}

function attributeOf(name: string, schema: AttributeSchema): AttributeDescription {
  return {
    name,
    type: schema.type,
    unit: units[schema.type] ?? null,
    min: 'min' in schema ? (schema.min ?? null) : null,
    max: 'max' in schema ? (schema.max ?? null) : null,
    step: 'step' in schema ? (schema.step ?? null) : null,
    words: schema.type === 'keyword' ? schema.words : null,
    to: 'to' in schema ? schema.to : null,
    keyed_by: schema.keyed ?? null,
    required: schema.required === true,
    defaults: defaultsOf(schema),
    left_out: describeDefault(schema) ?? null,
    since: schema.since ?? null,
    property: schema.property ?? null,
    doc: schema.doc,
    source: schema.source,
  };
}

const keywords: readonly string[] = Object.keys(blocks);

function blockOf(keyword: string, schema: BlockSchema): BlockDescription {
  return {
    keyword,
    label: schema.label,
    top: schema.top === true,
    in: keywords.filter((parent) => mayContain(parent, keyword)),
    single: schema.single === true,
    statements: schema.statements === true,
    since: schema.since ?? null,
    property: schema.property ?? null,
    doc: schema.doc,
    source: schema.source,
    attributes: Object.entries(schema.attributes).map(([name, attribute]) => attributeOf(name, attribute)),
  };
}

/** The language as data, made from its table alone. Sizes in bytes, times in ms. */
export function schemaToJson(): SchemaDescription {
  return {
    version: 1,
    releases: versions,
    default_release: defaultVersion,
    units: { size: sizeUnits, duration: durationUnits },
    blocks: keywords.flatMap((keyword) => {
      const schema = blockSchema(keyword);
      return schema ? [blockOf(keyword, schema)] : [];
    }),
    actions: actionForms.map(({ pattern, since, doc }) => ({ pattern, since: since ?? null, doc })),
    subjects: subjectKinds,
    states: expectedStates,
  };
}

function attributeLine(name: string, schema: AttributeSchema): string {
  const range = describeRange(schema);
  const left = schema.required ? 'required' : describeDefault(schema);
  const since = describeSince(schema.since);
  const facts = [range, left === undefined || schema.required ? left : `left out: ${left}`, schema.property, since];
  const more = facts.flatMap((fact) => fact ?? []).join('; ');
  return `  ${name} = ${describeType(schema)}${more === '' ? '' : ` (${more})`}\n      ${schema.doc}`;
}

/** The same for people: a paragraph for each block, two lines for each attribute. */
export function schemaToText(): string {
  const paragraphs = keywords.flatMap((keyword) => {
    const schema = blockSchema(keyword);
    if (!schema) return [];
    const lines = Object.entries(schema.attributes).map(([name, attribute]) => attributeLine(name, attribute));
    return [[`${keyword}: ${schema.doc}`, ...lines].join('\n')];
  });
  return `${paragraphs.join('\n\n')}\n`;
}
