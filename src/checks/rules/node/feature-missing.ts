import { addToList } from '../../edits/list';
import { attributeIn, attributeText, insertStatements } from '../../edits/statement';
import type { Edit } from '../../../language/finding';
import { isBareName, writeString } from '../../../language/tokens';
import type { DeclaredElements } from '../../../model/bind/declaration';
import { elementsIn } from '../../elements';
import type { DeclarationRule } from '../../rule';
import { headerOf } from '../../written';

type DeclaredNode = DeclaredElements['node'];

const feature = 'failover_clustering';

/** A node without the Failover Clustering feature cannot be a member of the cluster. */
export const featureMissing: DeclarationRule = {
  code: 'node/feature-missing',
  severity: 'error',
  source: 'S20, Prerequisites 1; language.md (features left out: all prerequisites are there)',
  check: (declaration) =>
    elementsIn(declaration, 'node')
      .filter(({ values }) => values.features !== undefined && !values.features.some((one) => isFeature(one)))
      .map((node) => ({
        message: `Node ${node.name} lacks the Failover Clustering feature: it cannot join the cluster, so nothing can fail over to it.`,
        place: headerOf(node),
        fixes: [
          { title: `Add ${feature} to the features of ${node.name}`, preferred: true, edits: [addFeature(node)] },
        ],
      })),
};

function isFeature(text: string): boolean {
  return text.toLowerCase().replaceAll(/[\s-]/g, '_') === feature;
}

/** A node whose list stands in `defaults` gets one of its own. */
function addFeature(node: DeclaredNode): Edit {
  const written = attributeIn(node.block, 'features')?.value;
  if (written?.kind === 'list') return addToList(node.declaration, written, [feature]);
  const all = [...(node.values.features ?? []), feature].map((one) => (isBareName(one) ? one : writeString(one)));
  const last = node.block.items.at(-1);
  return insertStatements(node, [attributeText(node, 'features', `[${all.join(', ')}]`, last)], last);
}
