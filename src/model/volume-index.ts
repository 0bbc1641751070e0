import { placeIn } from '../language/row';
import type { Volume } from './elements';

/** A volume, and the nodes that know it by one GUID; undefined: all do, it is the cluster's. */
export interface Known {
  readonly volume: Volume;
  readonly onlyOn: readonly string[] | undefined;
}

/** Which volumes go by a path or a GUID, in order. It carries the changes since its table was made beside the table. */
export interface VolumeIndex {
  readonly volumes: readonly Volume[];
  readonly table: ReadonlyMap<string, readonly Volume[]>;
  readonly since: ReadonlyMap<string, readonly Volume[]>;
}

/** Keys touched that an index carries before its table is made anew. */
const mostSince = 512;

/** A GUID without its braces, in lower case. */
function bare(guid: string): string {
  return guid.toLowerCase().replace(/^\{|\}$/g, '');
}

/** What the index knows a volume by: the key of its path, and those of its GUIDs. */
export function pathKeysOf(volume: Volume): { readonly path: string | undefined; readonly guids: readonly string[] } {
  const { guid, guid_on: perNode } = volume.values;
  const own = guid === undefined ? [] : [bare(guid)];
  return { path: volume.path?.text.toLowerCase(), guids: [...own, ...[...perNode.values()].flat().map(bare)] };
}

/** Keys in the table: a path begins with a drive or a folder and never with a brace. */
function keysOf(volume: Volume): ReadonlySet<string> {
  const { path, guids } = pathKeysOf(volume);
  return new Set([...(path === undefined ? [] : [path]), ...guids.map((guid) => `{${guid}}`)]);
}

/** The index of all volumes. */
export function volumeIndexOf(volumes: readonly Volume[]): VolumeIndex {
  const table = new Map<string, Volume[]>();
  for (const volume of volumes) {
    for (const key of keysOf(volume)) {
      const known = table.get(key);
      if (known) known.push(volume);
      else table.set(key, [volume]);
    }
  }
  return { volumes, table, since: new Map() };
}

/** The index after volumes that stand side by side have become others; `volumes` are all there are then. */
export function volumeIndexAfter(
  before: VolumeIndex,
  volumes: readonly Volume[],
  old: readonly Volume[],
  fresh: readonly Volume[],
): VolumeIndex {
  const since = new Map(before.since);
  const keys = new Set([...old, ...fresh].flatMap((volume) => [...keysOf(volume)]));
  if (since.size + keys.size > mostSince) return volumeIndexOf(volumes);
  const gone = new Set(old);
  for (const key of keys) {
    const known = since.get(key) ?? before.table.get(key) ?? [];
    const now = [...known.filter((one) => !gone.has(one)), ...fresh.filter((one) => keysOf(one).has(key))];
    const place = (one: Volume): number => placeIn(volumes, one) ?? volumes.length;
    since.set(
      key,
      now.sort((one, other) => place(one) - place(other)),
    );
  }
  return { volumes, table: before.table, since };
}

function named({ table, since }: VolumeIndex, key: string): readonly Volume[] {
  return since.get(key) ?? table.get(key) ?? [];
}

/** The first volume with a path, which is in lower case and without a trailing backslash. */
export function volumeByPath(index: VolumeIndex, path: string): Volume | undefined {
  const [first] = named(index, path);
  return first?.path?.text.toLowerCase() === path ? first : undefined;
}

/** All volumes with a path, which is given as above: more than one is a fault of the design. */
export function volumesByPath(index: VolumeIndex, path: string): readonly Volume[] {
  return named(index, path);
}

/**
 * The volume with a GUID, which is in lower case and without braces. A GUID that the cluster manages holds on every node and
 * comes before those that single nodes know (semantics 7.1 ST-5).
 */
export function volumeByGuid(index: VolumeIndex, guid: string): Known | undefined {
  const all = named(index, `{${guid}}`);
  const managed = all.find(({ values }) => values.guid !== undefined && bare(values.guid) === guid);
  if (managed) return { volume: managed, onlyOn: undefined };
  const [volume] = all;
  if (!volume) return undefined;
  const nodes = [...volume.values.guid_on].filter(([, guids]) => guids.some((one) => bare(one) === guid));
  return { volume, onlyOn: nodes.map(([node]) => node) };
}
