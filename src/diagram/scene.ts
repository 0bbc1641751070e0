import type { Severity } from '../language/finding';

export type ViewName = 'dependencies' | 'storage' | 'placement';

/** What a shape stands for; each kind has one icon, one card size and one reading name. */
export type ShapeKind =
  | 'node'
  | 'storage'
  | 'disk'
  | 'passthrough'
  | 'volume'
  | 'mount_point'
  | 'shared_volume'
  | 'vhd'
  | 'differencing'
  | 'configuration'
  | 'virtual_machine'
  | 'group'
  | 'network_name'
  | 'ip_address'
  | 'file_server'
  | 'file_share'
  | 'service'
  | 'application'
  | 'script'
  | 'resource'
  | 'witness'
  | 'gate'
  | 'lane';

export type EdgeKind = 'depends_on' | 'owns' | 'holds' | 'stores' | 'parent_of' | 'reaches';

/** Whether a node owns a disk, has a path to it, or has none. */
export type PathMark = 'owner' | 'path' | 'none';

/** Findings on one thing, by their weight. */
export interface FindingCount {
  readonly severity: Severity;
  readonly count: number;
  /** First message, for the hover card. */
  readonly message: string;
}

/**
 * One thing of a view before it has a place on the screen. `id` is kind and name (`disk:LUN2`) and stays the same for as
 * long as the thing keeps its name (ARCHITECTURE.md, invariant 8).
 */
export interface SceneNode {
  readonly id: string;
  readonly kind: ShapeKind;
  readonly label: string;
  /** Second line: what matters of the thing in this view. */
  readonly detail: string;
  readonly parent: string | undefined;
  /** State in the product's words; undefined for a thing that has none. */
  readonly state: string | undefined;
  readonly findings: FindingCount | undefined;
  /** Of a disk, one mark a node in node order; left out elsewhere. */
  readonly paths?: readonly PathMark[];
  /** What a node does that its lane does not show. */
  readonly note?: string;
  /** Stands for something that the design does not have: an undeclared resource or volume. */
  readonly absent?: true;
}

export interface SceneEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** A path or dependency that should be there and is not. */
  readonly missing?: true;
}

/** A view as a graph: what is drawn, in the order of the file, without sizes and positions. */
export interface Scene {
  readonly view: ViewName;
  readonly title: string;
  /** Counts, such as "2 nodes, 3 disks, 2 VMs". */
  readonly subtitle: string;
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}
