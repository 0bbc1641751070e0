import type { Declaration } from '../language/declaration';
import type { Version } from '../language/schema/version';
import type {
  ClusterNode,
  ClusterSettings,
  Disk,
  DiskResource,
  Group,
  GuestCluster,
  Network,
  NlbCluster,
  Quorum,
  Rack,
  Resource,
  RuleSettings,
  Scenario,
  Site,
  Storage,
  VirtualMachine,
  Volume,
  Workload,
} from './elements';
import type { PathIndex } from './paths';
import type { VersionProfile } from './profile';

/** Everything of one kind, in the order of the file; the first of a name is the one that a name finds. */
export interface Collection<T> {
  readonly all: readonly T[];
  /** Stays the same object from one version of a design to the next while no name comes, goes or is spelt anew. */
  readonly names: object;
  /** By key (lower case); undefined for a name that nothing bears. */
  get(key: string | undefined): T | undefined;
  /** How the name is spelt where it is declared, for those who need no more of the element. */
  spelling(key: string): string | undefined;
}

/**
 * What a design says, as immutable data. It is made for any text: what is broken is left out or undefined, and the
 * findings say so. Defaults come from the schema and the version profile.
 */
export interface Cluster {
  readonly name: string;
  readonly settings: ClusterSettings | undefined;
  readonly version: Version;
  readonly profile: VersionProfile;
  /** Node failures the design claims to survive (language.md, Settled readings: 1, or 0 with one node). */
  readonly tolerates: number;
  readonly quorum: Quorum | undefined;
  readonly rules: RuleSettings | undefined;
  readonly networks: Collection<Network>;
  readonly nodes: Collection<ClusterNode>;
  readonly sites: Collection<Site>;
  readonly racks: Collection<Rack>;
  readonly storages: Collection<Storage>;
  readonly disks: Collection<Disk>;
  /** All volumes of all disks, in order. */
  readonly volumes: readonly Volume[];
  /** Groups of the host cluster. */
  readonly groups: Collection<Group>;
  /** Resources of all groups, guest clusters' included. */
  readonly resources: Collection<Resource>;
  /** Virtual machines in groups of the host cluster and outside any group. */
  readonly virtualMachines: Collection<VirtualMachine>;
  readonly workloads: Collection<Workload & { readonly machine: string }>;
  readonly guestClusters: Collection<GuestCluster>;
  readonly nlbClusters: Collection<NlbCluster>;
  readonly scenarios: Collection<Scenario>;
  /** Resources that stand for a disk, found by the disk's key; not for Available Storage, shared volumes and unclustered disks. */
  readonly diskResources: Collection<DiskResource>;
  /** What paths lead to: asked by `resolvePath`. */
  readonly paths: PathIndex;
  readonly declarations: readonly Declaration[];
}
