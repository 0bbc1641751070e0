/** Sizes and distances in px at 100 % (design, Grid and sizes). Fixed, so that a layout never depends on measured text. */
export const spacing = {
  margin: 16,
  padding: 16,
  /** Between cards of a column. */
  cards: 24,
  /** Between blocks of a lane. */
  blocks: 16,
  lanes: 12,
  containers: { across: 16, down: 24 },
  layers: 48,
  edges: 12,
  edgeToCard: 20,
} as const;

export const cardSizes = {
  node: { width: 176, height: 56 },
  disk: { width: 232, height: 56 },
  machine: { width: 248, height: 48 },
  resource: { width: 216, height: 48 },
  gate: { width: 44, height: 24 },
  coordinator: { width: 232, height: 40 },
  note: { width: 440, height: 44 },
} as const;

export const volumeSizes = {
  width: 440,
  head: 36,
  nestedHead: 32,
  row: 28,
  /** How far a nested volume and a row under its parent stand in. */
  inset: 16,
  step: 24,
  /** Below the last row. */
  end: 8,
  nestedEnd: 4,
  nestedGap: 4,
  nestedRight: 12,
} as const;

/** Containers of the dependencies view. */
export const containerSizes = { head: 40, inset: 24, least: 330, empty: 48 } as const;

/** Left edges of the storage view's columns, and the width of a lane. */
export const columns = {
  node: 32,
  disk: 288,
  volume: 552,
  machine: 1112,
  laneWidth: 1368,
} as const;

/** Above the first container: the line of column heads or of the hint. `note` is from the top of a lane. */
export const captionLine = { baseline: 26, storage: 44, dependencies: 40, note: 48 } as const;

/**
 * Width of the dependencies view, by the number of groups: steps, so that one group more moves the others only when a
 * step is crossed.
 */
export function pageWidth(groups: number): number {
  const steps = [
    [48, 1],
    [200, 2],
    [800, 4],
    [3200, 8],
  ] as const;
  const factor = steps.find(([most]) => groups <= most)?.[1] ?? 16;
  return columns.laneWidth * factor;
}
