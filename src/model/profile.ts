import type { quorumModels } from '../language/schema/cluster';
import { sizeUnits } from '../language/schema/units';
import { atVersion, versions } from '../language/schema/version';
import type { ByVersion, Version } from '../language/schema/version';

export type QuorumModel = (typeof quorumModels)[number];

/** How a release chooses the node a group goes to (semantics 2.3). */
export type PlacementPolicy = 'next_in_list' | 'fewest_groups' | 'ranked';

/** The most a virtual machine may have; sizes in bytes. */
export interface MachineLimits {
  readonly memory: number;
  /** Virtual processors. */
  readonly processors: number;
  /** Virtual hard disks and pass-through disks, at all controllers together. */
  readonly disks: number;
}

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
  /** Most running virtual machines on a node. */
  readonly maximumMachinesOnNode: number;
  /** What a virtual machine of each generation may have; a generation that the release does not offer is undefined. */
  readonly machineLimits: { readonly 1: MachineLimits; readonly 2: MachineLimits | undefined };
  readonly quorumModels: readonly QuorumModel[];
  readonly dynamicQuorum: boolean;
  readonly dynamicWitness: boolean;
  readonly sharedVolumes: boolean;
  readonly liveMigration: boolean;
  /** Most live migrations at one time: of a node, coming and going, or between two nodes. */
  readonly liveMigrationsAtOnce: number;
  readonly liveMigrationsPer: 'pair' | 'node';
  /** Whether a live migration beyond that waits for its turn, and is not refused. */
  readonly queuesLiveMigrations: boolean;
  /** Whether pausing a node can also move its groups away. */
  readonly drains: boolean;
  readonly placement: PlacementPolicy;
  readonly priorities: boolean;
  /** Isolated nodes keep their virtual machines for a while. */
  readonly computeResiliency: boolean;
  /** Groups that find no node wait as `queued` instead of failing. */
  readonly queuesGroups: boolean;
  /** The site of a node counts in the choice of where a group goes. */
  readonly sites: boolean;
  /** Groups that find no room take that of groups of lower priority. */
  readonly preemption: boolean;
  /** Most virtual machines that start on one node at a time; undefined where there is no such limit. */
  readonly startsAtOnce: number | undefined;
  /** How long a group waits for its preferred owner when the cluster forms anew, ms. */
  readonly groupWaitDelay: number;
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

const { GB, TB } = sizeUnits;

/** Four IDE disks and 256 at SCSI controllers; generation 2 has SCSI controllers only. */
const disks = { 1: 260, 2: 256 } as const;

/** The table: each figure by release (an entry holds until the next one), with its source. */
const figures: { readonly [K in keyof Figures]: Figure<Figures[K]> } = {
  maximumNodes: { source: 'semantics 6, S42, S43, S44', values: { '2008': 16, '2012': 64 } },
  maximumMachines: {
    source: 'semantics 6, S42, S44, S45',
    values: { '2008': undefined, '2008R2': 1000, '2012': 8000 },
  },
  maximumMachinesOnNode: {
    source:
      'semantics 6, S42 to S45 (where sources differ, the largest figure: nothing that may be allowed is refused)',
    values: { '2008': 192, '2008R2': 384, '2012': 1024, '2025': 2048 },
  },
  machineLimits: {
    source: 'semantics 6, S43, S44 (where editions or sources differ, the largest figure)',
    values: {
      '2008': { 1: { memory: 64 * GB, processors: 4, disks: disks[1] }, 2: undefined },
      '2012': { 1: { memory: TB, processors: 64, disks: disks[1] }, 2: undefined },
      '2012R2': {
        1: { memory: TB, processors: 64, disks: disks[1] },
        2: { memory: TB, processors: 64, disks: disks[2] },
      },
      '2016': {
        1: { memory: TB, processors: 64, disks: disks[1] },
        2: { memory: 12 * TB, processors: 240, disks: disks[2] },
      },
      '2022': {
        1: { memory: TB, processors: 64, disks: disks[1] },
        2: { memory: 12 * TB, processors: 1024, disks: disks[2] },
      },
      '2025': {
        1: { memory: TB, processors: 64, disks: disks[1] },
        2: { memory: 240 * TB, processors: 2048, disks: disks[2] },
      },
    },
  },
  quorumModels: {
    source: 'semantics 5.1, 5.5, S35, S37',
    values: { '2008': majorities, '2016': [...majorities, 'node_and_cloud_majority'] },
  },
  dynamicQuorum: { source: 'semantics 5.3, S36', values: { '2008': false, '2012': true } },
  dynamicWitness: { source: 'semantics 5.3, S36', values: { '2008': false, '2012R2': true } },
  sharedVolumes: { source: 'semantics 7.2, S46', values: { '2008': false, '2008R2': true } },
  liveMigration: { source: 'semantics 7.4, S48', values: { '2008': false, '2008R2': true } },
  liveMigrationsAtOnce: {
    source: 'semantics 7.4, S02 (2012 to 2019: several; two is what a host allows unless set)',
    values: { '2008': 1, '2012': 2, '2022': 1 },
  },
  liveMigrationsPer: { source: 'semantics 7.4', values: { '2008': 'pair', '2012': 'node' } },
  queuesLiveMigrations: { source: 'semantics 7.4, S60', values: { '2008': false, '2012': true } },
  drains: { source: 'semantics 2.3, S02', values: { '2008': false, '2012': true } },
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
  sites: { source: 'semantics 2.1, 2.3, S04 (PreferredSite)', values: { '2008': false, '2016': true } },
  preemption: {
    source: 'semantics 2.3, S18 (MinimumPreemptorPriority, MinimumNeverPreemptPriority)',
    values: { '2008': false, '2012': true },
  },
  startsAtOnce: {
    source: 'semantics 2.3, S17 (2008 R2; rule: later releases keep it)',
    values: { '2008': undefined, '2008R2': 32 },
  },
  groupWaitDelay: {
    source: 'semantics 2.3, 3.5, S18 (ClusterGroupWaitDelay)',
    values: { '2008': 0, '2012': 120_000 },
  },
};

function profileOf(version: Version): VersionProfile {
  return {
    version,
    maximumNodes: atVersion(figures.maximumNodes.values, version),
    maximumMachines: atVersion(figures.maximumMachines.values, version),
    maximumMachinesOnNode: atVersion(figures.maximumMachinesOnNode.values, version),
    machineLimits: atVersion(figures.machineLimits.values, version),
    quorumModels: atVersion(figures.quorumModels.values, version),
    dynamicQuorum: atVersion(figures.dynamicQuorum.values, version),
    dynamicWitness: atVersion(figures.dynamicWitness.values, version),
    sharedVolumes: atVersion(figures.sharedVolumes.values, version),
    liveMigration: atVersion(figures.liveMigration.values, version),
    liveMigrationsAtOnce: atVersion(figures.liveMigrationsAtOnce.values, version),
    liveMigrationsPer: atVersion(figures.liveMigrationsPer.values, version),
    queuesLiveMigrations: atVersion(figures.queuesLiveMigrations.values, version),
    drains: atVersion(figures.drains.values, version),
    placement: atVersion(figures.placement.values, version),
    priorities: atVersion(figures.priorities.values, version),
    computeResiliency: atVersion(figures.computeResiliency.values, version),
    queuesGroups: atVersion(figures.queuesGroups.values, version),
    sites: atVersion(figures.sites.values, version),
    preemption: atVersion(figures.preemption.values, version),
    startsAtOnce: atVersion(figures.startsAtOnce.values, version),
    groupWaitDelay: atVersion(figures.groupWaitDelay.values, version),
  };
}

/** The first release that offers a quorum model. */
export function firstWithModel(model: QuorumModel): Version {
  return versions.find((version) => profileFor(version).quorumModels.includes(model)) ?? versions[0];
}

/** The profile of each release. */
export const profiles: ReadonlyMap<Version, VersionProfile> = new Map(
  versions.map((version) => [version, profileOf(version)]),
);

/** The profile of a release. */
export function profileFor(version: Version): VersionProfile {
  return profiles.get(version) ?? profileOf(version);
}
