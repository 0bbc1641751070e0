import type { QuorumModel } from '../../../model/profile';
import { witnessKinds } from '../../../model/quorum';
import { countOf } from '../../../model/words';
import { survivedFailures } from '../../quorum-scope';
import type { QuorumScope } from '../../quorum-scope';

/** What a quorum should be instead, and why. */
export interface Advice {
  /** A witness, of which kind, or none. */
  readonly witness: 'disk' | 'share' | undefined;
  /** What model and advice survive, as a whole sentence. */
  readonly message: string;
}

/**
 * Where votes are counted anew: the numbers of nodes with which a witness is advised, and what happens without and with one (semantics 5.4,
 * 5.5, S40). An odd number is left alone, though three nodes too would survive more with a witness: their model is the one advised for them.
 */
const withoutWitness: ReadonlyMap<number, string> = new Map([
  [2, 'only the failure of the node that has no vote just then is survived; with a witness, that of either'],
  [4, 'of two failures at once only some are survived; with a witness, any two are'],
]);

/**
 * The model advised for the nodes of a cluster, where it has another one. Votes that were given away are left out: then the number of
 * nodes says nothing. A disk alone is quorum/disk-only's business.
 */
export function adviceOf(scope: QuorumScope): Advice | undefined {
  const { model, profile, nodes, voters, sites, isStatic } = scope;
  const witness = witnessKinds[model];
  if (model === 'disk_only' || nodes < 2 || (isStatic && voters !== nodes)) return undefined;
  const isCounted = !isStatic && profile.dynamicWitness;
  const isEven = voters % 2 === 0;
  if (witness === undefined) {
    if (isCounted)
      return isWitnessAdvised(voters, sites) ? { witness: kindFor(sites), message: countedMessage(scope) } : undefined;
    if (!isEven) return undefined;
    const message = !isStatic && withoutWitness.has(voters) ? countedMessage(scope) : evenMessage(scope);
    return { witness: kindFor(sites), message };
  }
  if (!isCounted && !isEven) return { witness: undefined, message: oddMessage(scope) };
  return witness === 'disk' && sites > 1 ? { witness: 'share', message: siteMessage(scope) } : undefined;
}

function isWitnessAdvised(voters: number, sites: number): boolean {
  return withoutWitness.has(voters) || (sites > 1 && voters % 2 === 0);
}

/** A disk stands in one of the sites and goes down with it. */
function kindFor(sites: number): 'disk' | 'share' {
  return sites > 1 ? 'share' : 'disk';
}

const modelWith: Readonly<Record<'disk' | 'share', QuorumModel>> = {
  disk: 'node_and_disk_majority',
  share: 'node_and_file_share_majority',
};

/** The model that takes a witness of the kind. */
export function modelFor(witness: 'disk' | 'share' | undefined): QuorumModel {
  return witness === undefined ? 'node_majority' : modelWith[witness];
}

function countedMessage({ model, voters, sites }: QuorumScope): string {
  const bySite =
    'the loss of one site may stop the cluster; with a witness in a third place, the loss of either is survived';
  const effect = withoutWitness.get(voters);
  return `${model} is not advised for ${countOf(voters, 'node')}${sites > 1 ? ` in ${countOf(sites, 'site')}` : ''}: ${sites > 1 || effect === undefined ? bySite : effect}.`;
}

function failures(count: number): string {
  if (count === 0) return 'no node failure';
  return count === 1 ? countOf(count, 'node failure') : `${countOf(count, 'node failure')} at once`;
}

function evenMessage({ model, voters, sites }: QuorumScope): string {
  const better = modelFor(kindFor(sites));
  return `${model} is not advised for ${countOf(voters, 'node')}: it survives ${failures(survivedFailures(voters, false))}, and an even split stops both halves; ${better} survives ${failures(survivedFailures(voters, true))}.`;
}

function oddMessage({ model, voters }: QuorumScope): string {
  const survived = failures(survivedFailures(voters, true));
  return `${model} is not advised for ${countOf(voters, 'node')}: it survives ${survived}, no more than node_majority does without a witness that could be lost.`;
}

function siteMessage({ model, sites }: QuorumScope): string {
  return `${model} is not advised for nodes in ${countOf(sites, 'site')}: the witness disk stands in one of them, and when that site is lost the other stops too; with a share in a third place, the loss of either is survived.`;
}
