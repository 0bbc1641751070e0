import { MarkupKind } from 'vscode-languageserver';
import type { Hover } from 'vscode-languageserver';
import { blockSchema } from '../../language/schema/schema';
import type { AttributeSchema } from '../../language/schema/types';
import { bytesOf, millisecondsOf } from '../../language/schema/units';
import { touches } from '../../language/span';
import type { Position, Span } from '../../language/span';
import type { NumberValue, Value } from '../../language/tree';
import { groupOfDisk } from '../../model/owners';
import { resolvePath } from '../../model/paths';
import { listOf } from '../../model/words';
import { sayDuration } from '../../simulation/words';
import type { Cluster } from '../../model/cluster';
import { describeAction, describeAttribute, describeBlock } from './hover-schema';
import { nameAt, schemaOf, whereIs } from './lookup';
import type { Subject, Where } from './lookup';
import { saySize } from './memory';
import { pathAt } from './paths';
import { factsOf, sayKind } from './summary';

/** What is said of a stretch of the text. */
interface Said {
  readonly span: Span;
  readonly markdown: string;
}

/** What Markdown takes for more than itself; of a bare address (`https://…`, `www.…`, `name@…`) the character that makes it a link. */
const special = /[\\`*_{}[\]<>()#+!|~&@-]|:(?=\/\/)|(?<=\bwww)\./gi;

/** Text as Markdown shows it, character by character: what a design says is never a link or an entity. */
function escape(text: string): string {
  return text.replace(special, String.raw`\$&`);
}

function ofName(subject: Subject, where: Where): Said | undefined {
  const found = nameAt(subject, where);
  if (!found) return undefined;
  const { declared, span } = found;
  const facts = factsOf(subject.design.cluster, declared).map((fact) => `- ${escape(fact)}`);
  return { span, markdown: `**${escape(declared.name)}**: ${sayKind(declared.kind)}\n\n${facts.join('\n')}`.trim() };
}

function whereTo(cluster: Cluster, path: string): string {
  const found = resolvePath(cluster, path);
  switch (found.kind) {
    case 'volume': {
      const group = groupOfDisk(cluster, found.disk);
      const volume = found.volume.path?.text ?? 'the volume with this GUID';
      const owner = group ? `, which group ${group.name} owns` : found.disk.values.shared_volume ? ', shared' : '';
      return `On ${volume} of disk ${found.disk.name}${owner}.`;
    }
    case 'local': {
      const names = found.nodes.map((key) => cluster.nodes.get(key)?.name ?? key);
      return `On drive ${found.drive} of the node itself, which ${listOf(names)} ${names.length === 1 ? 'has' : 'have'}.`;
    }
    case 'share':
      return `On the share ${found.share} of ${found.server}.`;
    case 'unknown':
      return `No disk of the design has the volume ${found.volume}.`;
  }
}

function ofPath({ design }: Subject, where: Where): Said | undefined {
  const path = pathAt(where);
  return path && { span: path.span, markdown: escape(whereTo(design.cluster, path.text)) };
}

function ofKeyword({ blocks, offset }: Where): Said | undefined {
  const keyword = blocks.at(-1)?.keyword;
  const schema = keyword && touches(keyword.span, offset) ? blockSchema(keyword.text) : undefined;
  return keyword && schema && { span: keyword.span, markdown: describeBlock(keyword.text, schema) };
}

/** A size or duration in words; undefined for a number of another kind. */
function numberInWords({ value, unit }: NumberValue): string | undefined {
  if (unit === undefined) return undefined;
  const bytes = bytesOf(unit);
  if (bytes !== undefined) return `${saySize(value * bytes)}, ${(value * bytes).toLocaleString('en-US')} bytes`;
  const milliseconds = millisecondsOf(unit);
  if (milliseconds === undefined) return undefined;
  return `${sayDuration(value * milliseconds)}, ${(value * milliseconds).toLocaleString('en-US')} ms`;
}

function innermost(value: Value, offset: number): Value {
  const inside = value.kind === 'list' ? value.items : 'operands' in value ? value.operands : [];
  const found = inside.find(({ span }) => touches(span, offset));
  return found ? innermost(found, offset) : value;
}

function ofValue(name: string, value: Value, schema: AttributeSchema, offset: number): Said | undefined {
  const exact = innermost(value, offset);
  if (!touches(exact.span, offset)) return undefined;
  const number = exact.kind === 'number' ? numberInWords(exact) : undefined;
  const meaning = `\`${name}\`: ${schema.doc}`;
  return { span: exact.span, markdown: number === undefined ? meaning : `${number}\n\n${meaning}` };
}

function ofItem({ design }: Subject, { blocks, item, offset }: Where): Said | undefined {
  if (item?.kind === 'at') {
    const { time, action } = item;
    if (time && touches(time.span, offset)) return { span: time.span, markdown: numberInWords(time) ?? time.text };
    const markdown = describeAction(item);
    return action && markdown !== undefined && touches(action.span, offset)
      ? { span: action.span, markdown }
      : undefined;
  }
  if (item?.kind !== 'attribute') return undefined;
  const { name, value } = item;
  const schema = schemaOf(blocks.at(-1)?.keyword.text, name.text);
  if (!schema) return undefined;
  if (touches(name.span, offset)) {
    return { span: name.span, markdown: describeAttribute(name.text, schema, design.cluster.version) };
  }
  return value && ofValue(name.text, value, schema, offset);
}

/** What is said of the word at a position: what a name is, where a path leads, what a block, attribute or action means. */
export function hoverAt(subject: Subject, position: Position): Hover | null {
  const where = whereIs(subject.document, position);
  const said = ofName(subject, where) ?? ofPath(subject, where) ?? ofKeyword(where) ?? ofItem(subject, where);
  if (!said) return null;
  const range = subject.document.rangeOf({ declaration: where.declaration, span: said.span });
  return { contents: { kind: MarkupKind.Markdown, value: said.markdown }, ...(range && { range }) };
}
