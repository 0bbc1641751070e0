import type { Edit } from '../../language/finding';
import type { QuorumModel } from '../../model/profile';
import type { QuorumScope } from '../quorum-scope';
import { attributeIn, attributeText, insertStatements, removeStatement } from './statement';

/** Writes model and witness into a cluster; `witness` is as it is written, undefined for a model without one. */
export function setQuorum(
  { quorum, element }: QuorumScope,
  model: QuorumModel,
  witness: string | undefined,
): readonly Edit[] {
  const written = { model, ...(witness === undefined ? {} : { witness }) };
  if (!quorum) {
    const lines = Object.entries(written).map(([name, value]) => `  ${name.padEnd('witness'.length)} = ${value}`);
    return [insertStatements(element, [['quorum {', ...lines, '}'].join('\n')], element.block.items.at(-1))];
  }
  const { block, declaration } = quorum;
  const [ownModel, ownWitness] = [attributeIn(block, 'model'), attributeIn(block, 'witness')];
  const edits: Edit[] = [];
  const missing: string[] = [];
  for (const [name, value] of Object.entries(written)) {
    const own = attributeIn(block, name);
    if (own?.value) edits.push({ place: { declaration, span: own.value.span }, newText: value });
    else missing.push(attributeText(quorum, name, value, ownModel ?? ownWitness));
  }
  if (missing.length > 0) edits.push(insertStatements(quorum, missing, ownModel ?? ownWitness));
  if (witness === undefined && ownWitness) edits.push(removeStatement(declaration, ownWitness.span));
  return edits;
}
