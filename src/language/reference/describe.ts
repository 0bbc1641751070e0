import type { AttributeSchema } from '../schema/types';
import { writeDuration, writeSize } from '../schema/units';
import { versions } from '../schema/version';
import type { Version } from '../schema/version';
import { isBareName, writeString } from '../tokens';

/** How a value of this attribute's type is written by the language. */
function write(schema: AttributeSchema, value: string | number | boolean): string {
  if (schema.type === 'size' && typeof value === 'number') return writeSize(value);
  if (schema.type === 'duration' && typeof value === 'number') return writeDuration(value);
  return typeof value === 'string' && !isBareName(value) ? writeString(value) : String(value);
}

/** The type of an attribute in words: `size`, `one of save, turn_off`, `list of nodes`. */
export function describeType(schema: AttributeSchema): string {
  switch (schema.type) {
    case 'keyword':
      return `one of ${schema.words.map((word) => write(schema, word)).join(', ')}`;
    case 'reference':
      return schema.to.replaceAll('_', ' ');
    case 'references':
      return `list of ${schema.to.replaceAll('_', ' ')}s`;
    case 'string':
      return 'text';
    case 'strings':
      return schema.keyed === undefined ? 'list of texts' : `text or list of texts, once for each ${schema.keyed}`;
    case 'dependency':
      return 'names joined by and, or and parentheses';
    case 'witness':
      return 'disk, or a share or account in quotes';
    case 'boolean':
      return 'true or false';
    default:
      return schema.type;
  }
}

/** The range of an attribute (`3 to 120`), or undefined where it has none. */
export function describeRange(schema: AttributeSchema): string | undefined {
  if (schema.type !== 'integer' && schema.type !== 'size' && schema.type !== 'duration') return undefined;
  const { min, max } = schema;
  if (min === undefined && max === undefined) return undefined;
  if (max === undefined) return min === undefined || min <= 1 ? undefined : `${write(schema, min)} or more`;
  return `${write(schema, min ?? 0)} to ${write(schema, max)}`;
}

/** The default of an attribute for each span of releases (`5; from 2012R2: 10`), or undefined where it has none. */
export function describeDefault(schema: AttributeSchema): string | undefined {
  const { default: value } = schema;
  if (value === undefined) return schema.defaultText;
  if (typeof value !== 'object') return write(schema, value);
  return versions
    .flatMap((version) => {
      const entry = value[version];
      return entry === undefined ? [] : [`${version === '2008' ? '' : `from ${version}: `}${write(schema, entry)}`];
    })
    .join('; ');
}

/** The default that holds for one release, as the language writes it; undefined where the attribute has none. */
export function defaultIn(schema: AttributeSchema, value: unknown): string | undefined {
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return plain ? write(schema, value) : schema.defaultText;
}

/** `from 2012 on`, or undefined for what every release has. */
export function describeSince(since: Version | undefined): string | undefined {
  return since === undefined ? undefined : `from ${since} on`;
}
