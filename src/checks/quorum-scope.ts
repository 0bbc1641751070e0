import type { BoundDeclaration } from '../model/bind/declaration';
import type { Cluster } from '../model/cluster';
import type { ClusterSettings, GuestCluster, Quorum } from '../model/elements';
import { profileFor } from '../model/profile';
import type { QuorumModel, VersionProfile } from '../model/profile';
import { modelOf } from '../model/quorum';
import type { Place } from '../language/finding';
import { siteOf } from './cluster-networks';
import { attributeIn } from './edits/statement';
import { elementsIn } from './elements';
import { guestRelease } from './releases';
import { headerOf, isUnreadable, valueOf } from './written';

/** The quorum of a cluster, and what there is to count. */
export interface QuorumScope {
  readonly element: ClusterSettings | GuestCluster;
  /** Whether it is the host cluster: its nodes, networks and disks are declared. */
  readonly isHost: boolean;
  readonly quorum: Quorum | undefined;
  readonly model: QuorumModel;
  readonly profile: VersionProfile;
  readonly nodes: number;
  /** Nodes with a vote. */
  readonly voters: number;
  /** Sites the nodes stand in; those without a site count as one. */
  readonly sites: number;
  /** Votes stay as they are when nodes go (semantics 5.1); else they are counted anew (semantics 5.3). */
  readonly isStatic: boolean;
}

/**
 * The quorums in a declaration: that of the host cluster, written or not, and those that guest clusters write. None where the model cannot be
 * read or is not offered by the release: that is reported, and what is meant is not known.
 */
export function quorumsIn(bound: BoundDeclaration, cluster: Cluster): readonly QuorumScope[] {
  const hosts = elementsIn(bound, 'cluster').filter((one) => one === cluster.settings);
  const guests = elementsIn(bound, 'guest_cluster').filter(({ quorum }) => quorum);
  return [...hosts.map((one) => hostScope(cluster, one)), ...guests.map((one) => guestScope(cluster, one))].filter(
    ({ quorum, model, profile }) => !(quorum && isUnreadable(quorum, 'model')) && profile.quorumModels.includes(model),
  );
}

function hostScope(cluster: Cluster, element: ClusterSettings & { readonly quorum: Quorum | undefined }): QuorumScope {
  const nodes = cluster.nodes.all;
  return {
    element,
    isHost: true,
    quorum: element.quorum,
    model: modelOf(cluster, element.quorum),
    profile: cluster.profile,
    nodes: nodes.length,
    voters: nodes.filter(({ values }) => values.node_weight > 0).length,
    sites: new Set(nodes.map((node) => siteOf(cluster, node))).size,
    isStatic: !isCountedAnew(element, cluster.profile),
  };
}

function guestScope(cluster: Cluster, element: GuestCluster): QuorumScope {
  const profile = profileFor(guestRelease(cluster, element.block));
  const members = element.values.members?.length ?? 0;
  return {
    element,
    isHost: false,
    quorum: element.quorum,
    model: modelOf(cluster, element.quorum),
    profile,
    nodes: members,
    voters: members,
    sites: 1,
    isStatic: !isCountedAnew(element, profile),
  };
}

function isCountedAnew({ block }: ClusterSettings | GuestCluster, { dynamicQuorum }: VersionProfile): boolean {
  const written = attributeIn(block, 'dynamic_quorum')?.value;
  return dynamicQuorum && !(written?.kind === 'name' && written.text === 'false');
}

/** Where the model stands, or should stand. */
export function modelPlace({ quorum, element }: QuorumScope): Place {
  return quorum ? valueOf(quorum, 'model') : headerOf(element);
}

/** Node failures at once that static votes survive with the witness in place (semantics 5.1: more than half of all votes are needed). */
export function survivedFailures(voters: number, hasWitness: boolean): number {
  const votes = voters + (hasWitness ? 1 : 0);
  return Math.max(0, votes - (Math.floor(votes / 2) + 1));
}
