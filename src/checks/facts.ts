import type { BoundDeclaration } from '../model/bind/declaration';
import type { Cluster } from '../model/cluster';
import type { Resource, Vhd } from '../model/elements';
import { hostVolumeOf, resolvePath } from '../model/paths';
import { elementsIn, groupsIn, looseMachinesIn, machinesIn, resourcesIn } from './elements';
import { waitsForItself } from './dependencies';
import { filesIn } from './files';
import type { ClusteredFile } from './files';
import { namesOf } from './names';
import type { Namespace } from './names';
import { referencesIn, spellingOf } from './references';
import type { Reference } from './references';
import type { Checked } from './rule';
import { disksByStorage, isPartial } from './zoning';
import type { DisksOfGroup } from './zoning';
import { anyKey, brokenTextIn, unknownLabelsIn } from './unread';
import type { BrokenText } from './unread';

/** What one declaration says of others, by the key under which those ask for it. */
type Said<T> = (bound: BoundDeclaration, design: Checked) => readonly (readonly [string, T])[];

/** What declarations say of each other, by kind: what is asked for under a key, all declarations in order. */
export interface FactTypes {
  /** By key of the disk: virtual hard disks and configuration files of groups; parents are not among them. */
  readonly filesOnDisk: ClusteredFile;
  /** By `useKey`: that the declaration uses what bears the name. */
  readonly uses: true;
  /** By key of a configuration: that a virtual machine names it as its own. */
  readonly claims: true;
  /** By path in lower case. */
  readonly vhds: Vhd;
  /** By anti-affinity class in lower case: once for each group in it. */
  readonly classMembers: true;
  /** By attribute: keys of the names it is set to. Only for attributes to which a name can be set once. */
  readonly taken: string;
  /** By `anyKey`: resources that wait for themselves. */
  readonly rings: Resource;
  /** By `danglingKey`: references that mean nothing. */
  readonly dangling: Reference;
  /** By `anyKey`. */
  readonly brokenTexts: BrokenText;
  /** By label in lower case. */
  readonly unknownLabels: true;
  /** By key of a storage: that not every node reaches it. */
  readonly partialStorages: true;
  /** By key of a storage that not every node reaches: the groups with disks on it. */
  readonly zoned: DisksOfGroup;
}

/** What is said under a key, in the order of the declarations. */
export type Facts = { readonly [F in keyof FactTypes]: (key: string) => readonly FactTypes[F][] };

/** The key of what uses a name. */
export function useKey(namespace: Namespace, key: string): string {
  return `${namespace} ${key}`;
}

/** The key of references that are looked up in the same namespaces. */
export function danglingKey({ namespaces }: Pick<Reference, 'namespaces'>): string {
  return namespaces.join(' ');
}

/** What may stand once only: of a name that is taken already another one cannot be the misspelling. */
const exclusive: ReadonlySet<string> = new Set(['configuration', 'physical_disk', 'storage_class', 'passthrough_disk']);

function all<T>(values: readonly T[]): readonly (readonly [string, T])[] {
  return values.map((value) => [anyKey, value]);
}

/** Facts in two steps: those of the second ask for those of the first. */
export const factTables: readonly { readonly [F in keyof FactTypes]?: Said<FactTypes[F]> }[] = [
  {
    filesOnDisk: (bound, { cluster }) =>
      filesIn(bound, cluster).flatMap((file) =>
        file.resolution.kind === 'volume' && file.role !== 'parent' ? [[file.resolution.disk.key, file] as const] : [],
      ),
    uses: (bound, design) => [...usesIn(bound, design)].map((key) => [key, true]),
    claims: (bound) =>
      machinesIn(bound).flatMap(({ values }) =>
        values.configuration ? [[values.configuration.key, true] as const] : [],
      ),
    vhds: (bound) =>
      machinesIn(bound).flatMap(({ vhds }) => vhds.map((vhd) => [vhd.path.text.toLowerCase(), vhd] as const)),
    classMembers: (bound) =>
      groupsIn(bound).flatMap((group) =>
        [...new Set(group.values.anti_affinity_class_names?.map((one) => one.toLowerCase()))].map(
          (name) => [name, true] as const,
        ),
      ),
    taken: ({ uses }) =>
      uses.flatMap(({ attribute, ref }) => (exclusive.has(attribute) ? [[attribute, ref.key] as const] : [])),
    rings: (bound, { cluster }) => all(resourcesIn(bound).filter((one) => waitsForItself(cluster, one))),
    dangling: (bound, design) => {
      const names = namesOf(design);
      return referencesIn(bound, design)
        .filter((reference) => reference.attribute !== 'depends_on' && spellingOf(names, reference) === undefined)
        .map((reference) => [danglingKey(reference), reference]);
    },
    brokenTexts: (bound) => all(brokenTextIn(bound)),
    unknownLabels: (bound) => unknownLabelsIn(bound).map((label) => [label, true]),
    partialStorages: (bound, { cluster }) =>
      elementsIn(bound, 'storage')
        .filter((storage) => isPartial(cluster, storage))
        .map((storage) => [storage.key, true]),
  },
  {
    zoned: (bound, design) => groupsIn(bound).flatMap((group) => disksByStorage(design, group)),
  },
];

/** Uses of names: by references, and of disks also by files and by volumes mounted on them. */
function usesIn(bound: BoundDeclaration, design: Checked): ReadonlySet<string> {
  const { cluster } = design;
  const used = new Set<string>();
  for (const { namespaces, ref } of referencesIn(bound, design)) {
    for (const namespace of namespaces) used.add(useKey(namespace, ref.key));
  }
  for (const { resolution } of filesIn(bound, cluster)) {
    if (resolution.kind === 'volume') used.add(useKey('disk', resolution.disk.key));
  }
  for (const path of otherPathsIn(bound)) {
    const resolution = resolvePath(cluster, path);
    if (resolution.kind === 'volume') used.add(useKey('disk', resolution.disk.key));
  }
  for (const host of hostsIn(bound, cluster)) used.add(useKey('disk', host));
  return used;
}

/** Disks that volumes of the declaration are mounted on. */
function hostsIn(bound: BoundDeclaration, cluster: Cluster): readonly string[] {
  const volumes = elementsIn(bound, 'disk').flatMap((disk) => disk.volumes);
  return volumes.flatMap((volume) => hostVolumeOf(cluster, volume)?.disk ?? []);
}

/** Paths outside the groups' virtual machines: of machines that are not clustered, and of other resources. */
function otherPathsIn(bound: BoundDeclaration): readonly string[] {
  return [
    ...looseMachinesIn(bound).flatMap(({ vhds, values }) => [
      ...vhds.flatMap((vhd) => [vhd.path.text, vhd.values.parent?.text]),
      values.configuration_path?.text,
    ]),
    ...resourcesIn(bound).map((resource) => {
      if (resource.kind === 'file_share') return resource.values.path?.text;
      return resource.kind === 'generic_script' ? resource.values.script_file_path?.text : undefined;
    }),
  ].filter((path) => path !== undefined);
}
