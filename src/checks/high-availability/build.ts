import type { Edit } from '../../language/finding';
import type { Span } from '../../language/span';
import { writeName, writeString } from '../../language/tokens';
import type { Disk, VirtualMachine } from '../../model/elements';
import { diskResourceKeyword } from '../disks';
import { configurationBlock, nameConfiguration } from '../edits/configuration';
import { leadingComments } from '../edits/leading-comments';
import { endWithComments, insertAtEnd, leadingLines, removeBlock } from '../edits/moved-block';
import { addDiskResources } from '../edits/resource';
import { innerIndentation, removeStatement } from '../edits/statement';
import {
  deeper,
  editedText,
  endOfLine,
  indentationOf,
  insertion,
  isBlank,
  lineBreakOf,
  removal,
  startOfLine,
} from '../edits/text';
import type { Checked } from '../rule';
import type { MachineParts } from './parts';
import type { TargetGroup } from './plan';

/** Attributes that only a machine outside any group has (language.md, Settled readings). */
const looseOnly: ReadonlySet<string> = new Set(['host', 'configuration_path']);

/** The edits that put the machines into their group, with the disks and configurations they need. Every comment stays. */
export function buildEdits(
  design: Checked,
  target: TargetGroup,
  disks: readonly Disk[],
  parts: readonly MachineParts[],
): readonly Edit[] {
  return target.kind === 'existing' ? joinGroup(design, target, disks, parts) : newGroup(design, target, disks, parts);
}

function joinGroup(
  { cluster, documents }: Checked,
  { group }: Extract<TargetGroup, { kind: 'existing' }>,
  disks: readonly Disk[],
  parts: readonly MachineParts[],
): readonly Edit[] {
  const indentation = innerIndentation(group);
  const lines = parts.flatMap((one) => [
    ...configurationLines(one, indentation),
    ...leadingLines(documents, one.machine).map((line) => indentation + line),
    ...machineLines(one, indentation),
  ]);
  return [
    ...(disks.length > 0 ? [addDiskResources(cluster, group, disks)] : []),
    insertAtEnd(group, lines),
    ...parts.flatMap(({ machine }) => removeBlock(documents, machine)),
  ];
}

/** The group stands where the chosen machine stood. Comments above a machine that is alone stay above its group. */
function newGroup(
  design: Checked,
  { name, owner }: Extract<TargetGroup, { kind: 'new' }>,
  disks: readonly Disk[],
  parts: readonly MachineParts[],
): readonly Edit[] {
  const [chosen, ...others] = parts;
  if (!chosen) return [];
  const { block, declaration } = chosen.machine;
  const isAlone = others.length === 0;
  const base = startsLine(chosen.machine) ? indentationOf(declaration.text, block.span.start) : '';
  const indentation = deeper(base);
  const comments = (machine: VirtualMachine): readonly string[] =>
    isAlone ? [] : leadingLines(design.documents, machine);
  const lines = [
    `group ${writeName(name)} {`,
    ...(owner ? [`${indentation}owner = ${writeName(owner.name)}`] : []),
    ...disks.map((disk) => `${indentation}${diskResourceKeyword(design.cluster, disk)} ${writeName(disk.name)}`),
    ...parts.flatMap((one) => [
      ...configurationLines(one, indentation),
      ...comments(one.machine).map((line) => indentation + line),
      ...machineLines(one, indentation, base),
    ]),
    `${base}}`,
  ];
  const span = { start: block.span.start, end: endWithComments(chosen.machine) };
  const leading = isAlone ? undefined : leadingComments(design.documents, declaration, block);
  return [
    ...(leading ? [removal(leading.declaration, leading.span)] : []),
    { place: { declaration, span }, newText: lines.join(lineBreakOf(declaration)) },
    ...others.flatMap(({ machine }) => removeBlock(design.documents, machine)),
  ];
}

function startsLine({ block, declaration: { text } }: VirtualMachine): boolean {
  return isBlank(text, { start: startOfLine(text, block.span.start), end: block.span.start });
}

function configurationLines({ configuration }: MachineParts, indentation: string): readonly string[] {
  if (configuration?.path === undefined) return [];
  const { name, path, provider } = configuration;
  return configurationBlock(name, path, provider)
    .split('\n')
    .map((line) => indentation + line);
}

/** The block of a machine as it stands in its group, with the comments behind it; `base` is how its lines are indented now. */
function machineLines(
  { machine, configuration, providers, paths }: MachineParts,
  indentation: string,
  base = indentationOf(machine.declaration.text, machine.block.span.start),
): readonly string[] {
  const { declaration, block } = machine;
  const removed = block.items.filter((item) => item.kind === 'attribute' && looseOnly.has(item.name.text));
  const kept = { ...machine, block: { ...block, items: block.items.filter((item) => !removed.includes(item)) } };
  const changes = [
    ...removed.map((item) => removeStatement(declaration, item.span)),
    ...(configuration ? nameConfiguration(kept, configuration.name, providers) : []),
    ...paths.map(({ old, managed }): Edit => ({ place: old.place, newText: writeString(managed) })),
  ];
  const span = { start: block.span.start, end: endWithComments(machine) };
  return [indentation + shifted(machine, span, changes, indentation.slice(base.length))];
}

/** The text of a span after the edits, its lines but the first moved to the right. Lines within a comment stay as they are. */
function shifted({ declaration }: VirtualMachine, span: Span, changes: readonly Edit[], by: string): string {
  const { text, comments, lineStarts } = declaration;
  const moved = changes.map((edit) => ({ ...edit, newText: edit.newText.replaceAll('\n', `\n${by}`) }));
  const isInside = (offset: number, { start, end }: Span): boolean => start < offset && offset < end;
  const isRemoved = (offset: number): boolean =>
    changes.some(({ place }) => place.span.start <= offset && offset < place.span.end);
  const starts = lineStarts
    .filter((start) => span.start < start && start < span.end)
    .filter((start) => !isBlank(text, { start, end: endOfLine(text, start) }))
    .filter((start) => !isRemoved(start) && !comments.some((comment) => isInside(start, comment.span)));
  return editedText(declaration, span, [...moved, ...starts.map((start) => insertion(declaration, start, by))]);
}
