import type { Declaration } from '../language/declaration';
import type { Place } from '../language/finding';
import { touches } from '../language/span';
import type { Block } from '../language/tree';
import type { Cluster } from '../model/cluster';
import type { Group } from '../model/elements';
import type { Subject, SubjectKind } from '../simulation/trace';

/** A thing of the design that events are about, and where it is declared. */
export interface Thing {
  readonly subject: Subject;
  readonly declaration: Declaration;
  readonly block: Block;
}

/** The declared things of a design, by subject and by place. */
export interface Things {
  find(subject: Subject): Thing | undefined;
  /** The innermost thing whose block holds the offset. */
  at(declaration: Declaration, offset: number): Thing | undefined;
  /** The thing a name means, as in an expectation: a resource, a group, a disk, a node, a workload, then any other. */
  named(name: string, kind?: string): Thing | undefined;
}

interface Declared {
  readonly name: string;
  readonly declaration: Declaration;
  readonly block: Block;
}

function thing(kind: SubjectKind, name: string, { declaration, block }: Declared): Thing {
  return { subject: { kind, name }, declaration, block };
}

function* declaredThings(cluster: Cluster): Generator<Thing> {
  const groups: readonly Group[] = [
    ...cluster.groups.all,
    ...cluster.guestClusters.all.flatMap((guest) => guest.groups),
  ];
  const byKind: readonly (readonly [SubjectKind, readonly Declared[]])[] = [
    ['resource', cluster.resources.all],
    ['group', groups],
    ['disk', cluster.disks.all],
    ['node', cluster.nodes.all],
    ['workload', cluster.workloads.all],
    ['virtual_machine', cluster.virtualMachines.all],
    ['storage', cluster.storages.all],
    ['network', cluster.networks.all],
    ['guest_cluster', cluster.guestClusters.all],
    ['nlb_cluster', cluster.nlbClusters.all],
  ];
  for (const [kind, elements] of byKind) for (const element of elements) yield thing(kind, element.name, element);
  for (const disk of cluster.disks.all) for (const volume of disk.volumes) yield thing('disk', disk.name, volume);
  if (cluster.quorum) yield thing('witness', cluster.quorum.values.witness?.text ?? '', cluster.quorum);
  if (cluster.settings) yield thing('cluster', cluster.name, cluster.settings);
}

function keyOf({ kind, name }: Subject): string {
  return `${kind} ${name.toLowerCase()}`;
}

/** Words before a name that mean the same kind of subject under another name. */
const kindAliases: Readonly<Record<string, string>> = { physical_disk: 'resource', host: 'node' };

/** Indexes the things of a design. The first of a name is the one that is found. */
export function thingsOf(cluster: Cluster): Things {
  const all = [...declaredThings(cluster)];
  const bySubject = new Map<string, Thing>();
  for (const one of all) if (!bySubject.has(keyOf(one.subject))) bySubject.set(keyOf(one.subject), one);
  /** The cluster and its witness are one each: they are found whatever the event calls them. */
  const inGuest = ({ kind, name, cluster: guest }: Subject): Thing | undefined => {
    if (guest === undefined) return undefined;
    // A node of a guest cluster is declared as the virtual machine it is, its witness with the cluster.
    if (kind === 'node') return bySubject.get(keyOf({ kind: 'virtual_machine', name }));
    return kind === 'witness' ? bySubject.get(keyOf({ kind: 'guest_cluster', name: guest })) : undefined;
  };
  const single = (kind: SubjectKind): Thing | undefined => all.find((one) => one.subject.kind === kind);

  return {
    find: (subject) =>
      inGuest(subject) ??
      bySubject.get(keyOf(subject)) ??
      (subject.kind === 'witness' ? (single('witness') ?? single('cluster')) : undefined) ??
      (subject.kind === 'cluster' ? single('cluster') : undefined),
    at: (declaration, offset) => {
      const size = ({ block }: Thing): number => block.span.end - block.span.start;
      return all
        .filter((one) => one.declaration === declaration && touches(one.block.span, offset))
        .reduce<Thing | undefined>((best, one) => (best && size(best) <= size(one) ? best : one), undefined);
    },
    named: (name, kind) => {
      const wanted = kind && (kindAliases[kind] ?? kind);
      const key = name.toLowerCase();
      return all.find(({ subject }) => subject.name.toLowerCase() === key && (!wanted || subject.kind === wanted));
    },
  };
}

/** Where the head of a thing's block stands. */
export function headOf({ declaration, block }: Thing): Place {
  return { declaration, span: block.header };
}
