import { CompletionItemKind } from 'vscode-languageserver';
import { namesOf } from '../../checks/names';
import type { DeclaredName } from '../../checks/names';
import { defaultIn } from '../../language/reference/describe';
import { quorumModels } from '../../language/schema/cluster';
import type { AttributeSchema, RefKind } from '../../language/schema/types';
import { durationUnits, sizeUnits } from '../../language/schema/units';
import { atVersion } from '../../language/schema/version';
import type { Version } from '../../language/schema/version';
import { writeName, writeString, plainInSnippet } from '../../language/tokens';
import type { Design } from '../../model/design';
import { firstWithModel } from '../../model/profile';
import { inRelease, wordProposal } from './completion-item';
import type { Proposal } from './completion-item';
import { nameProposals } from './completion-names';
import type { Frame, Typed } from './completion-place';

/** What the value of an attribute is chosen from. */
export interface ValueQuestion {
  readonly design: Design;
  readonly frames: readonly Frame[];
  readonly typed: Typed;
  /** Names that stand in the value already, in lower case. */
  readonly listed: ReadonlySet<string>;
}

/** The number that is being typed with each unit; none where no number is. */
export function unitProposals(typed: Typed, units: Readonly<Record<string, number>>): readonly Proposal[] {
  const digits = /^-?[0-9.]+/.exec(typed.prefix)?.[0];
  if (digits === undefined) return [];
  return Object.keys(units).map((unit) => wordProposal(digits + unit, { kind: CompletionItemKind.Unit }));
}

/** Units of time behind the digits that are typed. */
export function durationProposals(typed: Typed): readonly Proposal[] {
  return unitProposals(typed, durationUnits);
}

function frameOf(frames: readonly Frame[], keyword: string): Frame | undefined {
  return frames.findLast((frame) => frame.keyword === keyword);
}

/** Members of the guest cluster the cursor is in: they are the nodes of its groups (language.md, Settled readings, Names). */
function membersAround({ design, frames }: ValueQuestion): ReadonlySet<string> | undefined {
  const guest = frameOf(frames, 'guest_cluster');
  if (!guest || frames.at(-1) === guest) return undefined;
  const members = design.cluster.guestClusters.get(guest.label?.toLowerCase())?.values.members ?? [];
  return new Set(members.map(({ key }) => key));
}

/** Keys of the resources of the group the cursor is in, less the one whose block it is in. */
function siblings({ design, frames }: ValueQuestion): ReadonlySet<string> {
  const key = frameOf(frames, 'group')?.label?.toLowerCase();
  const self = frames.at(-1)?.label?.toLowerCase();
  const { cluster } = design;
  const guests = cluster.guestClusters.all.flatMap(({ groups }) => groups);
  const group = cluster.groups.get(key) ?? guests.find((one) => one.key === key);
  return new Set(group?.resources.map((one) => one.key).filter((one) => one !== self));
}

function references(to: RefKind, question: ValueQuestion, attribute: string): readonly Proposal[] {
  const { design, typed, listed } = question;
  if (to === 'resource') {
    const near = siblings(question);
    const wanted = attribute === 'configuration' ? 'virtual_machine_configuration' : undefined;
    const fits = (one: DeclaredName): boolean => near.has(one.key) && (wanted === undefined || one.kind === wanted);
    return nameProposals(design, to, typed, listed, fits);
  }
  const members = to === 'node' ? membersAround(question) : undefined;
  if (members) return nameProposals(design, 'virtual_machine', typed, listed, ({ key }) => members.has(key));
  return nameProposals(design, to, typed, listed);
}

/** Disks that a resource of this keyword may stand for: clustered, and the resource of no group yet. */
export function diskProposals(design: Design, keyword: string, typed: Typed): readonly Proposal[] {
  const { cluster } = design;
  const isFree = ({ key }: DeclaredName): boolean => {
    const disk = cluster.disks.get(key);
    return disk?.values.clustered === true && !disk.values.shared_volume && !cluster.diskResources.get(key);
  };
  return nameProposals(design, 'disk', typed, new Set(), keyword === 'passthrough_disk' ? undefined : isFree);
}

/** The paths of declared volumes: those of the disks of the group first. Chosen inside a string they replace what stands in it. */
export function pathProposals({ design, frames, typed }: ValueQuestion): readonly Proposal[] {
  const { cluster } = design;
  const group = cluster.groups.get(frameOf(frames, 'group')?.label?.toLowerCase());
  return cluster.volumes.flatMap((volume): Proposal[] => {
    const disk = cluster.disks.get(volume.disk);
    const { guid } = volume.values;
    const path = volume.path?.text ?? (guid === undefined ? undefined : `\\\\?\\Volume${guid}`);
    if (!disk || path === undefined) return [];
    const own = group !== undefined && cluster.diskResources.get(disk.key)?.group === group.key;
    const folder = `${path}\\`;
    const isString = typed.kind === 'string';
    return [
      {
        label: folder,
        kind: CompletionItemKind.Folder,
        text: isString ? folder : `"${plainInSnippet(folder)}\${1}"`,
        ...(isString ? { insideQuotes: true } : { snippet: true }),
        detail: `volume of disk ${disk.name}${own ? ', in this group' : ''}`,
        rank: own ? 2 : 4,
      },
    ];
  });
}

function witnessProposals({ design, typed, listed }: ValueQuestion): readonly Proposal[] {
  const disks = nameProposals(design, 'disk', typed, listed);
  if (typed.kind === 'string') return disks;
  const share: Proposal = {
    label: String.raw`"\\server\share"`,
    kind: CompletionItemKind.Value,
    text: `"${plainInSnippet('\\\\')}\${1:server}${plainInSnippet('\\')}\${2:share}"`,
    snippet: true,
    detail: 'file share witness',
  };
  return [...disks, share];
}

/** The default of an attribute for the release of the design, as a value to choose. */
function defaultProposal(schema: AttributeSchema, { design, typed }: ValueQuestion): readonly Proposal[] {
  if (typed.kind !== 'none' || schema.default === undefined) return [];
  const value = typeof schema.default === 'object' ? atVersion(schema.default, design.cluster.version) : schema.default;
  const text = defaultIn(schema, value);
  return text === undefined ? [] : [wordProposal(text, { detail: 'default', kind: CompletionItemKind.Value })];
}

/** The release that a value came with; undefined for one that every release has. */
function sinceOf(attribute: string, schema: AttributeSchema, word: string): Version | undefined {
  const model = attribute === 'model' ? quorumModels.find((one) => one === word) : undefined;
  return model ? firstWithModel(model) : schema.valuesSince?.[word];
}

function keywordProposals(
  attribute: string,
  schema: AttributeSchema & { readonly type: 'keyword' },
  { design, typed }: ValueQuestion,
): readonly Proposal[] {
  return schema.words.map((word) => {
    const text = typed.kind === 'string' ? writeString(word) : writeName(word);
    const proposal = wordProposal(word, { text, filter: typed.kind === 'string' ? text : word });
    return inRelease(proposal, sinceOf(attribute, schema, word), design.cluster.version);
  });
}

/** What the value of an attribute may be. */
export function valueProposals(
  attribute: string,
  schema: AttributeSchema,
  question: ValueQuestion,
): readonly Proposal[] {
  const { typed } = question;
  switch (schema.type) {
    case 'boolean':
      return ['true', 'false'].map((word) => wordProposal(word));
    case 'keyword':
      return keywordProposals(attribute, schema, question);
    case 'reference':
    case 'references':
      return references(schema.to, question, attribute);
    case 'dependency':
      return references('resource', question, attribute);
    case 'witness':
      return witnessProposals(question);
    case 'path':
      return pathProposals(question);
    case 'size':
      return [...defaultProposal(schema, question), ...unitProposals(typed, sizeUnits)];
    case 'duration':
      return [...defaultProposal(schema, question), ...durationProposals(typed)];
    case 'integer':
      return defaultProposal(schema, question);
    case 'percentage':
      return unitProposals(typed, { '%': 1 });
    case 'string':
    case 'strings':
      return stringProposals(attribute, question);
  }
}

/** Texts that the design uses for the same attribute elsewhere: class names, switches, features. */
function stringProposals(attribute: string, { design, typed, listed, frames }: ValueQuestion): readonly Proposal[] {
  const keyword = frames.at(-1)?.keyword;
  const known = new Map<string, string>();
  for (const { declaration } of design.bound) {
    for (const block of declaration.blocks) {
      if (block.keyword.text !== keyword) continue;
      for (const item of block.items) {
        if (item.kind !== 'attribute' || item.name.text !== attribute || item.value?.kind !== 'list') continue;
        for (const one of item.value.items) if (one.kind === 'string') known.set(one.text.toLowerCase(), one.text);
      }
    }
  }
  return [...known]
    .filter(([key]) => !listed.has(key))
    .map(([, text]) => {
      const written = writeString(text);
      return wordProposal(text, { text: written, filter: typed.kind === 'string' ? written : text });
    });
}

/** Nodes that a keyed attribute of the block may be given for. */
export function keyProposals(schema: AttributeSchema, { design, typed }: ValueQuestion): readonly Proposal[] {
  return schema.keyed === undefined || namesOf(design).all(schema.keyed).length === 0
    ? []
    : nameProposals(design, schema.keyed, typed, new Set());
}
