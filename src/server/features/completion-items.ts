import { CompletionItemKind } from 'vscode-languageserver';
import { blockSchema, topKeywords } from '../../language/schema/schema';
import type { AttributeSchema, BlockSchema } from '../../language/schema/types';
import { describeRange, describeType } from '../../language/reference/describe';
import type { Version } from '../../language/schema/version';
import { inRelease } from './completion-item';
import type { Proposal } from './completion-item';
import type { Frame } from './completion-place';

const ranks = { required: 1, attribute: 3, block: 6 } as const;

/** How the value of an attribute begins, by its type; `#` is the number of its placeholder. */
const starts: Readonly<Partial<Record<AttributeSchema['type'], string>>> = {
  string: '"${#}"',
  path: '"${#}"',
  strings: '["${#}"]',
  references: '[${#}]',
};

function valueStart(schema: AttributeSchema, number: string): string {
  return (starts[schema.type] ?? '${#}').replace('#', number);
}

function attributeProposal(name: string, schema: AttributeSchema, nameOnly: boolean): Proposal {
  const key = schema.keyed === undefined ? '' : ` \${1:${schema.keyed}}`;
  const value = valueStart(schema, schema.keyed === undefined ? '1' : '2');
  const range = describeRange(schema);
  return {
    label: name,
    kind: CompletionItemKind.Property,
    text: nameOnly ? name : `${name}${key} = ${value}`,
    ...(!nameOnly && { snippet: true }),
    detail: [describeType(schema), ...(range === undefined ? [] : [range])].join(', '),
    doc: schema.doc,
    rank: schema.required ? ranks.required : ranks.attribute,
  };
}

const labels: Readonly<Record<BlockSchema['label'], string>> = {
  none: '',
  name: ' "${1:name}"',
  path: ' "${1:path}"',
  'optional path': ' "${1:G:}"',
  disk: ' ${1:disk}',
  file: ' "${1:file.hacluster}"',
};

/** A block with its required attributes, its values left to fill in. */
function blockText(keyword: string, schema: BlockSchema, isDefault: boolean): string {
  const label = isDefault ? '' : labels[schema.label];
  if (schema.label === 'file' || schema.label === 'disk') return `${keyword}${label}`;
  const required = Object.entries(schema.attributes).filter(([, one]) => one.required === true && !isDefault);
  const lines = required.map(([name, one], index) => `  ${name} = ${valueStart(one, String(index + 2))}\n`);
  return `${keyword}${label} {\n${lines.join('')}  $0\n}`;
}

function blockProposal(keyword: string, schema: BlockSchema, isDefault: boolean): Proposal {
  return {
    label: keyword,
    kind: CompletionItemKind.Keyword,
    text: blockText(keyword, schema, isDefault),
    snippet: true,
    detail: 'block',
    doc: schema.doc,
    rank: ranks.block,
  };
}

function blocksFor({ keyword, blocks }: Frame, version: Version): readonly Proposal[] {
  const schema = keyword === undefined ? undefined : blockSchema(keyword);
  const allowed: readonly string[] = keyword === undefined ? [...topKeywords] : (schema?.blocks ?? []);
  return allowed.flatMap((one) => {
    const inner = blockSchema(one);
    if (!inner || (inner.single === true && blocks.has(one))) return [];
    return [inRelease(blockProposal(one, inner, keyword === 'defaults'), inner.since, version)];
  });
}

/** What may stand in a block: attributes that it does not have yet, and blocks, those of later releases last; only attributes where a name is being changed. */
export function itemProposals(frame: Frame, version: Version, beforeEquals: boolean): readonly Proposal[] {
  const schema = frame.keyword === undefined ? undefined : blockSchema(frame.keyword);
  const attributes = Object.entries(schema?.attributes ?? {})
    .filter(([name, one]) => one.keyed !== undefined || !frame.given.has(name))
    .map(([name, one]) => inRelease(attributeProposal(name, one, beforeEquals), one.since, version));
  return beforeEquals ? attributes : [...attributes, ...blocksFor(frame, version)];
}
