import { buildScene, type DrawnView } from '../../../src/diagram/build-scene';
import { elkEngine } from '../../../src/diagram/layout/elk-engine';
import { layoutScene } from '../../../src/diagram/layout/layout';
import type { Picture } from '../../../src/diagram/picture';
import type { Finding } from '../../../src/language/finding';
import type { ClusterState } from '../../../src/simulation/state';
import { clusterOf } from '../../support/design';

/** The picture of a text, as the server would make it. */
export async function pictureOf(
  text: string,
  view: DrawnView,
  state?: ClusterState,
  findings: readonly Finding[] = [],
): Promise<Picture> {
  return layoutScene(buildScene(clusterOf(text), view, { state, findings }), elkEngine());
}
