import type { Declaration } from '../language/declaration';
import type { BlockName } from '../language/schema/schema';
import type { resourceKeywords } from '../language/schema/group';
import type { AtStatement, Block, ExpectStatement } from '../language/tree';
import type { PathValue, Ref, ValuesOf } from './values';

/** A thing of the design as one block declares it. Immutable; the same object as long as its declaration's text and the defaults stay. */
export interface Element<B extends BlockName> {
  readonly kind: B;
  /** Label as declared; empty where the block has none. */
  readonly name: string;
  /** Name in lower case, for look-ups. */
  readonly key: string;
  readonly values: ValuesOf<B>;
  readonly block: Block;
  readonly declaration: Declaration;
}

export type ClusterSettings = Element<'cluster'>;
export type Quorum = Element<'quorum'>;
/** Severities of findings for the design (language.md, Settled readings, rules). */
export type RuleSettings = Element<'rules'>;
export type Network = Element<'network'>;
/** A Hyper-V host. `id` is its number in the order of the file, from 1 (semantics R-G3). */
export interface ClusterNode extends Element<'node'> {
  readonly id: number;
}
export type Storage = Element<'storage'>;
export type Site = Element<'site'>;
export type Rack = Element<'rack'>;

export interface Volume extends Element<'volume'> {
  /** Drive letter, mount point or shared-volume path, without a trailing backslash; undefined for a volume known by GUID only. */
  readonly path: PathValue | undefined;
  /** Key of the disk that carries it. */
  readonly disk: string;
}

export interface Disk extends Element<'disk'> {
  readonly volumes: readonly Volume[];
}

export type ResourceKind = (typeof resourceKeywords)[number];

interface InGroup {
  /** Key of the group the resource belongs to; empty for a virtual machine outside any group. */
  readonly group: string;
}

/** A disk resource of either kind: `disk` names the declared disk it stands for. */
export type DiskResource = (Element<'physical_disk'> | Element<'storage_class'>) & InGroup & { readonly disk: Ref };

export interface Vhd extends Element<'vhd'> {
  readonly path: PathValue;
}

export interface PassthroughDisk extends Element<'passthrough_disk'> {
  readonly disk: Ref;
}

export type Workload = Element<'workload'>;

export interface VirtualMachine extends Element<'virtual_machine'>, InGroup {
  readonly vhds: readonly Vhd[];
  readonly passthroughDisks: readonly PassthroughDisk[];
  readonly workloads: readonly Workload[];
}

export interface VirtualMachineConfiguration extends Element<'virtual_machine_configuration'>, InGroup {}

type OtherKind = Exclude<
  ResourceKind,
  'physical_disk' | 'storage_class' | 'virtual_machine' | 'virtual_machine_configuration'
>;

export type OtherResource = { readonly [K in OtherKind]: Element<K> & InGroup }[OtherKind];

export type Resource = DiskResource | VirtualMachine | VirtualMachineConfiguration | OtherResource;

export interface Group extends Element<'group'> {
  /** In the order of the file. */
  readonly resources: readonly Resource[];
  /** Key of the guest cluster it belongs to; undefined for a group of the host cluster. */
  readonly guestCluster: string | undefined;
}

export interface GuestCluster extends Element<'guest_cluster'> {
  readonly quorum: Quorum | undefined;
  readonly groups: readonly Group[];
}

export type NlbCluster = Element<'nlb_cluster'>;

export interface Scenario extends Element<'scenario'> {
  readonly statements: readonly (AtStatement | ExpectStatement)[];
}

/** Whether a resource is a disk resource. */
export function isDiskResource(resource: Resource): resource is DiskResource {
  return resource.kind === 'physical_disk' || resource.kind === 'storage_class';
}

/** Whether a resource is a virtual machine. */
export function isVirtualMachine(resource: Resource): resource is VirtualMachine {
  return resource.kind === 'virtual_machine';
}

/** Whether a resource is a virtual machine configuration. */
export function isConfiguration(resource: Resource): resource is VirtualMachineConfiguration {
  return resource.kind === 'virtual_machine_configuration';
}
