import type { Shape } from '../picture';
import type { SceneNode } from '../scene';
import { volumeSizes } from './sizes';

const { head, nestedHead, row, inset, step, end, nestedEnd, nestedGap } = volumeSizes;

/** What a volume card is laid out from: the rows and nested volumes of each volume, and how deep each row stands in. */
export interface VolumeContents {
  readonly childrenOf: (id: string) => readonly SceneNode[];
  readonly depthOf: (file: string) => number;
}

export interface PlacedVolume {
  readonly shapes: readonly Shape[];
  readonly bottom: number;
}

/** Files are rows, volumes mounted in a folder are cards inside the card; rows first, as in the file manager. */
function isVolume({ kind }: SceneNode): boolean {
  return kind === 'volume' || kind === 'mount_point' || kind === 'shared_volume';
}

function rowShape(file: SceneNode, x: number, y: number, right: number, depth: number): Shape {
  const left = x + depth * step;
  return { ...file, form: 'row', x: left, y, width: right - left, height: row };
}

/** A volume card with its top left corner at `x`, `y`: its rows and the volumes mounted in it. */
export function placeVolume(
  volume: SceneNode,
  x: number,
  y: number,
  width: number,
  contents: VolumeContents,
  nested = false,
): PlacedVolume {
  const children = contents.childrenOf(volume.id);
  const right = x + width;
  const inside: Shape[] = [];
  let bottom = y + (nested ? nestedHead : head);
  for (const file of children.filter((child) => !isVolume(child))) {
    inside.push(rowShape(file, x, bottom, right, contents.depthOf(file.id)));
    bottom += row;
  }
  for (const mounted of children.filter(isVolume)) {
    const placed = placeVolume(
      mounted,
      x + inset,
      bottom + nestedGap,
      width - inset - volumeSizes.nestedRight,
      contents,
      true,
    );
    inside.push(...placed.shapes);
    bottom = placed.bottom + nestedGap;
  }
  bottom += nested ? nestedEnd : end;
  return { shapes: [{ ...volume, form: 'volume', x, y, width, height: bottom - y }, ...inside], bottom };
}
