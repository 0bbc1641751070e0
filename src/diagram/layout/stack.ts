/** A box that wants its centre at `wish` in a column. */
export interface Wish {
  readonly wish: number;
  readonly height: number;
}

interface Block {
  readonly members: readonly number[];
  readonly height: number;
  /** Sum of the tops the members want for the block's first box. */
  readonly tops: number;
}

/**
 * Tops for boxes stacked in a column, in the given order: each as near to its wish as the others allow, none above `least`,
 * `gap` between them. Boxes that would overlap form a block whose middle is the mean of their wishes (pool adjacent
 * violators), so a fan of lines spreads evenly. Time: linear after the wishes are in order.
 */
export function stack(wishes: readonly Wish[], gap: number, least: number): readonly number[] {
  const topOf = (block: Block): number => Math.max(least, block.tops / block.members.length);
  const blocks: Block[] = [];
  for (const [index, { wish, height }] of wishes.entries()) {
    let block: Block = { members: [index], height, tops: wish - height / 2 };
    let above = blocks.at(-1);
    while (above && topOf(above) + above.height + gap > topOf(block)) {
      blocks.pop();
      const offset = above.height + gap;
      block = {
        members: [...above.members, ...block.members],
        height: offset + block.height,
        tops: above.tops + block.tops - offset * block.members.length,
      };
      above = blocks.at(-1);
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => {
    let top = Math.round(topOf(block));
    return block.members.map((index) => {
      const place = top;
      top += (wishes[index]?.height ?? 0) + gap;
      return place;
    });
  });
}

/** A stretch of a column that a line takes. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A track for each stretch, counted from 0, so that stretches on one track keep `clear` apart; at most `tracks` of them. */
export function assignTracks(stretches: readonly Stretch[], clear: number, tracks: number): readonly number[] {
  const taken: Stretch[][] = Array.from({ length: tracks }, () => []);
  return stretches.map((stretch) => {
    const free = taken.findIndex((others) =>
      others.every((other) => stretch.to + clear <= other.from || other.to + clear <= stretch.from),
    );
    const track = Math.max(0, free);
    taken[track]?.push(stretch);
    return track;
  });
}
