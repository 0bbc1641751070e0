import type { Caption, Picture, Point, Route, Shape } from '../picture';
import type { Scene, SceneEdge, SceneNode } from '../scene';
import type { Arrangement, LayoutEngine } from './engine';
import { connect } from './route';
import { captionLine, cardSizes, containerSizes, pageWidth, spacing } from './sizes';

const { head, inset, least, empty } = containerSizes;

/** A container laid out inside, before it has its place on the page. */
interface Container {
  readonly node: SceneNode;
  readonly members: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly arrangement: Arrangement;
  readonly width: number;
  readonly height: number;
}

function boxOf(node: SceneNode): { readonly width: number; readonly height: number } {
  return node.kind === 'gate' ? cardSizes.gate : cardSizes.resource;
}

function words(edge: SceneEdge): { readonly words: string } | undefined {
  return edge.missing && edge.id.startsWith('missing:') ? { words: 'dependency missing' } : undefined;
}

async function arrange(
  node: SceneNode,
  members: readonly SceneNode[],
  edges: readonly SceneEdge[],
  engine: LayoutEngine,
): Promise<Container> {
  const index = new Map(members.map(({ id }, at) => [id, at]));
  const arrows = edges.flatMap(({ from, to }) => {
    const ends = { from: index.get(from), to: index.get(to) };
    return ends.from === undefined || ends.to === undefined ? [] : [{ from: ends.from, to: ends.to }];
  });
  const arrangement = await engine.layout({ boxes: members.map(boxOf), arrows });
  const inner = members.length === 0 ? empty - spacing.padding - inset : arrangement.height;
  return {
    node,
    members,
    edges,
    arrangement,
    width: Math.max(least, arrangement.width + 2 * inset),
    height: head + spacing.padding + Math.max(0, inner) + inset,
  };
}

interface Packed {
  readonly container: Container;
  readonly at: Point;
  /** Of the tallest container in the row, so that a row has one lower edge. */
  readonly height: number;
}

/** Containers in rows from the left in the order of the file, a new row where the page is full. */
function pack(containers: readonly Container[]): readonly Packed[] {
  const right = spacing.margin + pageWidth(containers.length);
  const rows: { readonly y: number; height: number; readonly members: { container: Container; x: number }[] }[] = [];
  let x: number = spacing.margin;
  for (const container of containers) {
    const last = rows.at(-1);
    const full = x > spacing.margin && x + container.width > right;
    const row = last && !full ? last : { y: nextTop(last), height: 0, members: [] };
    if (row !== last) {
      rows.push(row);
      x = spacing.margin;
    }
    row.members.push({ container, x });
    row.height = Math.max(row.height, container.height);
    x += container.width + spacing.containers.across;
  }
  return rows.flatMap(({ y, height, members }) => members.map((one) => ({ ...one, at: { x: one.x, y }, height })));
}

function nextTop(row: { readonly y: number; readonly height: number } | undefined): number {
  return row ? row.y + row.height + spacing.containers.down : captionLine.dependencies;
}

function shapesOf({ container: { node, members, arrangement, width }, at, height }: Packed): readonly Shape[] {
  const cards = members.map((member, index): Shape => {
    const place = arrangement.boxes[index] ?? { x: 0, y: 0 };
    const form = member.kind === 'gate' ? 'gate' : 'card';
    const x = at.x + inset + place.x;
    return { ...member, ...boxOf(member), form, x, y: at.y + head + spacing.padding + place.y };
  });
  return [{ ...node, form: 'container', ...at, width, height }, ...cards];
}

function routesOf({ container: { edges, arrangement }, at }: Packed): readonly Route[] {
  return edges.map((edge, index): Route => {
    const points = (arrangement.arrows[index] ?? []).map(({ x, y }) => ({
      x: at.x + inset + x,
      y: at.y + head + spacing.padding + y,
    }));
    return { ...edge, missing: edge.missing === true, points, arrow: !edge.to.startsWith('gate:'), ...words(edge) };
  });
}

const hint: Caption = {
  x: 2 * spacing.margin,
  y: captionLine.baseline,
  text: 'Dependents left, what they need to the right. A group comes online from right to left.',
  role: 'hint',
};

/** Two levels: the engine lays out the inside of each group, the groups are packed in the order of the file. */
export async function layoutDependencies(scene: Scene, engine: LayoutEngine): Promise<Picture> {
  const members = new Map<string, SceneNode[]>();
  for (const node of scene.nodes) if (node.parent === undefined) members.set(node.id, []);
  for (const node of scene.nodes) if (node.parent !== undefined) members.get(node.parent)?.push(node);
  const homes = new Map(scene.nodes.map(({ id, parent }) => [id, parent]));
  const inner = new Map([...members.keys()].map((id): [string, SceneEdge[]] => [id, []]));
  const across: SceneEdge[] = [];
  for (const edge of scene.edges) {
    const home = homes.get(edge.from);
    if (home === undefined || home !== homes.get(edge.to)) across.push(edge);
    else inner.get(home)?.push(edge);
  }
  const roots = scene.nodes.filter(({ parent }) => parent === undefined);
  const containers = await Promise.all(
    roots.map((root) => arrange(root, members.get(root.id) ?? [], inner.get(root.id) ?? [], engine)),
  );
  const placed = pack(containers);
  const shapes = placed.flatMap(shapesOf);
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const edges = [
    ...placed.flatMap(routesOf),
    ...across.flatMap((edge) => connect(edge, byId.get(edge.from), byId.get(edge.to)) ?? []),
  ];
  const { view, title, subtitle } = scene;
  const right = Math.max(...placed.map(({ container, at }) => at.x + container.width), least);
  const bottom = Math.max(...placed.map(({ at, height }) => at.y + height), captionLine.dependencies);
  const captions = shapes.length === 0 ? [] : [hint];
  return {
    view,
    title,
    subtitle,
    width: right + spacing.margin,
    height: bottom + spacing.margin,
    shapes,
    edges,
    captions,
  };
}
