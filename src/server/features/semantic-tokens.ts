import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import type { SemanticTokens, SemanticTokensEdit, SemanticTokensLegend } from 'vscode-languageserver';
import type { Declaration } from '../../language/declaration';
import type { Document } from '../../language/document';
import { attributeSchema, blockSchema } from '../../language/schema/schema';
import type { AttributeSchema, BlockSchema } from '../../language/schema/types';
import type { Range, Span } from '../../language/span';
import type { AtStatement, Attribute, Block, ExpectStatement } from '../../language/tree';
import { changedBetween } from '../../language/row';
import { itemsOf, valuesOf } from './walk';

/** How things are coloured, by the keyword or namespace they are known by; a resource of any kind is a variable. */
const typesOfThings: Readonly<Record<string, SemanticTokenTypes>> = {
  cluster: SemanticTokenTypes.namespace,
  guest_cluster: SemanticTokenTypes.namespace,
  nlb_cluster: SemanticTokenTypes.namespace,
  group: SemanticTokenTypes.namespace,
  node: SemanticTokenTypes.class,
  nodes: SemanticTokenTypes.class,
  virtual_machine: SemanticTokenTypes.type,
  disk: SemanticTokenTypes.struct,
  storage: SemanticTokenTypes.interface,
  network: SemanticTokenTypes.interface,
  site: SemanticTokenTypes.enum,
  rack: SemanticTokenTypes.enum,
  workload: SemanticTokenTypes.method,
  scenario: SemanticTokenTypes.event,
};

const { keyword, property, enumMember, variable } = SemanticTokenTypes;

/** The kinds of tokens, in the order in which the numbers of the protocol count them. */
export const legend: SemanticTokensLegend = {
  tokenTypes: [...new Set([keyword, property, enumMember, variable, ...Object.values(typesOfThings)])],
  tokenModifiers: [SemanticTokenModifiers.declaration],
};

const declarationBit = 1;

interface Coloured {
  readonly span: Span;
  readonly type: SemanticTokenTypes;
  readonly declares?: true;
}

function typeOf(thing: string): SemanticTokenTypes {
  return typesOfThings[thing.toLowerCase()] ?? variable;
}

function inHeader({ keyword: word, label }: Block, schema: BlockSchema): readonly Coloured[] {
  const first: Coloured = { span: word.span, type: keyword };
  if (!label) return [first];
  if (schema.label === 'name') return [first, { span: label.span, type: typeOf(word.text), declares: true }];
  return schema.label === 'disk' ? [first, { span: label.span, type: typeOf('disk') }] : [first];
}

/** How the words in a value of this type are coloured; undefined where they stay as they are. */
function typeInValue(schema: AttributeSchema): SemanticTokenTypes | undefined {
  switch (schema.type) {
    case 'reference':
    case 'references':
      return typeOf(schema.to);
    case 'dependency':
      return variable;
    case 'keyword':
    case 'boolean':
      return enumMember;
    default:
      return undefined;
  }
}

function inAttribute({ name, key, value }: Attribute, schema: AttributeSchema): readonly Coloured[] {
  const type = typeInValue(schema);
  const words =
    type === undefined ? [] : [...valuesOf(value)].filter((one) => one.kind === 'name' || one.kind === 'string');
  return [
    { span: name.span, type: property },
    ...(key ? [{ span: key.span, type: typeOf(schema.keyed ?? '') }] : []),
    ...words.flatMap(({ span }) => (type === undefined ? [] : [{ span, type }])),
  ];
}

function inAction({ action }: AtStatement): readonly Coloured[] {
  const args = action?.arguments ?? [];
  return args.flatMap(({ slot, words }) => words.map(({ span }) => ({ span, type: typeOf(slot) })));
}

function inExpectation({ term }: ExpectStatement): readonly Coloured[] {
  if (!term) return [];
  if (term.kind === 'cluster') return [{ span: term.state.span, type: enumMember }];
  const { kind, name } = term.subject;
  const subject: Coloured = { span: name.span, type: typeOf(kind?.text ?? '') };
  if (term.kind === 'owned') return [subject, { span: term.by.span, type: typeOf('node') }];
  if (term.kind !== 'state') return [subject];
  const on = term.on ? [{ span: term.on.span, type: typeOf('node') }] : [];
  return [subject, { span: term.state.span, type: enumMember }, ...on];
}

function colouredIn({ blocks }: Declaration): readonly Coloured[] {
  const found: Coloured[] = [];
  const parents = new Map<Attribute, BlockSchema>();
  for (const item of itemsOf(blocks)) {
    if (item.kind === 'block') {
      const schema = blockSchema(item.keyword.text);
      if (!schema) continue;
      found.push(...inHeader(item, schema));
      for (const inner of item.items) if (inner.kind === 'attribute') parents.set(inner, schema);
    } else if (item.kind === 'attribute') {
      const block = parents.get(item);
      const schema = block && attributeSchema(block, item.name.text);
      if (schema) found.push(...inAttribute(item, schema));
    } else found.push(...(item.kind === 'at' ? inAction(item) : inExpectation(item)));
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** A token with its line in the declaration. */
interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

const known = new WeakMap<Declaration, readonly Token[]>();

function tokensOf(declaration: Declaration): readonly Token[] {
  const made = known.get(declaration);
  if (made) return made;
  const { lineStarts } = declaration;
  let line = 0;
  const tokens = colouredIn(declaration).map(({ span, type, declares }): Token => {
    while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= span.start) line += 1;
    return {
      line,
      character: span.start - (lineStarts[line] ?? 0),
      length: span.end - span.start,
      type: legend.tokenTypes.indexOf(type),
      modifiers: declares ? declarationBit : 0,
    };
  });
  known.set(declaration, tokens);
  return tokens;
}

/** The coloured words of a document, or of the lines of a range, as the protocol counts them: each from the one before it. */
export function semanticTokensOf(document: Document, range?: Range): SemanticTokens {
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  const first = range?.start.line ?? 0;
  const end = range?.end.line ?? Number.POSITIVE_INFINITY;
  for (const declaration of document.declarations) {
    const start = document.lineOf(declaration) ?? 0;
    if (start > end) break;
    if (start + declaration.lineStarts.length <= first) continue;
    for (const token of tokensOf(declaration)) {
      const line = start + token.line;
      if (line < first || line > end) continue;
      const character = line === lastLine ? token.character - lastCharacter : token.character;
      data.push(line - lastLine, character, token.length, token.type, token.modifiers);
      lastLine = line;
      lastCharacter = token.character;
    }
  }
  return { data };
}

/** What changes one row of tokens into another: at most one stretch, replaced as a whole. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const { start, old, fresh } = changedBetween(before, after);
  return old.length === 0 && fresh.length === 0 ? [] : [{ start, deleteCount: old.length, data: [...fresh] }];
}
