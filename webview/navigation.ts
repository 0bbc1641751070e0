import type { Picture, Shape } from '../src/diagram/picture';

/** The shapes that can have the focus, in reading order. */
export function focusable(picture: Picture): readonly Shape[] {
  return picture.shapes.filter(({ form }) => form !== 'lane');
}

function step(picture: Picture, id: string, by: number): string | undefined {
  const shapes = focusable(picture);
  const index = shapes.findIndex((shape) => shape.id === id);
  return shapes[index + by]?.id;
}

function siblings(picture: Picture, id: string, by: number): string | undefined {
  const shapes = focusable(picture);
  const here = shapes.find((shape) => shape.id === id);
  const beside = shapes
    .filter((shape) => shape.form === here?.form && shape.x === here.x)
    .sort((one, other) => one.y - other.y);
  const index = beside.findIndex((shape) => shape.id === id);
  return beside[index + by]?.id ?? step(picture, id, by);
}

/** What a line leads to, or what lies inside. */
function forward(picture: Picture, id: string): string | undefined {
  const line = picture.edges.find(({ from, missing, kind }) => from === id && !missing && kind !== 'reaches');
  return line?.to ?? picture.shapes.find(({ parent }) => parent === id)?.id;
}

/** Where a line comes from, or what it lies in. */
function back(picture: Picture, id: string): string | undefined {
  const line = picture.edges.find(({ to, missing, kind }) => to === id && !missing && kind !== 'reaches');
  const parent = picture.shapes.find((shape) => shape.id === id)?.parent;
  return line?.from ?? focusable(picture).find((shape) => shape.id === parent)?.id;
}

function nextFinding(picture: Picture, id: string): string | undefined {
  const shapes = focusable(picture);
  const index = shapes.findIndex((shape) => shape.id === id);
  const around = [...shapes.slice(index + 1), ...shapes.slice(0, index + 1)];
  return around.find(({ findings }) => findings !== undefined)?.id;
}

/** Where a key leads from a shape: right and left follow lines, up and down the column, F the findings (design, Keys and focus). */
export function whereTo(picture: Picture, id: string, key: string): string | undefined {
  switch (key) {
    case 'ArrowRight':
      return forward(picture, id);
    case 'ArrowLeft':
      return back(picture, id);
    case 'ArrowDown':
      return siblings(picture, id, 1);
    case 'ArrowUp':
      return siblings(picture, id, -1);
    case 'Home':
      return focusable(picture)[0]?.id;
    case 'End':
      return focusable(picture).at(-1)?.id;
    case 'f':
      return nextFinding(picture, id);
    default:
      return undefined;
  }
}
