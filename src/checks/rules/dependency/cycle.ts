import type { Fix } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import type { Resource, ResourceKind } from '../../../model/elements';
import type { Ref } from '../../../model/values';
import { termsOf } from '../../dependencies';
import { removeTerm } from '../../edits/dependency';
import type { Checked, DesignRule, Found } from '../../rule';
import { anyKey } from '../../facts/said';

/** Resources that wait for each other: none of them can ever be the first to come online. */
export const dependencyCycle: DesignRule = {
  code: 'dependency/cycle',
  severity: 'error',
  source: 'semantics 3.1 rule 3, S22',
  checkAll: (design) => ringsIn(design).flatMap((ring) => describe(design.cluster, ring)),
};

/** One resource of a ring, and the term by which it waits for the next. */
interface Link {
  readonly resource: Resource;
  readonly ref: Ref;
}

/** Providers that exist, with the first term that names each. */
function linksOf(cluster: Cluster, resource: Resource): readonly Link[] {
  const byKey = new Map<string, Link>();
  for (const ref of termsOf(resource.values.depends_on)) {
    if (cluster.resources.get(ref.key) && !byKey.has(ref.key)) byKey.set(ref.key, { resource, ref });
  }
  return [...byKey.values()];
}

/**
 * Rings among the resources that wait for themselves, each resource in one ring at most. Whatever has no provider left is
 * taken away until only rings and what waits for them remain; a walk along providers then ends in a ring.
 */
function ringsIn({ cluster, facts }: Checked): readonly (readonly Link[])[] {
  const links = new Map<string, readonly Link[]>();
  const dependents = new Map<string, string[]>();
  const ringed = new Set(facts.rings(anyKey).map(({ key }) => key));
  for (const key of ringed) {
    const resource = cluster.resources.get(key);
    if (!resource) continue;
    const own = linksOf(cluster, resource).filter(({ ref }) => ringed.has(ref.key));
    links.set(key, own);
    for (const { ref } of own) {
      const waiting = dependents.get(ref.key);
      if (waiting) waiting.push(key);
      else dependents.set(ref.key, [key]);
    }
  }
  const open = new Map([...links].map(([key, own]) => [key, own.length]));
  const takeAway = (start: Iterable<string>): void => {
    const free = [...start];
    for (let key = free.pop(); key !== undefined; key = free.pop()) {
      if (!open.delete(key)) continue;
      for (const dependent of dependents.get(key) ?? []) {
        const left = (open.get(dependent) ?? 0) - 1;
        if (open.has(dependent)) open.set(dependent, left);
        if (left === 0) free.push(dependent);
      }
    }
  };
  takeAway([...open].flatMap(([key, count]) => (count === 0 ? [key] : [])));

  const rings: (readonly Link[])[] = [];
  for (let [start] = open.keys(); start !== undefined; [start] = open.keys()) {
    const ring = walk(start, (key) => links.get(key)?.find(({ ref }) => open.has(ref.key)));
    rings.push(ring);
    takeAway(ring.map(({ resource }) => resource.key));
  }
  return rings;
}

function walk(start: string, next: (key: string) => Link | undefined): readonly Link[] {
  const path: Link[] = [];
  const seen = new Map<string, number>();
  for (let key = start; !seen.has(key);) {
    const link = next(key);
    if (!link) return path;
    seen.set(key, path.length);
    path.push(link);
    key = link.ref.key;
  }
  return path.slice(seen.get(path.at(-1)?.ref.key ?? '') ?? 0);
}

/** Order in which kinds come online (semantics 3.2, S20, S22): what is ranked lower never waits for what is ranked higher. */
const ranks: Readonly<Record<ResourceKind, number>> = {
  physical_disk: 0,
  storage_class: 0,
  ip_address: 0,
  virtual_machine_configuration: 1,
  network_name: 1,
  file_server: 2,
  virtual_machine: 2,
  resource: 2,
  generic_service: 2,
  generic_application: 2,
  generic_script: 2,
  file_share: 3,
};

/** The term to blame: the first that points from a kind to one that comes online later, else the one that closes the ring. */
function wrongLink(cluster: Cluster, ring: readonly Link[]): Link | undefined {
  const backwards = ({ resource, ref }: Link): boolean => {
    const provider = cluster.resources.get(ref.key);
    return provider !== undefined && ranks[provider.kind] > ranks[resource.kind];
  };
  return ring.find(backwards) ?? ring.at(-1);
}

function describe(cluster: Cluster, ring: readonly Link[]): readonly Found[] {
  const wrong = wrongLink(cluster, ring);
  if (!wrong) return [];
  const at = ring.indexOf(wrong);
  const ordered = [...ring.slice(at), ...ring.slice(0, at)];
  const { resource, ref } = wrong;
  const waits = ordered.length > 1 ? 'each waits for the other' : 'it waits for itself';
  const chain = ordered
    .map((link) => cluster.resources.get(link.ref.key)?.name ?? link.ref.name)
    .join(', which depends on ');
  const group = cluster.groups.get(resource.group);
  const never = group ? `group ${group.name} can never be online` : 'none of them can ever come online';
  const edit = removeTerm(resource, ref.place);
  const fixes: readonly Fix[] = edit
    ? [{ title: `Remove ${ref.name} from what ${resource.name} depends on`, preferred: false, edits: [edit] }]
    : [];
  return [
    {
      message: `${resource.name} depends on ${chain}: ${waits}, so ${never}.`,
      place: ref.place,
      related: ordered.slice(1).map((link) => ({
        place: link.ref.place,
        message: `${link.resource.name} depends on ${link.ref.name}.`,
      })),
      fixes,
    },
  ];
}
