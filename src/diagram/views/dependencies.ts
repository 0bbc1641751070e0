import type { Cluster } from '../../model/cluster';
import type { Group, Resource, VirtualMachine } from '../../model/elements';
import type { Dependency } from '../../model/values';
import { countOf } from '../../model/words';
import { gatherings, ids, machineId, resourceId } from '../ids';
import type { Scene, SceneEdge, SceneNode, ShapeKind } from '../scene';
import { duration, line, size, typeName } from '../words';
import type { ResourceKind } from '../../model/elements';
import type { Sight } from './sight';
import { missingDependencies } from './missing';

const shapeKinds: Readonly<Record<ResourceKind, ShapeKind>> = {
  physical_disk: 'disk',
  storage_class: 'disk',
  virtual_machine: 'virtual_machine',
  virtual_machine_configuration: 'configuration',
  ip_address: 'ip_address',
  network_name: 'network_name',
  file_server: 'file_server',
  file_share: 'file_share',
  generic_service: 'service',
  generic_application: 'application',
  generic_script: 'script',
  resource: 'resource',
};

/** What a card of this view says of a resource besides its type. */
function particular(cluster: Cluster, resource: Resource): string | undefined {
  switch (resource.kind) {
    case 'virtual_machine':
      return resource.values.memory === undefined ? undefined : size(resource.values.memory);
    case 'physical_disk':
    case 'storage_class':
      return cluster.disks
        .get(resource.disk.key)
        ?.volumes.flatMap((volume) => volume.path?.text ?? [])
        .join(', ');
    case 'ip_address':
      return resource.values.network?.name;
    case 'file_share':
      return resource.values.path?.text;
    default:
      return undefined;
  }
}

function groupDetail(group: Group, { standing }: Sight): string {
  const owner = standing.ownerOf(group);
  const { failover_threshold: threshold, failover_period: period } = group.values;
  const times = threshold === 1 ? 'once' : `${threshold} times`;
  return line(
    owner === undefined ? 'no owner' : `on ${owner}`,
    group.guestCluster === undefined ? undefined : 'in a guest cluster',
    threshold === undefined ? undefined : `fails over at most ${times} in ${duration(period)}`,
  );
}

/** The edges of a dependency expression, and the gates and absent providers that they need. */
function expressionOf(
  cluster: Cluster,
  resource: Resource,
  group: string,
  nodes: SceneNode[],
  edges: SceneEdge[],
): void {
  const absent = (name: string): string => {
    const id = `${ids.absent(name)}/${group}`;
    const detail = cluster.disks.get(name.toLowerCase()) ? 'Disk is in no group' : 'Not declared';
    const known = nodes.some((node) => node.id === id);
    if (!known) {
      const plain = {
        kind: 'resource',
        label: name,
        detail,
        parent: group,
        state: undefined,
        findings: undefined,
      } as const;
      nodes.push({ id, ...plain, absent: true });
    }
    return id;
  };
  const walk = (from: string, dependency: Dependency, path: readonly number[]): void => {
    if (dependency.kind === 'resource') {
      const provider = cluster.resources.get(dependency.ref.key);
      const to = provider ? resourceId(provider) : absent(dependency.ref.name);
      const wrong = provider?.group !== resource.group;
      edges.push({ id: `depends_on:${from}>${to}`, from, to, kind: 'depends_on', ...(wrong ? { missing: true } : {}) });
      return;
    }
    const id = ids.gate(resource.name, path);
    const label = dependency.kind === 'and' ? 'AND' : 'OR';
    const detail = dependency.kind === 'and' ? 'all of them' : 'one of them';
    nodes.push({ id, kind: 'gate', label, detail, parent: group, state: undefined, findings: undefined });
    edges.push({ id: `depends_on:${from}>${id}`, from, to: id, kind: 'depends_on' });
    for (const [index, operand] of dependency.operands.entries()) walk(id, operand, [...path, index]);
  };
  if (resource.values.depends_on) walk(resourceId(resource), resource.values.depends_on, []);
}

function resourceNode(resource: Resource, group: string, sight: Sight): SceneNode {
  const id = resourceId(resource);
  return {
    id,
    kind: shapeKinds[resource.kind],
    label: resource.name,
    detail: line(typeName(resource), particular(sight.cluster, resource)),
    parent: group,
    state: sight.standing.resourceState(resource),
    findings: sight.counts.get(id),
  };
}

function looseMachines(machines: readonly VirtualMachine[], sight: Sight): readonly SceneNode[] {
  if (machines.length === 0) return [];
  const id = gatherings.notClustered;
  const plain = { parent: undefined, state: undefined, findings: undefined } as const;
  const detail = 'virtual machines in no group: they stay on their host';
  return [
    { id, kind: 'lane', label: 'Not clustered', detail, ...plain },
    ...machines.map((machine) => ({ ...resourceNode(machine, id, sight), id: machineId(machine) })),
  ];
}

/** Resource dependencies: a container a group, in it its resources and what each needs (semantics 3.3). */
export function dependenciesScene(sight: Sight): Scene {
  const { cluster, standing, counts } = sight;
  const groups = [...cluster.groups.all, ...cluster.guestClusters.all.flatMap((guest) => guest.groups)];
  const nodes: SceneNode[] = [];
  const edges: SceneEdge[] = [];
  for (const group of groups) {
    const id = ids.group(group.name);
    nodes.push({
      id,
      kind: 'group',
      label: group.name,
      detail: groupDetail(group, sight),
      parent: undefined,
      state: standing.groupState(group),
      findings: counts.get(id),
    });
    for (const resource of group.resources) nodes.push(resourceNode(resource, id, sight));
    for (const resource of group.resources) expressionOf(cluster, resource, id, nodes, edges);
    edges.push(...missingDependencies(group, sight));
  }
  nodes.push(
    ...looseMachines(
      cluster.virtualMachines.all.filter((machine) => machine.group === ''),
      sight,
    ),
  );
  const resources = groups.reduce((sum, group) => sum + group.resources.length, 0);
  const subtitle = `${countOf(groups.length, 'group')}, ${countOf(resources, 'resource')}`;
  return { view: 'dependencies', title: cluster.name, subtitle, nodes, edges };
}
