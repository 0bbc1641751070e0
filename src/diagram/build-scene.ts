import type { Finding } from '../language/finding';
import type { Cluster } from '../model/cluster';
import type { ClusterState } from '../simulation/state';
import { findingCounts } from './anchors';
import type { Scene, ViewName } from './scene';
import { standingOf } from './standing';
import { dependenciesScene } from './views/dependencies';
import { storageScene } from './views/storage';

/** The views that can be drawn. */
export const drawnViews = ['dependencies', 'storage'] as const satisfies readonly ViewName[];

export type DrawnView = (typeof drawnViews)[number];

/** The moment a scene shows and what the checks say of the design. */
export interface SceneOptions {
  /** Without a state: as the design says that a run starts. */
  readonly state?: ClusterState | undefined;
  readonly findings?: readonly Finding[] | undefined;
}

/** Each id once: of two things with one name the first is drawn, as it is the one that a name finds. */
function firstOfEach<T extends { readonly id: string }>(things: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return things.filter(({ id }) => {
    const fresh = !seen.has(id);
    seen.add(id);
    return fresh;
  });
}

/** What a view shows of a design: things and their relations, in the order of the file. Time: linear in both. */
export function buildScene(cluster: Cluster, view: DrawnView, { state, findings = [] }: SceneOptions = {}): Scene {
  const sight = {
    cluster,
    standing: standingOf(cluster, state),
    findings,
    counts: findingCounts(cluster, view, findings),
  };
  const scene = view === 'dependencies' ? dependenciesScene(sight) : storageScene(sight);
  return { ...scene, nodes: firstOfEach(scene.nodes), edges: firstOfEach(scene.edges) };
}
