import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Range,
  SymbolKind,
} from 'vscode-languageserver';
import { termsOf } from '../../checks/dependencies';
import type { Position } from '../../language/span';
import type { Design } from '../../model/design';
import { isDiskResource } from '../../model/elements';
import type { Resource } from '../../model/elements';
import type { Ref } from '../../model/values';
import { symbolKindOf } from '../symbols';
import { locate, nameAt, whereIs } from './lookup';
import type { Subject } from './lookup';
import { sayKind } from './summary';

function itemOf(design: Design, resource: Resource): CallHierarchyItem | undefined {
  const { block, declaration, key } = resource;
  const whole = locate(design, { declaration, span: block.span });
  const label = locate(design, { declaration, span: (block.label ?? block.keyword).span });
  if (!whole || !label) return undefined;
  const disk = isDiskResource(resource) ? design.cluster.disks.get(resource.disk.key) : undefined;
  const kind: SymbolKind = symbolKindOf(resource.kind);
  return {
    name: disk?.name ?? resource.name,
    kind,
    detail: sayKind(resource.kind),
    uri: whole.uri,
    range: whole.range,
    selectionRange: label.range,
    data: key,
  };
}

function rangesOf(design: Design, refs: readonly Ref[]): Range[] {
  return refs.flatMap(({ place }) => locate(design, place)?.range ?? []);
}

/** The resource at a position: where it is named or declared. The resource of a disk also where the disk is. */
export function dependencyItemsAt(subject: Subject, position: Position): CallHierarchyItem[] {
  const { design } = subject;
  const { cluster } = design;
  const name = nameAt(subject, whereIs(subject.document, position));
  if (!name) return [];
  const { key, kind } = name.declared;
  const resource = kind === 'disk' ? cluster.diskResources.get(key) : cluster.resources.get(key);
  const isMeant = resource !== undefined && (kind === 'disk' || resource.kind === kind);
  const item = isMeant ? itemOf(design, resource) : undefined;
  return item ? [item] : [];
}

function keyOf({ data }: CallHierarchyItem): string {
  return typeof data === 'string' ? data : '';
}

/** "Depends on": the resources that this one names, with the places where it does. */
export function dependenciesOf(design: Design, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const { resources } = design.cluster;
  const terms = termsOf(resources.get(keyOf(item))?.values.depends_on);
  return [...new Set(terms.map(({ key }) => key))].flatMap((key) => {
    const resource = resources.get(key);
    const to = resource && itemOf(design, resource);
    return to
      ? [
          {
            to,
            fromRanges: rangesOf(
              design,
              terms.filter((term) => term.key === key),
            ),
          },
        ]
      : [];
  });
}

/** "Required by": the resources that name this one, with the places where they do. */
export function dependentsOf(design: Design, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const key = keyOf(item);
  return design.cluster.resources.all.flatMap((resource) => {
    const terms = termsOf(resource.values.depends_on).filter((term) => term.key === key);
    const from = terms.length > 0 ? itemOf(design, resource) : undefined;
    return from ? [{ from, fromRanges: rangesOf(design, terms) }] : [];
  });
}
