import type { Picture } from '../picture';
import type { Scene } from '../scene';
import { layoutDependencies } from './dependencies';
import type { LayoutEngine } from './engine';
import { layoutStorage } from './storage';

/** Gives everything in a scene its place. The same scene gives the same picture. */
export async function layoutScene(scene: Scene, engine: LayoutEngine): Promise<Picture> {
  return scene.view === 'dependencies' ? layoutDependencies(scene, engine) : layoutStorage(scene);
}
