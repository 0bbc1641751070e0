import type { quorumModels } from '../language/schema/cluster';
import { atVersion, versions } from '../language/schema/version';
import type { ByVersion, Version } from '../language/schema/version';

export type QuorumModel = (typeof quorumModels)[number];

/** How a release chooses the node a group goes to (semantics 2.3). */
export type PlacementPolicy = 'next_in_list' | 'fewest_groups' | 'ranked';

/**
 * What a Windows Server release offers and how it behaves. One object a release, made from one table in which each
 * figure has its source; no rule and no part of the simulation writes a figure of its own.
 */
export interface VersionProfile {
  readonly version: Version;
  /** Most nodes in a cluster. */
  readonly maximumNodes: number;
  /** Most running virtual machines in a cluster; undefined where no figure is published. */
  readonly maximumMachines: number | undefined;
  readonly quorumModels: readonly QuorumModel[];
  readonly dynamicQuorum: boolean;
  readonly dynamicWitness: boolean;
  readonly sharedVolumes: boolean;
  readonly liveMigration: boolean;
  readonly placement: PlacementPolicy;
  readonly priorities: boolean;
  /** Isolated nodes keep their virtual machines for a while. */
  readonly computeResiliency: boolean;
  /** Groups that find no node wait as `queued` instead of failing. */
  readonly queuesGroups: boolean;
}

type Figures = Omit<VersionProfile, 'version'>;

interface Figure<T> {
  readonly source: string;
  readonly values: ByVersion<T>;
}

const majorities: readonly QuorumModel[] = [
  'node_majority',
  'node_and_disk_majority',
  'node_and_file_share_majority',
  'disk_only',
];

/** The table: each figure by release (an entry holds until the next one), with its source. */
const figures: { readonly [K in keyof Figures]: Figure<Figures[K]> } = {
  maximumNodes: { source: 'semantics 6, S42, S43, S44', values: { '2008': 16, '2012': 64 } },
  maximumMachines: {
    source: 'semantics 6, S42, S44, S45',
    values: { '2008': undefined, '2008R2': 1000, '2012': 8000 },
  },
  quorumModels: {
    source: 'semantics 5.1, 5.5, S35, S37',
    values: { '2008': majorities, '2016': [...majorities, 'node_and_cloud_majority'] },
  },
  dynamicQuorum: { source: 'semantics 5.3, S36', values: { '2008': false, '2012': true } },
  dynamicWitness: { source: 'semantics 5.3, S36', values: { '2008': false, '2012R2': true } },
  sharedVolumes: { source: 'semantics 7.2, S46', values: { '2008': false, '2008R2': true } },
  liveMigration: { source: 'semantics 7.4, S48', values: { '2008': false, '2008R2': true } },
  placement: {
    source: 'semantics 2.3, S05, S17, S19',
    values: { '2008': 'next_in_list', '2008R2': 'fewest_groups', '2012': 'ranked' },
  },
  priorities: { source: 'semantics 2.1, S04', values: { '2008': false, '2012': true } },
  computeResiliency: { source: 'semantics 4.4, S28', values: { '2008': false, '2016': true } },
  queuesGroups: {
    source: 'language.md, Settled readings; semantics 2.3, S12',
    values: { '2008': false, '2012': true },
  },
};

function profileOf(version: Version): VersionProfile {
  return {
    version,
    maximumNodes: atVersion(figures.maximumNodes.values, version),
    maximumMachines: atVersion(figures.maximumMachines.values, version),
    quorumModels: atVersion(figures.quorumModels.values, version),
    dynamicQuorum: atVersion(figures.dynamicQuorum.values, version),
    dynamicWitness: atVersion(figures.dynamicWitness.values, version),
    sharedVolumes: atVersion(figures.sharedVolumes.values, version),
    liveMigration: atVersion(figures.liveMigration.values, version),
    placement: atVersion(figures.placement.values, version),
    priorities: atVersion(figures.priorities.values, version),
    computeResiliency: atVersion(figures.computeResiliency.values, version),
    queuesGroups: atVersion(figures.queuesGroups.values, version),
  };
}

/** The profile of each release. */
export const profiles: ReadonlyMap<Version, VersionProfile> = new Map(
  versions.map((version) => [version, profileOf(version)]),
);

/** The profile of a release. */
export function profileFor(version: Version): VersionProfile {
  return profiles.get(version) ?? profileOf(version);
}
