import type { Cluster } from '../../model/cluster';
import type { VirtualMachine } from '../../model/elements';
import type { Resolution } from '../../model/paths';
import { resolvePath } from '../../model/paths';
import type { MachineFile } from '../files';
import { filesOf } from '../files';
import { gatherings, ids, machineId, volumeId } from '../ids';
import type { SceneEdge, SceneNode } from '../scene';
import { line, size } from '../words';
import { homeOf } from './storage-disks';
import type { Sight } from './sight';

/** A file with the volume it lies on and the container that volume is drawn in. */
interface Placed {
  readonly file: MachineFile;
  readonly volume: string;
  readonly home: string;
}

/** What the files of all machines come to, gathered by file and by volume. */
export interface FileMap {
  /** Rows of all volumes: parents before what differs from them, else in the order of the file. */
  readonly nodes: readonly SceneNode[];
  /** Volumes that no disk carries: local to a node, or not declared. */
  readonly looseVolumes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly use: ReadonlyMap<string, number>;
  /** The container each machine is drawn in, by its id. */
  readonly homes: ReadonlyMap<string, string>;
}

function detailOf(file: MachineFile): string {
  return line(file.role, file.size === undefined ? undefined : size(file.size));
}

type Loose = Exclude<Resolution, { readonly kind: 'volume' }>;

/** What a path without a declared volume starts with, and what is known of that. */
function rootOf(found: Loose, nodeKey: string | undefined): readonly [root: string, detail: string, known: boolean] {
  switch (found.kind) {
    case 'share':
      return [`\\\\${found.server}\\${found.share}`, 'file share', true];
    case 'local':
      return [found.drive.toUpperCase(), 'local, not on a cluster disk', found.nodes.includes(nodeKey ?? '')];
    case 'unknown':
      return [found.volume, 'not declared', false];
  }
}

function looseVolume(cluster: Cluster, host: string | undefined, found: Loose): SceneNode {
  const node = cluster.nodes.get(host?.toLowerCase());
  const [label, detail, known] = rootOf(found, node?.key);
  return {
    id: ids.looseVolume(host ?? 'no owner', label),
    kind: 'volume',
    label,
    detail,
    parent: node ? ids.node(node.name) : gatherings.noOwner,
    state: undefined,
    findings: undefined,
    ...(known ? {} : { absent: true }),
  };
}

/** Rows in tree order: each parent followed by what differs from it. */
function inTreeOrder(
  rows: ReadonlyMap<string, SceneNode>,
  children: ReadonlyMap<string, readonly string[]>,
): SceneNode[] {
  const ordered = new Map<string, SceneNode>();
  const held = new Set([...children.values()].flat());
  const visit = (id: string): void => {
    const row = rows.get(id);
    if (!row || ordered.has(id)) return;
    ordered.set(id, row);
    for (const child of children.get(id) ?? []) if (rows.get(child)?.parent === row.parent) visit(child);
  };
  for (const id of rows.keys()) if (!held.has(id)) visit(id);
  for (const id of rows.keys()) visit(id);
  return [...ordered.values()];
}

/** Where the files of all machines lie. */
export function mapFiles(sight: Sight): FileMap {
  const { cluster, standing, counts } = sight;
  const rows = new Map<string, SceneNode>();
  const loose = new Map<string, SceneNode>();
  const edges = new Map<string, SceneEdge>();
  const children = new Map<string, string[]>();
  const use = new Map<string, number>();
  const homes = new Map<string, string>();

  const placeFile = (machine: VirtualMachine, file: MachineFile): Placed => {
    const found = resolvePath(cluster, file.path);
    if (found.kind === 'volume') {
      return { file, volume: volumeId(found.disk, found.volume), home: homeOf(found.disk, sight) };
    }
    const volume = looseVolume(cluster, standing.hostOf(machine), found);
    if (!loose.has(volume.id)) loose.set(volume.id, volume);
    return { file, volume: volume.id, home: volume.parent ?? gatherings.noOwner };
  };

  const addRow = ({ file, volume }: Placed): string => {
    const id = ids.file(file.path);
    const known = rows.get(id);
    if (known && file.role === 'parent') return id;
    if (!known) use.set(volume, (use.get(volume) ?? 0) + (file.size ?? 0));
    const kind =
      file.role === 'configuration' ? 'configuration' : file.role === 'differencing' ? 'differencing' : 'vhd';
    const bare = { parent: volume, state: undefined, findings: counts.get(id) } as const;
    rows.set(id, { id, kind, label: file.path, detail: detailOf(file), ...bare });
    return id;
  };

  for (const machine of cluster.virtualMachines.all) {
    const to = machineId(machine);
    const placed = filesOf(cluster, machine).map((file) => placeFile(machine, file));
    for (const one of placed) {
      const from = addRow(one);
      if (one.file.role !== 'parent')
        edges.set(`stores:${from}>${to}`, { id: `stores:${from}>${to}`, from, to, kind: 'stores' });
      if (one.file.parent === undefined) continue;
      const parent = ids.file(one.file.parent);
      const id = `parent_of:${parent}>${from}`;
      if (!edges.has(id)) children.set(parent, [...(children.get(parent) ?? []), from]);
      edges.set(id, { id, from: parent, to: from, kind: 'parent_of' });
    }
    const host = standing.hostOf(machine);
    const own = host === undefined ? gatherings.noOwner : ids.node(host);
    homes.set(to, placed.some(({ home }) => home === own) ? own : (placed[0]?.home ?? own));
  }
  const known = [...edges.values()].filter(({ from }) => rows.has(from));
  return { nodes: inTreeOrder(rows, children), looseVolumes: [...loose.values()], edges: known, use, homes };
}
