import type { Picture } from '../diagram/picture';
import type { Scene } from '../diagram/scene';

/** Gives scenes their places, wherever that is done. */
export interface LayoutService {
  layOut(scene: Scene): Promise<Picture>;
  dispose(): void;
}

/** What the layout worker is asked and what it answers; `id` ties the two together. */
export interface LayoutRequest {
  readonly id: number;
  readonly scene: Scene;
}
export type LayoutResponse =
  { readonly id: number; readonly picture: Picture } | { readonly id: number; readonly problem: string };
