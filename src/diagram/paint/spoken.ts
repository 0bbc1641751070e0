import type { FindingCount, PathMark, ShapeKind } from '../scene';
import type { Picture, Shape } from '../picture';
import { stateLook } from './states';

const kindNames: Readonly<Record<ShapeKind, string>> = {
  node: 'Node',
  storage: 'Storage',
  disk: 'Disk',
  passthrough: 'Pass-through disk',
  volume: 'Volume',
  mount_point: 'Mount point',
  shared_volume: 'Shared volume',
  vhd: 'Virtual hard disk',
  differencing: 'Differencing disk',
  configuration: 'Configuration',
  virtual_machine: 'Virtual machine',
  group: 'Group',
  network_name: 'Network name',
  ip_address: 'IP address',
  file_server: 'File server',
  file_share: 'File share',
  service: 'Service',
  application: 'Application',
  script: 'Script',
  resource: 'Resource',
  witness: 'Witness',
  gate: 'Condition',
  lane: '',
};

/** `1 error`, `2 warnings`. */
export function findingWords({ severity, count }: Pick<FindingCount, 'severity' | 'count'>): string {
  return `${String(count)} ${severity}${count === 1 ? '' : 's'}`;
}

function pathWords(paths: readonly PathMark[], nodes: readonly string[]): readonly string[] {
  const named = (mark: PathMark): readonly string[] =>
    paths.flatMap((found, index) => (found === mark ? (nodes[index] ?? []) : []));
  const owner = named('owner');
  const none = named('none');
  return [
    ...(owner.length > 0 ? [`owned by ${owner.join(', ')}`] : ['no owner']),
    ...(none.length > 0 ? [`no path from ${none.join(', ')}`] : []),
  ];
}

/** Names of the nodes of a storage picture, in node order. */
export function nodeNames(picture: Picture): readonly string[] {
  return picture.shapes.flatMap(({ kind, parent, label }) => (kind === 'node' && parent === undefined ? [label] : []));
}

/**
 * What a screen reader says of a shape: kind, name, state, owner, findings, what matters of it; such as "Disk LUN9, online,
 * owned by HV-03, no path from HV-04, 1 error, SAN2 · LUN 9 · 2 TB".
 */
export function spokenName(shape: Shape, nodes: readonly string[]): string {
  const name = `${kindNames[shape.kind]} ${shape.label}`.trim();
  const state = stateLook(shape.state)?.word;
  const paths = shape.paths ? pathWords(shape.paths, nodes) : [];
  const findings = shape.findings ? [findingWords(shape.findings)] : [];
  return [name, ...(state === undefined ? [] : [state]), ...paths, ...findings, shape.detail]
    .filter(Boolean)
    .join(', ');
}

/** What the pointer shows: the spoken name, and the first thing the checks found. */
export function hoverText(shape: Shape, nodes: readonly string[]): string {
  const name = spokenName(shape, nodes);
  return shape.findings ? `${name}\n${shape.findings.message}` : name;
}
