import type { Caption, Picture, Route, Shape } from '../picture';
import type { Scene, SceneEdge, SceneNode } from '../scene';
import { placeLane } from './lane';
import { captionLine, columns, spacing } from './sizes';
import { storageRoutes } from './storage-routes';

const captions: readonly Caption[] = [
  { x: columns.node, y: captionLine.baseline, text: 'Node', role: 'column' },
  { x: columns.disk, y: captionLine.baseline, text: 'Disk: array and LUN', role: 'column' },
  { x: columns.volume, y: captionLine.baseline, text: 'Volume and files', role: 'column' },
  { x: columns.machine, y: captionLine.baseline, text: 'Virtual machine', role: 'column' },
];

function gather<T>(things: readonly T[], keyOf: (thing: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === undefined) continue;
    const list = map.get(key);
    if (list) list.push(thing);
    else map.set(key, [thing]);
  }
  return map;
}

/** How many parents above it lie on the same volume. A ring counts as none. */
function depths(scene: Scene, nodes: ReadonlyMap<string, SceneNode>): ReadonlyMap<string, number> {
  const parents = new Map<string, string>();
  for (const { kind, from, to } of scene.edges) {
    if (kind === 'parent_of' && nodes.get(from)?.parent === nodes.get(to)?.parent) parents.set(to, from);
  }
  const depthOf = (id: string): number => {
    const seen = new Set<string>([id]);
    let parent = parents.get(id);
    while (parent !== undefined && !seen.has(parent)) {
      seen.add(parent);
      parent = parents.get(parent);
    }
    return parent === undefined ? seen.size - 1 : 0;
  };
  return new Map([...parents.keys()].map((id) => [id, depthOf(id)]));
}

/** The volume of a disk that lies in another disk's volume, by the disk's id. */
function mounts(edges: readonly SceneEdge[], nodes: ReadonlyMap<string, SceneNode>): ReadonlyMap<string, string> {
  const nested = edges.filter(({ kind, from, to }) => kind === 'holds' && nodes.get(to)?.parent !== from);
  return new Map(nested.map(({ from, to }) => [from, to]));
}

/**
 * The storage view: a lane a node and its four columns. Kind and order of the file say where everything goes, so no general
 * layout is asked: what an edit does not touch keeps its column and its order. Time: linear.
 */
export function layoutStorage(scene: Scene): Picture {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  const children = gather(scene.nodes, ({ parent }) => parent);
  const needs = gather(
    scene.edges.filter(({ kind }) => kind === 'stores'),
    ({ to }) => to,
  );
  const missing = gather(
    scene.edges.filter(({ kind, missing: none }) => kind === 'reaches' && none === true),
    ({ from }) => from,
  );
  const depth = depths(scene, nodes);
  const mountOf = mounts(scene.edges, nodes);
  const shapes: Shape[] = [];
  const notes: Caption[] = [];
  let y: number = captionLine.storage;
  for (const root of scene.nodes) {
    if (root.parent !== undefined) continue;
    const contents = {
      childrenOf: (id: string) => children.get(id) ?? [],
      depthOf: (id: string) => depth.get(id) ?? 0,
      needs: (id: string) => (needs.get(id) ?? []).map(({ from }) => from),
      missingPaths: missing.get(root.id)?.length ?? 0,
    };
    const lane = placeLane(root, y, contents, (disk) => mountOf.get(disk));
    shapes.push(...lane.shapes);
    const free = lane.shapes.every(({ x }) => x < columns.disk);
    if (root.note !== undefined && free) {
      notes.push({ x: columns.volume, y: y + captionLine.note, text: root.note, role: 'hint' });
    }
    y = lane.bottom + spacing.lanes;
  }
  const edges: readonly Route[] = storageRoutes(scene, shapes);
  const { view, title, subtitle } = scene;
  const width = columns.laneWidth + 2 * spacing.margin;
  const height = (shapes.length === 0 ? captionLine.storage : y - spacing.lanes) + spacing.margin;
  return {
    view,
    title,
    subtitle,
    width,
    height,
    shapes,
    edges,
    captions: shapes.length === 0 ? [] : [...captions, ...notes],
  };
}
