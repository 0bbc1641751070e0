import { buildScene, type DrawnView, type SceneOptions } from '../../src/diagram/build-scene';
import { elkEngine } from '../../src/diagram/layout/elk-engine';
import { remembering } from '../../src/diagram/layout/engine';
import { layoutScene } from '../../src/diagram/layout/layout';
import type { Picture, Shape } from '../../src/diagram/picture';
import type { Scene } from '../../src/diagram/scene';
import { clusterOf } from '../support/design';

const engine = remembering(elkEngine());

/** The scene of a text. */
export function sceneOf(text: string, view: DrawnView, options?: SceneOptions): Scene {
  return buildScene(clusterOf(text), view, options);
}

/** The picture of a text. */
export async function pictureOf(text: string, view: DrawnView, options?: SceneOptions): Promise<Picture> {
  return layoutScene(sceneOf(text, view, options), engine);
}

/** The shape of an id; the test fails where there is none. */
export function shapeOf(picture: Picture, id: string): Shape {
  const shape = picture.shapes.find((candidate) => candidate.id === id);
  if (!shape) throw new Error(`${id} is not in the picture: ${picture.shapes.map((one) => one.id).join(', ')}`);
  return shape;
}
