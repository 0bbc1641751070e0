import type { ByVersion, Version } from './version';

/** What a reference may point at; each is a namespace of its own (language.md, Settled readings, Names). */
export type RefKind =
  'node' | 'network' | 'storage' | 'disk' | 'group' | 'resource' | 'site' | 'rack' | 'virtual_machine';

/** The type of an attribute's value. Sizes are bytes, durations ms once read. */
export type ValueType =
  | { readonly type: 'string' }
  | { readonly type: 'strings' }
  | { readonly type: 'path' }
  | { readonly type: 'boolean' }
  | { readonly type: 'integer'; readonly min?: number; readonly max?: number }
  | { readonly type: 'size'; readonly min?: number; readonly max?: number }
  | { readonly type: 'duration'; readonly min?: number; readonly max?: number; readonly step?: number }
  | { readonly type: 'percentage' }
  | { readonly type: 'keyword'; readonly words: readonly string[] }
  | { readonly type: 'reference'; readonly to: RefKind }
  | { readonly type: 'references'; readonly to: RefKind }
  | { readonly type: 'dependency' }
  /** A disk's name, or a share or account in quotes; which of them is decided by the quorum model. */
  | { readonly type: 'witness' };

type DefaultValue = string | number | boolean;

/** One attribute: its value, what it stands for in Windows, and what a reader should know of it. */
export type AttributeSchema = ValueType & {
  readonly required?: true;
  /** Taken where the attribute is left out; by release where it changed. */
  readonly default?: DefaultValue | ByVersion<DefaultValue>;
  /** What holds where the attribute is left out and no fixed value says it (`every node`). */
  readonly defaultText?: string;
  /** Written `name KEY = value`, once for each key of this kind (`guid_on HostB = "{…}"`). */
  readonly keyed?: RefKind;
  /** First release that has it. */
  readonly since?: Version;
  /** First release that has a value, by the value as it is written; for values that are younger than the attribute. */
  readonly valuesSince?: Readonly<Record<string, Version>>;
  /** The property of Windows failover clustering or Hyper-V it stands for. */
  readonly property?: string;
  /** One sentence for hover and reference. */
  readonly doc: string;
  /** Where meaning, range and default come from: section of the semantics reference and source, or language.md. */
  readonly source: string;
};

/** What the label after a block's keyword is. */
export type LabelSchema =
  /** No label. */
  | 'none'
  /** A new name in the namespace of the block's kind. */
  | 'name'
  /** A Windows path (drive letter, mount point, file). */
  | 'path'
  /** A path, or nothing (a volume known by its GUID only). */
  | 'optional path'
  /** The name of a declared disk. */
  | 'disk'
  /** A file to include. */
  | 'file';

export interface BlockSchema {
  readonly label: LabelSchema;
  /** Whether the block may stand at top level. */
  readonly top?: true;
  /** At most one in its parent (cluster, quorum, rules, defaults). */
  readonly single?: true;
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  /** Keywords of the blocks that may stand inside. */
  readonly blocks?: readonly string[];
  /** `at` and `expect` lines may stand inside. */
  readonly statements?: true;
  readonly since?: Version;
  readonly property?: string;
  readonly doc: string;
  readonly source: string;
}
