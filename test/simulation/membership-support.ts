import { expect } from 'vitest';
import { headOf, judged, serviceGroup } from './support';

/** An example with a published outcome, by its number or section. */
export interface Example {
  readonly id: string;
  readonly says: string;
  readonly design: string;
  readonly lines: readonly string[];
  /** Expectations of the lines that must not hold: the example could fail. */
  readonly refuted?: readonly string[];
}

/** Judges the lines of an example. */
export function checkExample({ design, lines, refuted = [] }: Example): void {
  const verdicts = judged(design, lines);
  expect(verdicts).toEqual(verdicts.map(([text]) => [text, !refuted.includes(text)]));
  expect(verdicts.length).toBeGreaterThan(0);
}

export const share = 'model = node_and_file_share_majority  witness = "\\\\DC\\Witness"';
export const none = 'model = node_majority';

/** Two networks with heartbeats and one without. */
export const networks = [
  'network "LAN" { role = cluster_and_client }',
  'network "Heartbeat" { role = cluster }',
  'network "iSCSI" { role = none }',
].join('\n');

export interface Shape {
  readonly version: string;
  readonly nodes: number;
  readonly quorum?: string;
  readonly cluster?: string;
  readonly groups?: readonly string[];
}

/** A cluster of nodes on the same networks, with these groups. */
export function designOf({ groups = [], ...plan }: Shape): string {
  return [headOf({ quorum: none, ...plan }), networks, ...groups].join('\n');
}

export function service(name: string, group: string): string {
  return serviceGroup(name, group, '');
}

/** A machine on a file share: it goes on while its node is isolated. */
export function onShare(name: string, group: string): string {
  return [
    `storage "${name} files" { kind = smb }`,
    `disk "${name} share" { storage = "${name} files"  volume "${name}:" { } }`,
    `group "${name}" { ${group}`,
    `  physical_disk "${name} share"`,
    `  virtual_machine "${name}" { memory = 4GB  vhd "${name}:\\${name}.vhd"  depends_on = "${name} share" }`,
    '}',
  ].join('\n');
}
