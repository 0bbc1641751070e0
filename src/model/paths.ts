import type { Cluster } from './cluster';
import type { ClusterNode, Disk, Volume } from './elements';
import { volumeByGuid, volumeByPath, volumeIndexAfter, volumeIndexOf, volumesByPath } from './volume-index';
import type { Known, VolumeIndex } from './volume-index';

/** What a Windows path leads to. */
export type Resolution =
  /** A volume of a declared disk. `onlyOn` are the keys of the nodes that know the GUID in the path, where not all do (semantics 7.1 ST-5). */
  | {
      readonly kind: 'volume';
      readonly volume: Volume;
      readonly disk: Disk;
      readonly by: 'letter' | 'mount_point' | 'shared_volume' | 'guid' | 'node_guid';
      readonly onlyOn: readonly string[] | undefined;
    }
  /** A drive of the nodes themselves; `nodes` are the keys of those that have it. */
  | { readonly kind: 'local'; readonly drive: string; readonly nodes: readonly string[] }
  /** A share: `\\server\share`. */
  | { readonly kind: 'share'; readonly server: string; readonly share: string }
  /** A volume that the design does not declare. */
  | { readonly kind: 'unknown'; readonly volume: string };

interface LookUp<T> {
  get(key: string): T | undefined;
}

/** The beginnings of paths that a design knows. */
export interface PathIndex {
  /** What the look-ups by path and GUID are made of. */
  readonly volumes: VolumeIndex;
  /** By path in lower case, without a trailing backslash. */
  readonly byPath: LookUp<Volume>;
  /** All volumes of a path, given as above. More than one is a fault of the design; a group means that on its own disk. */
  readonly allByPath: LookUp<readonly Volume[]>;
  /** By GUID in lower case, without braces. */
  readonly byGuid: LookUp<Known>;
  /** Keys of the nodes that have a local drive, by drive in lower case (`c:`). */
  readonly drives: LookUp<readonly string[]>;
  /** What paths were found to lead to, for one who asks for the same ones again and again while nothing changes. */
  readonly found?: Map<string, Resolution>;
}

/** Drives a node has of its own; `C:` unless it says otherwise (language.md, Settled readings, Paths). */
export function localDrives(node: ClusterNode): readonly string[] {
  return node.values.local_volumes ?? ['C:'];
}

/** The index of all volumes and of the nodes' drives. */
export function pathIndexOf(volumes: readonly Volume[], nodes: readonly ClusterNode[]): PathIndex {
  return lookUpIn(volumeIndexOf(volumes), drivesOf(nodes));
}

/** The index after the nodes have changed, but no volume. */
export function withNodes(index: PathIndex, nodes: readonly ClusterNode[]): PathIndex {
  return { ...index, drives: drivesOf(nodes) };
}

/** The index after neighbours among the volumes have become others, but no node has changed. */
export function withVolumes(
  index: PathIndex,
  volumes: readonly Volume[],
  { old, fresh }: { readonly old: readonly Volume[]; readonly fresh: readonly Volume[] },
): PathIndex {
  return lookUpIn(volumeIndexAfter(index.volumes, volumes, old, fresh), index.drives);
}

function lookUpIn(volumes: VolumeIndex, drives: PathIndex['drives']): PathIndex {
  return {
    volumes,
    byPath: { get: (path) => volumeByPath(volumes, path) },
    allByPath: { get: (path) => volumesByPath(volumes, path) },
    byGuid: { get: (guid) => volumeByGuid(volumes, guid) },
    drives,
  };
}

/** The drives of a node in lower case, without a trailing backslash. */
export function driveKeysOf(node: ClusterNode): readonly string[] {
  return localDrives(node).map((drive) => drive.toLowerCase().replace(/\\+$/, ''));
}

function drivesOf(nodes: readonly ClusterNode[]): PathIndex['drives'] {
  const drives = new Map<string, string[]>();
  for (const node of nodes) {
    for (const key of driveKeysOf(node)) drives.set(key, [...(drives.get(key) ?? []), node.key]);
  }
  return drives;
}

const guidPath = /^\\\\\?\\volume\{([^}]*)\}/i;
const sharePath = /^\\\\([^\\?]+)\\([^\\]+)/;
/** Where the nodes see shared volumes: a folder of the system drive (semantics 7.2, S46). */
const sharedVolumePath = /^[a-z]:\\clusterstorage\\[^\\]+/i;

/** The GUID in a `\\?\Volume{…}` path as written, without braces; undefined for any other path. */
export function guidInPath(path: string): string | undefined {
  return guidPath.exec(path)?.[1];
}

/**
 * Finds what a path leads to. The longest declared volume path that is a prefix in whole parts owns it, case ignored
 * (language.md, Settled readings, Paths).
 */
export function resolvePath(cluster: Cluster, path: string): Resolution {
  const { found } = cluster.paths;
  const known = found?.get(path);
  if (known) return known;
  const resolution = resolved(cluster, path);
  found?.set(path, resolution);
  return resolution;
}

function resolved(cluster: Cluster, path: string): Resolution {
  const index = cluster.paths;
  const guid = guidInPath(path);
  if (guid !== undefined) {
    const found = index.byGuid.get(guid.toLowerCase());
    return found
      ? onVolume(cluster, found.volume, found.onlyOn === undefined ? 'guid' : 'node_guid', found.onlyOn)
      : { kind: 'unknown', volume: `\\\\?\\Volume{${guid}}` };
  }
  const share = sharePath.exec(path);
  if (share) return { kind: 'share', server: share[1] ?? '', share: share[2] ?? '' };
  const parts = path.split('\\');
  for (let count = parts.length; count > 0; count -= 1) {
    const volume = index.byPath.get(parts.slice(0, count).join('\\').toLowerCase());
    if (volume) return onVolume(cluster, volume, addressing(cluster, volume), undefined);
  }
  const shared = sharedVolumePath.exec(path)?.[0];
  if (shared !== undefined && cluster.profile.sharedVolumes) return { kind: 'unknown', volume: shared };
  const drive = parts[0] ?? '';
  const nodes = index.drives.get(drive.toLowerCase());
  return nodes ? { kind: 'local', drive, nodes } : { kind: 'unknown', volume: drive };
}

/** What a path of a group's resource leads to: where several volumes share it, to that on a disk of the group. */
export function resolveInGroup(cluster: Cluster, path: string, group: string): Resolution {
  const found = resolvePath(cluster, path);
  if (found.kind !== 'volume' || guidInPath(path) !== undefined) return found;
  const all = cluster.paths.allByPath.get(found.volume.path?.text.toLowerCase() ?? '') ?? [];
  const own = all.length > 1 ? all.find(({ disk }) => cluster.diskResources.get(disk)?.group === group) : undefined;
  return own ? onVolume(cluster, own, found.by, undefined) : found;
}

function addressing(cluster: Cluster, volume: Volume): 'letter' | 'mount_point' | 'shared_volume' {
  if (cluster.disks.get(volume.disk)?.values.shared_volume === true) return 'shared_volume';
  return (volume.path?.text.length ?? 0) > 2 ? 'mount_point' : 'letter';
}

function onVolume(
  cluster: Cluster,
  volume: Volume,
  by: Extract<Resolution, { kind: 'volume' }>['by'],
  onlyOn: readonly string[] | undefined,
): Resolution {
  const disk = cluster.disks.get(volume.disk);
  if (!disk) return { kind: 'unknown', volume: volume.path?.text ?? '' };
  return { kind: 'volume', volume, disk, by, onlyOn };
}

/** The volume whose folder a mount point is in; undefined for a volume that is not mounted in a folder of a declared volume. */
export function hostVolumeOf(cluster: Cluster, volume: Volume): Volume | undefined {
  const path = volume.path?.text;
  const cut = path?.lastIndexOf('\\') ?? -1;
  if (path === undefined || cut < 2) return undefined;
  const host = resolvePath(cluster, path.slice(0, cut));
  return host.kind === 'volume' && host.volume !== volume ? host.volume : undefined;
}
