import { isUp } from './engine';
import type { Engine, NodeRun } from './engine';
import { isWitnessWell, nodeVotes, tallyOf } from './quorum';
import type { Tally } from './quorum';
import type { View } from './views';
import { quorumSetup } from './votes';

/** The core group stays on its owner while that is up, and else goes to the next node up by number (semantics 2.3, Core groups). */
export function moveCoreGroup(engine: Engine): void {
  const { coreOwner } = engine;
  if (coreOwner && isUp(coreOwner) && coreOwner.member) return;
  const nodes = [...engine.nodes.values()];
  const position = coreOwner ? nodes.indexOf(coreOwner) : -1;
  const ring = [...nodes.slice(position + 1), ...nodes.slice(0, position + 1)];
  engine.coreOwner = ring.find((node) => isUp(node) && node.member) ?? coreOwner;
}

function witnessHolder(engine: Engine): NodeRun | undefined {
  const { disk } = quorumSetup(engine.cluster);
  return disk === undefined ? engine.coreOwner : engine.looseDisks.find(({ key }) => key === disk)?.owner;
}

/**
 * The side that gets the witness: the only one that reaches it; of several that of its owner, who defends it, if that side
 * holds half of the node votes or more, else the strongest other (semantics 4.5; rule `witness-race`).
 */
function witnessSide(
  engine: Engine,
  views: readonly View[],
): { readonly side: View | undefined; readonly race: boolean } {
  const takers = views.filter((view) => isWitnessWell(engine, view));
  const holder = witnessHolder(engine);
  const own = takers.find((view) => view.some((node) => node === holder));
  if (takers.length < 2) return { side: takers[0], race: false };
  const all = nodeVotes(engine, engine.nodes.values());
  if (own && 2 * nodeVotes(engine, own) >= all) return { side: own, race: true };
  const others = takers.filter((view) => view !== own);
  const strongest = others.toSorted((left, right) => nodeVotes(engine, right) - nodeVotes(engine, left))[0];
  return { side: strongest ?? own, race: true };
}

/** How a parted cluster goes on. */
export interface Outcome {
  /** The side that has quorum, if one has. */
  readonly winner: View | undefined;
  /** The votes of each side, the witness with the side that gets it. */
  readonly tallies: ReadonlyMap<View, Tally>;
  /** Whether more than one side reached for the witness. */
  readonly race: boolean;
}

/** Each side counts its votes: the one with a majority of those last counted goes on (semantics 4.5, 5.1). */
export function arbitrate(engine: Engine, views: readonly View[]): Outcome {
  const { side, race } = witnessSide(engine, views);
  const tallies = new Map(views.map((view) => [view, tallyOf(engine, view, view === side)]));
  const winner = views.find((view) => {
    const tally = tallies.get(view);
    return tally !== undefined && tally.present >= tally.needed;
  });
  return { winner, tallies, race };
}
