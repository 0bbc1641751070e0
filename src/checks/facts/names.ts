import type { Declaration } from '../../language/declaration';
import { lostBytes } from '../../language/tokens';
import type { Cluster } from '../../model/cluster';
import { hostVolumeOf, resolvePath } from '../../model/paths';
import type { Resolution } from '../../model/paths';
import type { BoundDeclaration } from '../../model/bind/declaration';
import { elementsIn, looseMachinesIn, resourcesIn } from '../elements';
import { filesIn } from '../files';
import { namesOf } from '../names';
import type { Namespace } from '../names';
import { referencesIn, spellingOf } from '../references';
import type { Reference } from '../references';
import type { Checked } from '../rule';
import { diskOfShare } from '../shares';
import { brokenTextIn, unknownKeywordsIn, unknownLabelsIn } from '../unread';
import type { BrokenText } from '../unread';
import { all } from './said';
import type { FactTable } from './said';

/** What declarations say of names: which they use, which they cannot find, and which may stand in what could not be read. */
export interface NameFacts {
  /** By `useKey`: that the declaration uses what bears the name. */
  readonly uses: true;
  /** By attribute: keys of the names it is set to. Only for attributes to which a name can be set once. */
  readonly taken: string;
  /** By name in lower case: references in scenarios that may mean a group. */
  readonly groupsNamed: Reference;
  /** By `danglingKey`: references that mean nothing. */
  readonly dangling: Reference;
  /** By `anyKey`. */
  readonly brokenTexts: BrokenText;
  /** By label in lower case. */
  readonly unknownLabels: true;
  /** By `anyKey`: keywords of top-level blocks that are unknown. */
  readonly unknownKeywords: string;
  /** By file: declarations in which bytes are lost. */
  readonly damaged: Declaration;
}

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

export const nameFacts: FactTable<NameFacts> = {
  uses: (bound, design) => [...usesIn(bound, design)].map((key) => [key, true]),
  taken: ({ uses }) =>
    uses.flatMap(({ attribute, ref }) => (exclusive.has(attribute) ? [[attribute, ref.key] as const] : [])),
  groupsNamed: (bound, design) =>
    elementsIn(bound, 'scenario').length === 0
      ? []
      : referencesIn(bound, design)
          .filter(({ namespaces }) => namespaces.includes('group'))
          .map((reference) => [reference.ref.key, reference]),
  dangling: (bound, design) => {
    const names = namesOf(design);
    return referencesIn(bound, design)
      .filter((reference) => reference.attribute !== 'depends_on' && spellingOf(names, reference) === undefined)
      .map((reference) => [danglingKey(reference), reference]);
  },
  brokenTexts: (bound) => all(brokenTextIn(bound)),
  unknownLabels: (bound) => unknownLabelsIn(bound).map((label) => [label, true]),
  unknownKeywords: (bound) => all(unknownKeywordsIn(bound)),
  damaged: ({ declaration }) => (declaration.text.includes(lostBytes) ? [[declaration.file, declaration]] : []),
};

/** Uses of names: by references, and of disks also by files and by volumes mounted on them. */
function usesIn(bound: BoundDeclaration, design: Checked): ReadonlySet<string> {
  const { cluster } = design;
  const used = new Set<string>();
  for (const { namespaces, ref } of referencesIn(bound, design)) {
    for (const namespace of namespaces) used.add(useKey(namespace, ref.key));
  }
  const useDisk = (path: string, resolution: Resolution): void => {
    const disk = resolution.kind === 'share' ? diskOfShare(cluster, path) : undefined;
    if (resolution.kind === 'volume') used.add(useKey('disk', resolution.disk.key));
    else if (disk) used.add(useKey('disk', disk.key));
  };
  for (const { path, resolution } of filesIn(bound, cluster)) useDisk(path.text, resolution);
  for (const path of otherPathsIn(bound)) useDisk(path, resolvePath(cluster, path));
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
