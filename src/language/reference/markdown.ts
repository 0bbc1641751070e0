import { actionForms, expectedStates, subjectKinds } from '../schema/actions';
import { blocks, blockSchema, mayContain, topKeywords } from '../schema/schema';
import type { AttributeSchema, BlockSchema } from '../schema/types';
import { durationUnits, sizeUnits } from '../schema/units';
import { defaultVersion, versions } from '../schema/version';
import { describeDefault, describeRange, describeSince, describeType } from './describe';

const keywords: readonly string[] = Object.keys(blocks);

/** Text for a cell of a Markdown table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

function attributeRow(name: string, schema: AttributeSchema): string {
  const range = describeRange(schema);
  const type = `${describeType(schema)}${range === undefined ? '' : `, ${range}`}`;
  const value = schema.required ? '**required**' : (describeDefault(schema) ?? '');
  const since = describeSince(schema.since);
  const doc = `${schema.doc}${since === undefined ? '' : ` (${since})`}`;
  return row([`\`${name}\``, type, value, schema.property ?? '', doc, schema.source]);
}

function whereOf(keyword: string): string {
  const parents = keywords.filter((parent) => mayContain(parent, keyword)).map((parent) => `\`${parent}\``);
  const places = [
    ...(topKeywords.has(keyword) ? ['at top level'] : []),
    ...(parents.length > 0 ? [`in ${parents.join(', ')}`] : []),
  ];
  return places.join('; ');
}

const labels: Readonly<Record<BlockSchema['label'], string>> = {
  none: '',
  name: ' "Name"',
  path: ' "PATH"',
  'optional path': ' ["PATH"]',
  disk: ' DISK',
  file: ' "FILE"',
};

function blockSection(keyword: string, schema: BlockSchema): string {
  const attributes = Object.entries(schema.attributes);
  const table =
    attributes.length === 0
      ? []
      : [
          row(['attribute', 'value', 'left out', 'Windows property', 'meaning', 'source']),
          row(['---', '---', '---', '---', '---', '---']),
          ...attributes.map(([name, attribute]) => attributeRow(name, attribute)),
          '',
        ];
  const inside = schema.blocks?.map((inner) => `\`${inner}\``).join(', ');
  return [
    `### ${keyword}`,
    '',
    `\`${keyword}${labels[schema.label]}\` ${whereOf(keyword)}. ${schema.doc}`,
    '',
    ...(schema.property === undefined ? [] : [`Windows resource type: ${schema.property}.`, '']),
    ...(inside === undefined ? [] : [`Blocks inside: ${inside}.`, '']),
    ...table,
    `Source: ${schema.source}.`,
    '',
  ].join('\n');
}

/** A pattern of an action as a reader writes it: optional parts in brackets. */
function patternOf(pattern: string): string {
  return pattern
    .split(' ')
    .map((part) =>
      part.startsWith('?')
        ? `[${part.slice(1).replace(':', ' ')}]`
        : part.endsWith('S') && part === part.toUpperCase()
          ? '[NODE, …]'
          : part,
    )
    .join(' ');
}

function statementsSection(): string {
  return [
    '## Scenario statements',
    '',
    '`at TIME ACTION`, where ACTION is one of:',
    '',
    row(['action', 'what happens']),
    row(['---', '---']),
    ...actionForms.map((form) => row([`\`${patternOf(form.pattern)}\``, form.doc])),
    '',
    '`expect` takes one of:',
    '',
    '- `SUBJECT STATE [on NODE]`, `SUBJECT owned by NODE`, `outage of SUBJECT below TIME`, `no outage of SUBJECT`,',
    '  `cluster running`, `cluster stopped`; and after it nothing (judged when nothing more will happen), `within TIME` (counted from',
    '  the `at` line above), `at TIME` (time of the run), or `always` (from the `at` line above to the end).',
    `- A subject may have its kind before it: ${subjectKinds.map((kind) => `\`${kind}\``).join(', ')}. Without it the name is looked`,
    '  for among resources, groups, disks, nodes and workloads, in this order.',
    `- States: ${expectedStates.map((state) => `\`${state}\``).join(', ')}.`,
    '',
  ].join('\n');
}

/** The language reference as Markdown, made from the schema alone: `docs/language.md`. */
export function referenceMarkdown(): string {
  return [
    '# The .hacluster language',
    '',
    '<!-- Written by `npm run generate` from src/language/schema. Do not edit. -->',
    '',
    'A file is a row of blocks: `keyword "Name" { attribute = value … }`. A newline ends an attribute; on one line attributes are',
    'separated by space or `;`. Comments are `# …`, `// …` and `/* … */`. Names of letters, digits, `_` and `-` need no quotes; all',
    'others stand in quotes, in which a backslash is a backslash and `""` is a quote mark. Names compare without case.',
    '',
    `Sizes: ${Object.keys(sizeUnits).join(', ')} (powers of 1024). Times: ${Object.keys(durationUnits).join(', ')}. Releases: ${versions.join(', ')}; without`,
    `\`version\` a design is for ${defaultVersion}.`,
    '',
    '"Left out" says what holds where an attribute is not written. "semantics" and the S-numbers name sections and sources of the',
    'semantics reference; "language.md" the contract of the language.',
    '',
    '## Blocks',
    '',
    ...keywords.flatMap((keyword) => {
      const schema = blockSchema(keyword);
      return schema ? [blockSection(keyword, schema)] : [];
    }),
    statementsSection(),
  ].join('\n');
}
