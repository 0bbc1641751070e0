import { touches } from '../../language/span';
import type { Group, Resource } from '../../model/elements';
import { isDiskResource, isVirtualMachine } from '../../model/elements';
import type { Dependency } from '../../model/values';
import { resolvePath } from '../../model/paths';
import { filesOf } from '../files';
import { resourceId } from '../ids';
import type { SceneEdge } from '../scene';
import type { Sight } from './sight';

/** The rules that say that a resource should depend on another and does not (checks.md, groups and resources). */
const rules: ReadonlySet<string> = new Set([
  'vm/storage-dependency-missing',
  'vm/configuration-dependency-missing',
  'configuration/storage-dependency-missing',
]);

function leaves(dependency: Dependency | undefined): readonly string[] {
  if (!dependency) return [];
  return dependency.kind === 'resource' ? [dependency.ref.key] : dependency.operands.flatMap(leaves);
}

/** Keys of the disks that hold what the resource needs. */
function disksNeeded(resource: Resource, { cluster }: Sight): ReadonlySet<string> {
  const paths =
    resource.kind === 'virtual_machine_configuration'
      ? [resource.values.path?.text ?? '']
      : isVirtualMachine(resource)
        ? filesOf(cluster, resource).map((file) => file.path)
        : [];
  const disks = new Set(
    paths.flatMap((path) => {
      const found = resolvePath(cluster, path);
      return found.kind === 'volume' ? [found.disk.key] : [];
    }),
  );
  if (isVirtualMachine(resource)) for (const { disk } of resource.passthroughDisks) disks.add(disk.key);
  return disks;
}

/** The resources of its group that the finding's resource should name in `depends_on` and does not. */
function providersMissing(code: string, resource: Resource, group: Group, sight: Sight): readonly Resource[] {
  const named = new Set(leaves(resource.values.depends_on));
  if (code === 'vm/configuration-dependency-missing') {
    const key = isVirtualMachine(resource) ? resource.values.configuration?.key : undefined;
    return group.resources.filter((other) => other.key === key && !named.has(other.key));
  }
  const needed = disksNeeded(resource, sight);
  return group.resources.filter(
    (other) => isDiskResource(other) && needed.has(other.disk.key) && !named.has(other.key),
  );
}

/** Dependencies that the checks miss in the group, as edges between its resources. */
export function missingDependencies(group: Group, sight: Sight): readonly SceneEdge[] {
  const edges = new Map<string, SceneEdge>();
  const found = sight.findings.filter(({ code, place }) => rules.has(code) && place.declaration === group.declaration);
  for (const { code, place } of found) {
    const resource = group.resources.find(({ block }) => touches(block.span, place.span.start));
    if (!resource) continue;
    const from = resourceId(resource);
    for (const provider of providersMissing(code, resource, group, sight)) {
      const to = resourceId(provider);
      const id = `missing:${from}>${to}`;
      edges.set(id, { id, from, to, kind: 'depends_on', missing: true });
    }
  }
  return [...edges.values()];
}
