import type { Route, Shape } from '../picture';
import type { Scene, SceneEdge } from '../scene';
import { missingPathLine } from './lane';
import { elbow } from './route';
import { columns, volumeSizes } from './sizes';
import { assignTracks } from './stack';

/** Where lines leave and reach cards, in px from their top, and the trunks between the columns. */
const ports = { owns: 18, reachesFrom: 48, reachesTo: 40, volumeHead: 18, nestedHead: 16 } as const;
const trunks = { owns: 264, reaches: [228, 244], stores: 1076, step: 12, tracks: 6, clear: 8 } as const;
const stub = { indent: 16, gap: 12, length: 14 } as const;
/** With so many nodes all paths are drawn; with more, those of the selected disk. */
const mostNodesWithLines = 2;

type Places = ReadonlyMap<string, Shape>;

function plain(edge: SceneEdge): Omit<Route, 'points' | 'arrow'> {
  const { id, from, to, kind } = edge;
  return { id, from, to, kind, missing: edge.missing === true };
}

function headOf(volume: Shape): number {
  if (volume.form === 'row') return volume.height / 2;
  return volume.x > columns.volume ? ports.nestedHead : ports.volumeHead;
}

/** From the card at the head of the disk's lane: for a shared volume that is not its owner's. */
function owns(edge: SceneEdge, places: Places): Route | undefined {
  const disk = places.get(edge.to);
  const root = places.get(disk?.parent ?? edge.from);
  if (!disk || !root) return undefined;
  const from = { x: root.x + root.width, y: root.y + ports.owns };
  const to = { x: disk.x, y: disk.y + ports.owns };
  return { ...plain(edge), points: elbow(from, trunks.owns, to), arrow: true };
}

function holds(edge: SceneEdge, places: Places): Route | undefined {
  const disk = places.get(edge.from);
  const held = places.get(edge.to);
  if (!disk || !held) return undefined;
  const to = { x: held.x, y: held.y + headOf(held) };
  const from = { x: disk.x + disk.width, y: disk.y + Math.min(headOf(held), ports.owns) };
  const trunk = (disk.x + disk.width + columns.volume) / 2;
  return { ...plain(edge), points: elbow(from, trunk, to), arrow: true };
}

function parentOf(edge: SceneEdge, places: Places): Route | undefined {
  const parent = places.get(edge.from);
  const child = places.get(edge.to);
  if (!parent || !child || parent.parent !== child.parent || child.x <= parent.x) return undefined;
  const x = parent.x + volumeSizes.step;
  const bottomOfIcon = parent.y + parent.height / 2 + 8;
  const middle = child.y + child.height / 2;
  const points = [
    { x, y: bottomOfIcon },
    { x, y: middle },
    { x: child.x + volumeSizes.step / 2, y: middle },
  ];
  return { ...plain(edge), points, arrow: false };
}

/** The lines to all machines: one trunk a machine, on tracks so that trunks of two machines never lie on each other. */
function stores(edges: readonly SceneEdge[], places: Places): readonly Route[] {
  const byMachine = new Map<string, { readonly edge: SceneEdge; readonly from: Shape; readonly to: Shape }[]>();
  for (const edge of edges) {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    if (!from || !to) continue;
    const line = { edge, from, to };
    const list = byMachine.get(edge.to);
    if (list) list.push(line);
    else byMachine.set(edge.to, [line]);
  }
  const fans = [...byMachine.values()];
  const stretches = fans.map((lines) => {
    const ends = lines.flatMap(({ from, to }) => [from.y + headOf(from), to.y + to.height / 2]);
    return { from: Math.min(...ends), to: Math.max(...ends) };
  });
  const tracks = assignTracks(stretches, trunks.clear, trunks.tracks);
  return fans.flatMap((lines, index) =>
    lines.map(({ edge, from, to }): Route => {
      const start = { x: from.x + from.width, y: from.y + headOf(from) };
      const end = { x: to.x, y: to.y + to.height / 2 };
      const points = elbow(start, trunks.stores - trunks.step * (tracks[index] ?? 0), end);
      return { ...plain(edge), points, arrow: true };
    }),
  );
}

function reaches(edge: SceneEdge, places: Places, nodes: readonly string[]): Route | undefined {
  const node = places.get(edge.from);
  const disk = places.get(edge.to);
  if (!node || !disk) return undefined;
  const few = nodes.length <= mostNodesWithLines;
  const trunk = trunks.reaches[few ? nodes.indexOf(edge.from) : 0] ?? trunks.reaches[0];
  const from = { x: node.x + node.width, y: node.y + ports.reachesFrom };
  const to = { x: disk.x, y: disk.y + ports.reachesTo };
  const points = elbow(from, trunk, to);
  return { ...plain(edge), points, arrow: false, ...(few ? {} : { onSelection: true }) };
}

/** Short stubs under a node, one for each disk it should reach, the last for all that find no room. */
function missingPaths(edges: readonly SceneEdge[], places: Places): readonly Route[] {
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const { from } of edges) totals.set(from, (totals.get(from) ?? 0) + 1);
  return edges.flatMap((edge) => {
    const node = places.get(edge.from);
    const disk = places.get(edge.to);
    const index = counts.get(edge.from) ?? 0;
    counts.set(edge.from, index + 1);
    if (!node || !disk || index > missingPathLine.most) return [];
    const x = node.x + stub.indent;
    const bottom = node.y + node.height;
    const y = bottom + stub.gap + index * missingPathLine.height;
    const points = [
      { x, y: bottom },
      { x, y },
      { x: x + stub.length, y },
    ];
    const rest = (totals.get(edge.from) ?? 0) - index;
    const words = index === missingPathLine.most && rest > 1 ? `and to ${rest} more` : `no path to ${disk.label}`;
    return [{ ...plain(edge), points, arrow: false, words }];
  });
}

/** From a shared disk down to the card of the node that coordinates it. */
function coordination(shape: Shape, places: Places): readonly Route[] {
  const disk = shape.parent === undefined ? undefined : places.get(shape.parent);
  if (shape.kind !== 'node' || !disk) return [];
  const x = disk.x + stub.indent + stub.gap / 3;
  const points = [
    { x, y: disk.y + disk.height },
    { x, y: shape.y },
  ];
  const ends = { id: `coordinates:${disk.id}`, from: disk.id, to: shape.id };
  return [{ ...ends, kind: 'owns', missing: false, points, arrow: false }];
}

/** The lines of the storage view, over the shapes where they lie. */
export function storageRoutes(scene: Scene, shapes: readonly Shape[]): readonly Route[] {
  const places = new Map(shapes.map((shape) => [shape.id, shape]));
  const of = (kind: SceneEdge['kind'], missing = false): readonly SceneEdge[] =>
    scene.edges.filter((edge) => edge.kind === kind && (edge.missing === true) === missing);
  const nodes = scene.nodes.filter(({ kind, parent }) => kind === 'node' && parent === undefined).map(({ id }) => id);
  return [
    ...of('reaches').flatMap((edge) => reaches(edge, places, nodes) ?? []),
    ...missingPaths(of('reaches', true), places),
    ...of('owns').flatMap((edge) => owns(edge, places) ?? []),
    ...shapes.flatMap((shape) => coordination(shape, places)),
    ...of('holds').flatMap((edge) => holds(edge, places) ?? []),
    ...of('parent_of').flatMap((edge) => parentOf(edge, places) ?? []),
    ...stores(of('stores'), places),
  ];
}
