import type { Cluster } from './cluster';
import type { ClusterNode, Disk, Volume } from './elements';

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

/** A volume, and the nodes that know it by one GUID; undefined: all do, it is the cluster's. */
interface Known {
  readonly volume: Volume;
  readonly onlyOn: readonly string[] | undefined;
}

interface LookUp<T> {
  get(key: string): T | undefined;
}

/** The beginnings of paths that a design knows. */
export interface PathIndex {
  /** By path in lower case, without a trailing backslash. */
  readonly byPath: LookUp<Volume>;
  /** By GUID in lower case, without braces. */
  readonly byGuid: LookUp<Known>;
  /** Keys of the nodes that have a local drive, by drive in lower case (`c:`). */
  readonly drives: LookUp<readonly string[]>;
}

/** Drives a node has of its own; `C:` unless it says otherwise (language.md, Settled readings, Paths). */
export function localDrives(node: ClusterNode): readonly string[] {
  return node.values.local_volumes ?? ['C:'];
}

/** What the paths index knows a volume by: the key of its path, and those of its GUIDs. */
export function pathKeysOf(volume: Volume): { readonly path: string | undefined; readonly guids: readonly string[] } {
  const { guid, guid_on: perNode } = volume.values;
  const own = guid === undefined ? [] : [bare(guid)];
  return { path: volume.path?.text.toLowerCase(), guids: [...own, ...[...perNode.values()].flat().map(bare)] };
}

/** The index of all volumes and of the nodes' drives. */
export function pathIndexOf(volumes: readonly Volume[], nodes: readonly ClusterNode[]): PathIndex {
  return { ...volumeIndexOf(volumes), drives: drivesOf(nodes) };
}

/** The index after the nodes have changed, but no volume. */
export function withNodes(index: PathIndex, nodes: readonly ClusterNode[]): PathIndex {
  return { ...index, drives: drivesOf(nodes) };
}

function volumeIndexOf(volumes: readonly Volume[]): Pick<PathIndex, 'byPath' | 'byGuid'> {
  const byPath = new Map<string, Volume>();
  const byGuid = new Map<string, Known>();
  for (const volume of volumes) {
    const path = volume.path?.text.toLowerCase();
    if (path !== undefined && !byPath.has(path)) byPath.set(path, volume);
    const { guid } = volume.values;
    if (guid === undefined) continue;
    const key = bare(guid);
    if (!byGuid.has(key)) byGuid.set(key, { volume, onlyOn: undefined });
  }
  // The GUIDs the cluster manages come first: they hold on every node.
  for (const volume of volumes) {
    for (const [node, guids] of volume.values.guid_on) {
      for (const one of guids) addGuid(byGuid, bare(one), volume, node);
    }
  }
  return { byPath, byGuid };
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

/** Notes that one more node knows the volume by the GUID; what all nodes know, or know as another volume, stays. */
function addGuid(byGuid: Map<string, Known>, guid: string, volume: Volume, node: string): void {
  const known = byGuid.get(guid);
  if (!known) byGuid.set(guid, { volume, onlyOn: [node] });
  else if (known.onlyOn && known.volume === volume) byGuid.set(guid, { volume, onlyOn: [...known.onlyOn, node] });
}

/** A GUID without its braces, in lower case. */
function bare(guid: string): string {
  return guid.toLowerCase().replace(/^\{|\}$/g, '');
}

const guidPath = /^\\\\\?\\volume\{([^}]*)\}/i;
const sharePath = /^\\\\([^\\?]+)\\([^\\]+)/;

/** The GUID in a `\\?\Volume{…}` path as written, without braces; undefined for any other path. */
export function guidInPath(path: string): string | undefined {
  return guidPath.exec(path)?.[1];
}

/**
 * Finds what a path leads to. The longest declared volume path that is a prefix in whole parts owns it, case ignored
 * (language.md, Settled readings, Paths).
 */
export function resolvePath(cluster: Cluster, path: string): Resolution {
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
  const drive = parts[0] ?? '';
  const nodes = index.drives.get(drive.toLowerCase());
  return nodes ? { kind: 'local', drive, nodes } : { kind: 'unknown', volume: drive };
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
