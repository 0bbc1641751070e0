import type { Edit } from '../../../language/finding';
import { resourcesIn } from '../../elements';
import { placeOf } from '../../edits/dependency';
import { insertion } from '../../edits/text';
import type { Dependency } from '../../../model/values';
import type { Resource } from '../../../model/elements';
import type { DeclarationRule, Found } from '../../rule';

/** `and` and `or` side by side: which of them binds tighter is for the reader to guess. */
export const ambiguousDependency: DeclarationRule = {
  code: 'dependency/ambiguous',
  severity: 'warning',
  source: 'semantics 3.3 (the validator asks for parentheses)',
  oncePerPlace: true,
  check: (bound) => resourcesIn(bound).flatMap((resource) => mixedIn(resource, resource.values.depends_on)),
};

function mixedIn(resource: Resource, expression: Dependency | undefined): readonly Found[] {
  if (!expression || expression.kind === 'resource') return [];
  const inner = expression.operands.flatMap((operand) => mixedIn(resource, operand));
  const loose = expression.operands.filter((operand) => operand.kind === 'and' && !operand.parenthesized);
  if (expression.kind === 'and' || loose.length === 0) return inner;
  const edits = loose.flatMap((operand): readonly Edit[] => {
    const { declaration, span } = placeOf(operand);
    return [insertion(declaration, span.start, '('), insertion(declaration, span.end, ')')];
  });
  return [
    {
      message: `What ${resource.name} depends on mixes and and or without parentheses. It is read as ${say(expression)}; whoever expects the other reading is wrong about when ${resource.name} comes online.`,
      place: placeOf(expression),
      fixes: [{ title: 'Add the parentheses it is read with', preferred: true, edits }],
    },
    ...inner,
  ];
}

/** An expression with the parentheses it is read with around its parts. */
function say(expression: Dependency): string {
  if (expression.kind === 'resource') return expression.ref.name;
  const parts = expression.operands.map((operand) =>
    operand.kind === 'resource' ? say(operand) : `(${say(operand)})`,
  );
  return parts.join(` ${expression.kind} `);
}
