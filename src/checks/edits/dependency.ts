import { isBareName, writeString } from '../../language/tokens';
import type { Edit, Place } from '../../language/finding';
import type { Resource } from '../../model/elements';
import type { Dependency } from '../../model/values';
import { attributeIn, attributeText, insertStatements, removeStatement } from './statement';
import { insertion, removal } from './text';
import { containsComment } from './comments';

const operators: ReadonlySet<string> = new Set(['and', 'or']);

/** A name as a term of a dependency expression: bare where it can be and is no operator. */
export function writeTerm(name: string): string {
  return isBareName(name) && !operators.has(name) ? name : writeString(name);
}

/** Where a dependency expression is written, parentheses included. */
export function placeOf(dependency: Dependency): Place {
  return dependency.kind === 'resource' ? dependency.ref.place : dependency.place;
}

/**
 * Makes a resource depend on further ones, and keeps what it depends on already. An expression with a bare `or` is put in
 * parentheses, because `and` binds tighter (semantics 3.3). A statement that must be added goes in with `others`.
 */
export function requireAll(
  resource: Resource,
  names: readonly string[],
  others: readonly string[] = [],
): readonly Edit[] {
  const { block, declaration } = resource;
  const terms = names.map(writeTerm).join(' and ');
  const old = resource.values.depends_on;
  const written = attributeIn(block, 'depends_on');
  const last = block.items.findLast((item) => item.kind === 'attribute');
  if (old && written?.value) {
    const { span } = placeOf(old);
    const open = old.kind === 'or' && !old.parenthesized;
    return [
      ...(others.length > 0 ? [insertStatements(resource, others, attributeBefore(resource, written))] : []),
      ...(open ? [insertion(declaration, span.start, '(')] : []),
      insertion(declaration, span.end, `${open ? ')' : ''} and ${terms}`),
    ];
  }
  const inherited = old ? `${inheritedText(old)} and ` : '';
  const statement = attributeText(resource, 'depends_on', inherited + terms, last);
  return [insertStatements(resource, [...others, statement], last)];
}

/** What a statement that belongs before `depends_on` goes behind. */
function attributeBefore({ block }: Resource, written: { readonly span: { readonly start: number } }) {
  const before = block.items.filter((item) => item.kind === 'attribute' && item.span.start < written.span.start);
  return before.at(-1);
}

/** An expression that stands in `defaults`, as it must be written to go on in another block. */
function inheritedText(dependency: Dependency): string {
  const { declaration, span } = placeOf(dependency);
  const text = declaration.text.slice(span.start, span.end);
  return dependency.kind === 'or' && !dependency.parenthesized ? `(${text})` : text;
}

/**
 * Takes one term out of what a resource depends on, with its operator; the whole attribute where nothing else is in it.
 * Undefined where that would take a comment along, or where the expression stands elsewhere.
 */
export function removeTerm(resource: Resource, place: Place): Edit | undefined {
  const { declaration, block } = resource;
  const written = attributeIn(block, 'depends_on');
  const expression = resource.values.depends_on;
  if (!written?.value || !expression || place.declaration !== declaration) return undefined;
  if (expression.kind === 'resource') return removeStatement(declaration, written.span);
  const span = spanWithOperator(expression, place);
  return span && !containsComment(declaration, span) ? removal(declaration, span) : undefined;
}

function spanWithOperator(expression: Dependency, place: Place): Place['span'] | undefined {
  if (expression.kind === 'resource') return undefined;
  const spans = expression.operands.map((operand) => placeOf(operand).span);
  for (const [index, operand] of expression.operands.entries()) {
    const span = placeOf(operand).span;
    const before = spans[index - 1];
    const after = spans[index + 1];
    if (operand.kind !== 'resource') {
      const inner = spanWithOperator(operand, place);
      if (inner) return inner;
    } else if (span.start === place.span.start) {
      return before ? { start: before.end, end: span.end } : { start: span.start, end: after?.start ?? span.end };
    }
  }
  return undefined;
}
