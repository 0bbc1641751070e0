import { elkEngine } from '../diagram/layout/elk-engine';
import { remembering } from '../diagram/layout/engine';
import { layoutScene } from '../diagram/layout/layout';
import type { LayoutService } from './layout';

/** Lays out in this thread. What has been laid out once is remembered. */
export function inlineLayout(): LayoutService {
  const engine = remembering(elkEngine());
  return { layOut: (scene) => layoutScene(scene, engine), dispose: () => undefined };
}
