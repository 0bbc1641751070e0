import type { Shape } from '../picture';
import type { SceneNode } from '../scene';
import { cardSizes, columns, spacing } from './sizes';
import { stack } from './stack';
import { placeVolume, type VolumeContents } from './volumes';

/** What a lane is laid out from. `needs` are the ids of what stores a machine's data. */
export interface LaneContents extends VolumeContents {
  readonly needs: (machine: string) => readonly string[];
  /** Disks a node of this lane should reach and does not. */
  readonly missingPaths: number;
}

export interface PlacedLane {
  readonly shapes: readonly Shape[];
  readonly bottom: number;
}

/** Between the card of a shared disk and the card of the node that coordinates it. */
const coordinatorGap = 8;
/** A line for each missing path, under the node. */
export const missingPathLine = { height: 20, most: 3 } as const;
const machineGap = 12;

const noteKinds: ReadonlySet<string> = new Set(['witness', 'passthrough']);
const volumeKinds: ReadonlySet<string> = new Set(['volume', 'mount_point', 'shared_volume']);

interface Placing {
  readonly shapes: Shape[];
  /** Top of what comes next. */
  cursor: number;
}

function middle(shape: Shape): number {
  return shape.form === 'row' ? shape.y + shape.height / 2 : shape.y + volumeHeadMiddle;
}

const volumeHeadMiddle = 18;

function placeDisk(disk: SceneNode, y: number, contents: LaneContents, placing: Placing): number {
  placing.shapes.push({ ...disk, form: 'card', x: columns.disk, y, ...cardSizes.disk });
  const coordinator = contents.childrenOf(disk.id).find(({ kind }) => kind === 'node');
  const bottom = y + cardSizes.disk.height;
  if (!coordinator) return bottom;
  const at = { x: columns.disk, y: bottom + coordinatorGap };
  placing.shapes.push({ ...coordinator, form: 'card', ...at, ...cardSizes.coordinator });
  return at.y + cardSizes.coordinator.height;
}

/** A disk, what it holds, and the disks mounted in its volumes, from the cursor down. */
function placeBlock(
  disk: SceneNode,
  mounted: ReadonlyMap<string, SceneNode>,
  contents: LaneContents,
  placing: Placing,
): void {
  const top = placing.cursor;
  let diskBottom = placeDisk(disk, top, contents, placing);
  let bottom = top;
  const nested: { readonly disk: SceneNode; readonly y: number }[] = [];
  for (const held of contents.childrenOf(disk.id)) {
    if (noteKinds.has(held.kind)) {
      placing.shapes.push({ ...held, form: 'note', x: columns.volume, y: bottom, ...cardSizes.note });
      bottom += cardSizes.note.height + spacing.blocks;
    }
    if (!volumeKinds.has(held.kind)) continue;
    const volume = placeVolume(held, columns.volume, bottom, cardSizes.note.width, contents);
    placing.shapes.push(...volume.shapes);
    bottom = volume.bottom + spacing.blocks;
    for (const { id, y } of volume.shapes) {
      const other = mounted.get(id);
      if (other) nested.push({ disk: other, y });
    }
  }
  for (const { disk: other, y } of nested) {
    diskBottom = placeDisk(other, Math.max(y, diskBottom + spacing.blocks), contents, placing);
  }
  placing.cursor = Math.max(diskBottom + spacing.blocks, bottom);
}

/** Disks all of whose volumes are mounted in another card of the lane, by the id of the mounted volume. */
function mountedDisks(
  disks: readonly SceneNode[],
  contents: LaneContents,
  nestedIn: (volume: string) => string | undefined,
) {
  const byVolume = new Map<string, SceneNode>();
  for (const disk of disks) {
    if (contents.childrenOf(disk.id).length > 0) continue;
    const volume = nestedIn(disk.id);
    if (volume !== undefined) byVolume.set(volume, disk);
  }
  return byVolume;
}

/** Each machine beside the files it needs, those without files below, where they push none of the others. */
function placeMachines(machines: readonly SceneNode[], top: number, contents: LaneContents, placing: Placing): void {
  const places = new Map(placing.shapes.map((shape) => [shape.id, shape]));
  const { width, height } = cardSizes.machine;
  const wished: { readonly machine: SceneNode; readonly wish: number; readonly height: number }[] = [];
  const idle: SceneNode[] = [];
  for (const machine of machines) {
    const centres = contents.needs(machine.id).flatMap((id) => {
      const shape = places.get(id);
      return shape ? [middle(shape)] : [];
    });
    if (centres.length === 0) idle.push(machine);
    else wished.push({ machine, wish: centres.reduce((sum, centre) => sum + centre, 0) / centres.length, height });
  }
  wished.sort((one, other) => one.wish - other.wish);
  const tops = stack(wished, machineGap, top);
  const card = (machine: SceneNode, y: number): void => {
    placing.shapes.push({ ...machine, form: 'card', x: columns.machine, y, width, height });
  };
  for (const [index, { machine }] of wished.entries()) card(machine, tops[index] ?? top);
  const below = tops.length === 0 ? top : (tops.at(-1) ?? top) + height + machineGap;
  for (const [index, machine] of idle.entries()) card(machine, below + index * (height + machineGap));
}

/**
 * One lane of the storage view with its top at `y`: columns for node, disk, volume and machine, aligned over all lanes.
 * `mountOf` gives the nested volume of a disk that is mounted in another's card.
 */
export function placeLane(
  root: SceneNode,
  y: number,
  contents: LaneContents,
  mountOf: (disk: string) => string | undefined,
): PlacedLane {
  const top = y + spacing.padding;
  const members = contents.childrenOf(root.id);
  const disks = members.filter(({ kind }) => kind === 'disk');
  const placing: Placing = { shapes: [], cursor: top };
  placing.shapes.push({ ...root, form: 'card', x: columns.node, y: top, ...cardSizes.node });
  const mounted = mountedDisks(disks, contents, mountOf);
  const guests = new Set([...mounted.values()].map(({ id }) => id));
  for (const disk of disks) if (!guests.has(disk.id)) placeBlock(disk, mounted, contents, placing);
  for (const volume of members.filter(({ kind }) => volumeKinds.has(kind))) {
    const placed = placeVolume(volume, columns.volume, placing.cursor, cardSizes.note.width, contents);
    placing.shapes.push(...placed.shapes);
    placing.cursor = placed.bottom + spacing.blocks;
  }
  placeMachines(
    members.filter(({ kind }) => kind === 'virtual_machine'),
    top,
    contents,
    placing,
  );
  const missing = Math.min(contents.missingPaths, missingPathLine.most + 1) * missingPathLine.height;
  const bottoms = placing.shapes.map((shape) => shape.y + shape.height);
  const bottom = Math.max(top + cardSizes.node.height + missing, ...bottoms) + spacing.padding;
  const lane: Shape = {
    ...{ id: `lane:${root.id}`, kind: 'lane', form: 'lane', label: '', detail: '', parent: undefined },
    ...{ x: spacing.margin, y, width: columns.laneWidth, height: bottom - y, state: root.state, findings: undefined },
  };
  return { shapes: [lane, ...placing.shapes], bottom };
}
