import type { Declaration } from '../language/declaration';
import type { Finding, Place } from '../language/finding';
import { touches } from '../language/span';
import type { Cluster } from '../model/cluster';
import type { Group, Resource, VirtualMachine } from '../model/elements';
import type { Dependency } from '../model/values';
import { filesOf } from './files';
import { ids, machineId, resourceId, volumeId } from './ids';
import type { FindingCount, ViewName } from './scene';

/** Where a shape of a view is declared. Several places may lead to one shape, as a file does that two machines use. */
export interface Anchor {
  readonly id: string;
  readonly place: Place;
}

interface Declared {
  readonly declaration: Declaration;
  readonly block: { readonly span: Place['span'] };
}

function anchor(id: string, { declaration, block }: Declared): Anchor {
  return { id, place: { declaration, span: block.span } };
}

function* gates(resource: string, dependency: Dependency, path: readonly number[]): Generator<Anchor> {
  if (dependency.kind === 'resource') return;
  yield { id: ids.gate(resource, path), place: dependency.place };
  for (const [index, operand] of dependency.operands.entries()) yield* gates(resource, operand, [...path, index]);
}

function* resourceAnchors(resource: Resource): Generator<Anchor> {
  yield anchor(resourceId(resource), resource);
  if (resource.values.depends_on) yield* gates(resource.name, resource.values.depends_on, []);
}

function* dependencyAnchors(cluster: Cluster): Generator<Anchor> {
  const groups: readonly Group[] = [
    ...cluster.groups.all,
    ...cluster.guestClusters.all.flatMap((guest) => guest.groups),
  ];
  for (const group of groups) {
    yield anchor(ids.group(group.name), group);
    for (const resource of group.resources) yield* resourceAnchors(resource);
  }
  for (const machine of cluster.virtualMachines.all)
    if (machine.group === '') yield anchor(machineId(machine), machine);
}

function* machineAnchors(cluster: Cluster, machine: VirtualMachine): Generator<Anchor> {
  yield anchor(machineId(machine), machine);
  for (const file of filesOf(cluster, machine)) yield { id: ids.file(file.path), place: file.place };
  for (const whole of machine.passthroughDisks) {
    const disk = cluster.disks.get(whole.disk.key);
    if (disk) yield anchor(ids.passthrough(disk.name), whole);
  }
}

function* storageAnchors(cluster: Cluster): Generator<Anchor> {
  for (const node of cluster.nodes.all) yield anchor(ids.node(node.name), node);
  for (const disk of cluster.disks.all) {
    yield anchor(ids.disk(disk.name), disk);
    for (const volume of disk.volumes) yield anchor(volumeId(disk, volume), volume);
  }
  for (const resource of cluster.diskResources.all) {
    const disk = cluster.disks.get(resource.key);
    if (disk && cluster.diskResources.get(resource.key) === resource) yield anchor(ids.disk(disk.name), resource);
  }
  for (const machine of cluster.virtualMachines.all) yield* machineAnchors(cluster, machine);
  for (const resource of cluster.resources.all) {
    if (resource.kind === 'virtual_machine_configuration' && resource.values.path) {
      yield anchor(ids.file(resource.values.path.text), resource);
    }
  }
}

/** Everything of the design that a view shows, outer things before what lies in them. */
export function anchorsOf(cluster: Cluster, view: ViewName): readonly Anchor[] {
  return [...(view === 'dependencies' ? dependencyAnchors(cluster) : storageAnchors(cluster))];
}

/** Where the thing of a shape is declared; undefined for a shape that stands for nothing declared. */
export function placeOfShape(cluster: Cluster, id: string): Place | undefined {
  for (const view of ['storage', 'dependencies'] as const) {
    const found = anchorsOf(cluster, view).find((candidate) => candidate.id === id);
    if (found) return found.place;
  }
  return undefined;
}

function innermost(anchors: readonly Anchor[], offset: number): string | undefined {
  let best: Anchor | undefined;
  for (const candidate of anchors) {
    if (!touches(candidate.place.span, offset)) continue;
    const length = candidate.place.span.end - candidate.place.span.start;
    if (!best || length < best.place.span.end - best.place.span.start) best = candidate;
  }
  return best?.id;
}

function byDeclaration(anchors: readonly Anchor[]): ReadonlyMap<Declaration, readonly Anchor[]> {
  const map = new Map<Declaration, Anchor[]>();
  for (const candidate of anchors) {
    const list = map.get(candidate.place.declaration);
    if (list) list.push(candidate);
    else map.set(candidate.place.declaration, [candidate]);
  }
  return map;
}

/** The innermost thing of the view whose declaration holds `offset` (UTF-16 units from the start of the declaration). */
export function shapeAt(
  cluster: Cluster,
  view: ViewName,
  declaration: Declaration,
  offset: number,
): string | undefined {
  const here = anchorsOf(cluster, view).filter((candidate) => candidate.place.declaration === declaration);
  return innermost(here, offset);
}

const weights = { error: 3, warning: 2, info: 1, hint: 0 } as const;

/** Errors and warnings counted on the innermost shape of the view that they concern, by its id. */
export function findingCounts(
  cluster: Cluster,
  view: ViewName,
  findings: readonly Finding[],
): ReadonlyMap<string, FindingCount> {
  const counts = new Map<string, FindingCount>();
  const shown = findings.filter((finding) => finding.severity === 'error' || finding.severity === 'warning');
  if (shown.length === 0) return counts;
  const anchors = byDeclaration(anchorsOf(cluster, view));
  for (const { place, severity, message } of shown) {
    const id = innermost(anchors.get(place.declaration) ?? [], place.span.start);
    if (id === undefined) continue;
    const known = counts.get(id);
    if (!known) counts.set(id, { severity, count: 1, message });
    else if (weights[severity] > weights[known.severity]) counts.set(id, { severity, count: known.count + 1, message });
    else counts.set(id, { ...known, count: known.count + 1 });
  }
  return counts;
}
