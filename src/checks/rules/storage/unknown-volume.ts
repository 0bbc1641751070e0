import type { Edit, Fix } from '../../../language/finding';
import { plainInSnippet, writeName, writeString } from '../../../language/tokens';
import type { BoundDeclaration } from '../../../model/bind/declaration';
import type { Cluster } from '../../../model/cluster';
import { isDiskResource } from '../../../model/elements';
import type { Disk, Group, Resource } from '../../../model/elements';
import { guidInPath, resolvePath } from '../../../model/paths';
import type { PathValue } from '../../../model/values';
import { nearest } from '../../../model/words';
import { namesFile } from '../../chain';
import { insertStatements } from '../../edits/statement';
import { insertion, lineBreakOf } from '../../edits/text';
import { elementsIn, groupsIn, looseMachinesIn } from '../../elements';
import { filesOf, loosePathsOf } from '../../files';
import { mountHostOf } from '../../mounts';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { mayBeUnread } from '../../unread';
import { isBroken } from '../../written';

/** Paths on volumes that neither a disk nor a node of the design has: one finding a volume and group. */
export const unknownVolume: DeclarationRule = {
  code: 'storage/unknown-volume',
  severity: 'error',
  source: 'language.md, Settled readings, Paths; semantics 7.1 ST-1',
  oncePerPlace: true,
  check: (bound, design) =>
    isBroken(bound.declaration)
      ? []
      : ownersIn(bound, design.cluster).flatMap((owner) => unknownIn(bound, design, owner)),
};

/** What paths belong to: a group, a virtual machine outside any, or a disk that is mounted somewhere. */
interface PathOwner {
  readonly name: string;
  readonly group: Group | undefined;
  readonly paths: readonly UnknownPath[];
}

interface UnknownPath {
  readonly path: PathValue;
  /** As far as the path says which volume is meant. */
  readonly volume: string;
}

function ownersIn(bound: BoundDeclaration, cluster: Cluster): readonly PathOwner[] {
  return [
    ...groupsIn(bound).map((group) => ({
      name: group.name,
      group,
      paths: group.resources.flatMap((resource) => [
        ...filesOf(cluster, group, resource)
          .filter(({ path, role }) => role !== 'parent' || namesFile(path.text))
          .flatMap(({ path, resolution }) =>
            resolution.kind === 'unknown' ? [{ path, volume: resolution.volume }] : [],
          ),
        ...otherPathOf(cluster, resource),
      ]),
    })),
    ...looseMachinesIn(bound).map((machine) => ({
      name: machine.name,
      group: undefined,
      paths: loosePathsOf(machine, cluster).flatMap(({ path, resolution }) => {
        if (resolution.kind === 'unknown') return [{ path, volume: resolution.volume }];
        const { host } = machine.values;
        const isElsewhere = resolution.kind === 'local' && host && !resolution.nodes.includes(host.key);
        return isElsewhere && cluster.nodes.get(host.key) ? [{ path, volume: resolution.drive }] : [];
      }),
    })),
    ...elementsIn(bound, 'disk').map((disk) => ({
      name: disk.name,
      group: undefined,
      paths: disk.volumes.flatMap((volume) => {
        const host = mountHostOf(cluster, volume);
        return host?.kind === 'unknown' && volume.path ? [{ path: volume.path, volume: host.volume }] : [];
      }),
    })),
  ];
}

/** The path of a share or script; undefined for other resources. */
function otherPathOf(cluster: Cluster, resource: Resource): readonly UnknownPath[] {
  const path =
    resource.kind === 'file_share'
      ? resource.values.path
      : resource.kind === 'generic_script'
        ? resource.values.script_file_path
        : undefined;
  const found = path && resolvePath(cluster, path.text);
  return path && found?.kind === 'unknown' ? [{ path, volume: found.volume }] : [];
}

function unknownIn(bound: BoundDeclaration, design: Checked, { name, group, paths }: PathOwner): readonly Found[] {
  const byVolume = new Map<string, UnknownPath[]>();
  for (const one of paths) {
    const key = guidInPath(one.path.text)?.toLowerCase() ?? one.volume.toLowerCase();
    byVolume.set(key, [...(byVolume.get(key) ?? []), one]);
  }
  return [...byVolume].flatMap(([key, [first, ...others]]) => {
    if (!first || mayBeUnread(design, key, bound.declaration) || isLocalUnread(design.cluster, key)) return [];
    return {
      message: `${reason(first)}: ${name} will not find ${first.path.text}.`,
      place: first.path.place,
      related: others.map(({ path }) => ({ place: path.place, message: `${path.text} is on it too.` })),
      fixes: [...sameGuid(design.cluster, group, first), ...declare(bound, design.cluster, group, first)],
    };
  });
}

const letter = /^[a-z]:$/i;

/** Which drives there are is not known before any node is. */
function isLocalUnread(cluster: Cluster, key: string): boolean {
  return letter.test(key) && cluster.nodes.all.length === 0;
}

function isFullPath({ path, volume }: UnknownPath): boolean {
  return letter.test(volume) || /^[a-z]:\\/i.test(volume) || guidInPath(path.text) !== undefined;
}

function reason(one: UnknownPath): string {
  const guid = guidInPath(one.path.text);
  if (guid !== undefined) return `No volume of the design has GUID {${guid}}`;
  if (!isFullPath(one)) return `${one.path.text} names no volume, as G:\\ or a share would`;
  return letter.test(one.volume)
    ? `No disk of the design has a volume ${one.volume}, and it is no local drive there either`
    : `No disk of the design is shared volume ${one.volume}`;
}

/** The GUID of one of the group's disks that differs in a few digits. */
function sameGuid(cluster: Cluster, group: Group | undefined, { path }: UnknownPath): readonly Fix[] {
  const guid = guidInPath(path.text);
  if (guid === undefined || !group) return [];
  const known = disksOf(cluster, group).flatMap(({ volumes }) =>
    volumes.flatMap(({ values }) => (values.guid === undefined ? [] : [values.guid.replaceAll(/[{}]/g, '')])),
  );
  const meant = nearest(guid, known);
  if (meant === undefined) return [];
  const edits = [{ place: path.place, newText: writeString(path.text.replace(guid, meant)) }];
  return [{ title: `Change to GUID {${meant}}`, preferred: false, edits }];
}

function disksOf(cluster: Cluster, group: Group): readonly Disk[] {
  return group.resources.filter(isDiskResource).flatMap(({ disk }) => cluster.disks.get(disk.key) ?? []);
}

/** Declares the volume: on a disk of the group that has none so far, or with a disk of its own. */
function declare(
  bound: BoundDeclaration,
  cluster: Cluster,
  group: Group | undefined,
  unknown: UnknownPath,
): readonly Fix[] {
  const { path, volume } = unknown;
  if (!isFullPath(unknown)) return [];
  const guid = guidInPath(path.text);
  const isShared = guid === undefined && !letter.test(volume);
  const statement = guid === undefined ? `volume ${writeString(volume)}` : `volume { guid = "{${guid}}" }`;
  const bare = isShared || !group ? [] : disksOf(cluster, group).filter(({ volumes }) => volumes.length === 0);
  const what = guid === undefined ? volume : `volume {${guid}}`;
  return [
    ...bare.map((disk) => ({
      title: `Declare ${what} on disk ${disk.name}`,
      preferred: false,
      edits: [insertStatements(disk, [statement], disk.block.items.at(-1))],
    })),
    newDisk(
      bound,
      cluster,
      path,
      `Declare a disk with ${what}`,
      `${isShared ? 'shared_volume = true  ' : ''}${statement}`,
    ),
  ];
}

/** A new disk right above what needs it. */
function newDisk(bound: BoundDeclaration, cluster: Cluster, path: PathValue, title: string, inner: string): Fix {
  const { declaration } = bound;
  const { start } = path.place.span;
  const user = declaration.blocks.find(({ span }) => span.start <= start && start < span.end);
  const [storage] = cluster.storages.all;
  const name = freeName(cluster);
  const where = storage ? writeName(storage.name) : '${1:name}';
  const text = `disk ${name} { storage = ${where}  ${storage ? inner : plainInSnippet(inner)} }${lineBreakOf(declaration)}`;
  const edits: readonly Edit[] = [insertion(declaration, user?.span.start ?? 0, text)];
  return storage ? { title, preferred: false, edits } : { title, preferred: false, edits, snippet: true };
}

/** `Disk1`, or the next number that no disk bears. */
function freeName(cluster: Cluster): string {
  for (let number = 1; ; number += 1) {
    const name = `Disk${String(number)}`;
    if (cluster.disks.spelling(name.toLowerCase()) === undefined) return name;
  }
}
