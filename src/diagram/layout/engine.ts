import type { Point } from '../picture';

/** The inside of one container before it is laid out: boxes of a fixed size and arrows between them, by their index. */
export interface LayoutGraph {
  readonly boxes: readonly { readonly width: number; readonly height: number }[];
  readonly arrows: readonly { readonly from: number; readonly to: number }[];
}

/** Places in px from the container's top left corner, in the order of the graph. */
export interface Arrangement {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Point[];
  /** Corners of each arrow's orthogonal line. */
  readonly arrows: readonly (readonly Point[])[];
}

/** Lays out one container. The same graph gives the same arrangement. */
export interface LayoutEngine {
  layout(graph: LayoutGraph): Promise<Arrangement>;
}

/** Most arrangements kept; a cluster has few distinct shapes of groups. */
const mostKept = 500;

/**
 * An engine that lays out each distinct shape once. Shape means sizes and arrows, not names: groups that look alike share an
 * arrangement, and typing inside a line lays out nothing.
 */
export function remembering(engine: LayoutEngine): LayoutEngine {
  const kept = new Map<string, Promise<Arrangement>>();
  return {
    layout: (graph) => {
      const shape = JSON.stringify([
        graph.boxes.map(({ width, height }) => [width, height]),
        graph.arrows.map(({ from, to }) => [from, to]),
      ]);
      const known = kept.get(shape);
      if (known) return known;
      const arrangement = engine.layout(graph);
      kept.set(shape, arrangement);
      arrangement.catch(() => kept.delete(shape));
      const oldest = kept.keys().next();
      if (kept.size > mostKept && oldest.done === false) kept.delete(oldest.value);
      return arrangement;
    },
  };
}
