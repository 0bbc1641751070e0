import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver';
import { completionAt } from '../../../src/server/features/completion';
import { base, subjectOf } from './subject';

function itemsAt(source: string, snippets = true): readonly CompletionItem[] {
  const subject = subjectOf(source);
  return completionAt(subject, subject.cursor, snippets).items;
}

function labelsAt(source: string): readonly string[] {
  return itemsAt(source).map(({ label }) => label);
}

/** What a design reads after the item has been chosen. */
function afterChoosing(source: string, label: string): string {
  const subject = subjectOf(source);
  const item = completionAt(subject, subject.cursor, true).items.find((one) => one.label === label);
  const edit = item?.textEdit;
  if (!edit || !('range' in edit)) return `no item ${label}`;
  const { document, text } = subject;
  return (
    text.slice(0, document.offsetAt(edit.range.start)) + edit.newText + text.slice(document.offsetAt(edit.range.end))
  );
}

describe('what the release of the design does not have', () => {
  it.each([
    ['attributes', 'group G { ¦ }', 'priority', 'not in 2008, came with 2012'],
    ['values', 'storage S { kind = ¦ }', 'storage_spaces_direct', 'not in 2008, came with 2016'],
    ['quorum models', 'cluster D { quorum { model = ¦ } }', 'node_and_cloud_majority', 'not in 2008, came with 2016'],
  ])('%s come last, with a note', (_, source, label, note) => {
    const items = itemsAt(`cluster C { version = "2008" }\n${source}`);
    const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    const isLate = ({ detail }: CompletionItem): boolean => detail?.startsWith('not in 2008') === true;
    expect(items.find((item) => item.label === label)?.detail).toContain(note);
    const first = sorted.findIndex(isLate);
    expect(first).toBeGreaterThan(0);
    expect(sorted.slice(first).every(isLate)).toBe(true);
    expect(itemsAt(source).filter(isLate)).toEqual([]);
  });
});

describe('completion offers', () => {
  it.each([
    ['the blocks of the top level', '¦', ['cluster', 'node', 'group', 'scenario'], ['physical_disk', 'memory']],
    ['attributes and blocks of a block', 'group G { ¦ }', ['owner', 'physical_disk'], ['node', 'memory']],
    [
      'attributes that are not given yet',
      'node N { memory = 1GB\n ¦\n processors = 2 }',
      ['site'],
      ['memory', 'processors'],
    ],
    ['an attribute behind another on its line', 'node N { memory = 1GB ¦ }', ['site'], ['memory']],
    ['attributes of the inner block', 'group G { virtual_machine V { ¦ } }', ['boot_time', 'vhd'], ['owner']],
    ['a name that is being typed', 'node N { mem¦ }', ['memory'], []],
    ['the attribute that is being changed', 'node N { mem¦ory = 1GB  site = S }', ['memory', 'rack'], ['site']],
    ['blocks there may be one of, once', 'cluster C { quorum { }\n ¦ }', ['rules'], ['quorum']],
    ['the words of a keyword', 'disk D { } group G { state = ¦ }', ['online', 'offline'], ['owner']],
    ['releases', 'cluster C { version = "¦" }', ['2008', '2025'], []],
    ['true and false', 'group G { auto_failback = ¦ }', ['true', 'false'], []],
    ['units behind digits', 'node N { memory = 4¦ }', ['4GB', '4TB'], ['4s']],
    ['units of time', 'group G { failover_period = 6¦ }', ['6h'], ['6GB']],
    ['the default', 'group G { failover_period = ¦ }', ['6h'], []],
    ['attributes behind a broken block', 'group A {\n physical_disk\n memory = = {\ngroup B { ¦ }', ['owner'], []],
  ])('%s', (_, source, offered, left) => {
    const labels = labelsAt(source);
    expect(labels).toEqual(expect.arrayContaining(offered));
    expect(labels.filter((label) => left.includes(label))).toEqual([]);
  });

  it.each([
    ['nodes', 'group G { owner = ¦ }', ['HostA', 'Host B']],
    ['nodes not in the list yet', 'group G { preferred_owners = [HostA, ¦] }', ['Host B']],
    ['nodes not in the list behind', 'group G { preferred_owners = [¦, HostA] }', ['Host B']],
    ['nodes the letters may mean', 'group G { owner = b¦ }', ['Host B']],
    ['networks', 'node N { networks = [¦] }', ['LAN']],
    ['disks without a resource', 'group G { physical_disk ¦ }', ['LUN2', 'LUN3']],
    ['all disks to pass through', 'virtual_machine V { passthrough_disk ¦ }', ['LUN1', 'LUN2', 'LUN3']],
    ['nodes as a key', 'disk D { volume "X:" { guid_on ¦ } }', ['HostA', 'Host B']],
    ['nothing behind a complete list item', 'group G { preferred_owners = [HostA ¦] }', []],
    ['nothing in a comment', 'group G { # ¦\n }', []],
    ['nothing for a new name', 'node ¦', []],
    ['nothing behind the name of a block', 'node N ¦', []],
    ['machines', 'guest_cluster G { members = [¦] }', ['VM1']],
  ])('names: %s', (_, source, expected) => {
    expect(labelsAt(base + source)).toEqual(expected);
  });

  it.each([
    ['resources of the group', 'depends_on = ¦', ['L', 'V Configuration']],
    ['resources not named yet', 'depends_on = L and ¦', ['V Configuration']],
    ['configurations', 'configuration = ¦', ['V Configuration']],
  ])('resources: %s', (_, attribute, expected) => {
    const group = `group G {\n physical_disk L\n virtual_machine_configuration "V Configuration" { }`;
    expect(labelsAt(`${base}disk L { }\n${group}\n virtual_machine V { ${attribute} } }`)).toEqual(expected);
  });

  it('the words that join dependencies behind one', () => {
    expect(labelsAt('group G { virtual_machine V { depends_on = A ¦ } }').slice(0, 2)).toEqual(['and', 'or']);
  });

  it.each([
    ['how a line begins', '¦', ['at', 'expect']],
    ['nothing but a time', 'at ¦', []],
    ['units of time', 'at 30¦', ['30d', '30h', '30m', '30s', '30ms']],
    [
      'what may fail',
      'at 0s fail ¦',
      ['node', 'disk', 'storage', 'network', 'witness', 'site', 'rack', 'resource', 'workload'],
    ],
    ['names of the kind', 'at 0s fail node ¦', ['HostA', 'Host B']],
    ['words that may follow a name', 'at 0s move group VM1 ¦', ['to', 'live', 'quick']],
    ['words behind an optional part', 'at 0s move group VM1 to HostA ¦', ['live', 'quick']],
    ['the node behind an optional word', 'at 0s move group VM1 to ¦', ['HostA', 'Host B']],
    ['nodes not in the list yet', 'at 0s partition [HostA, ¦', ['Host B']],
    ['what follows a list', 'at 0s partition [HostA] ¦', ['from']],
    ['an optional word', 'at 0s fail resource VM1 ¦', ['permanently']],
    ['nothing behind a whole action', 'at 0s fail node HostA ¦', []],
    ['what follows a subject that is owned', 'expect LUN1 owned ¦', ['by']],
    ['what follows a state', 'expect VM1 online ¦', ['on', 'within', 'at', 'always']],
    ['the times of an expectation', 'expect VM1 online on HostA ¦', ['within', 'at', 'always']],
    ['names of the kind of a subject', 'expect workload ¦', ['Orders']],
    ['what may be said of the cluster', 'expect cluster ¦', ['running', 'stopped']],
    ['what limits an outage', 'expect outage of VM1 ¦', ['below']],
  ])('in a scenario: %s', (_, statement, expected) => {
    expect(labelsAt(`${base}scenario S {\n  at 0s fail node HostA\n  ${statement}\n}\n`)).toEqual(expected);
  });

  it('states, and names of all kinds, behind expect', () => {
    expect(labelsAt(`${base}scenario S {\n  expect VM1 ¦\n}`)).toEqual(expect.arrayContaining(['online', 'owned']));
    const begin = labelsAt(`${base}scenario S {\n  expect ¦\n}`);
    expect(begin).toEqual(expect.arrayContaining(['VM1', 'LUN2', 'HostA', 'Orders', 'outage', 'cluster', 'group']));
    expect(begin.filter((label) => label === 'VM1')).toHaveLength(1);
  });

  it('nodes with the memory they have left', () => {
    const details = itemsAt(`${base}group G { owner = ¦ }`).map(({ label, detail }) => `${label}: ${detail ?? ''}`);
    expect(details).toEqual(['HostA: 26 GB free', 'Host B: 28 GB free']);
  });

  it('the volumes of the design inside a path, those of the group first', () => {
    const source = `${base}group G { physical_disk LUN2\n virtual_machine V { vhd "¦" { } } }`;
    const items = [...itemsAt(source)].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([
      ['G:\\', 'volume of disk LUN2, in this group'],
      ['F:\\', 'volume of disk LUN1'],
    ]);
  });

  it('as much as the letters choose where there are thousands', () => {
    const many = Array.from({ length: 500 }, (_, index) => `virtual_machine V${index} { }\n`).join('');
    const subject = subjectOf(`${many}nlb_cluster N { members = [¦] }`);
    expect(completionAt(subject, subject.cursor, true)).toMatchObject({ isIncomplete: true });
    expect(labelsAt(`${many}nlb_cluster N { members = [v499¦] }`)).toEqual(['V499']);
  });
});

describe('what is chosen is written', () => {
  it.each([
    ['in quotes where the name needs them', 'group G { owner = b¦ }', 'Host B', 'group G { owner = "Host B" }'],
    ['in the quotes that are there', 'group G { owner = "H¦" }', 'HostA', 'group G { owner = "HostA" }'],
    ['for the whole word', 'group G { owner = H¦ost }', 'HostA', 'group G { owner = HostA }'],
    [
      'between the quotes of a path',
      'virtual_machine V { vhd "¦" { } }',
      'F:\\',
      'virtual_machine V { vhd "F:\\" { } }',
    ],
    ['as a list', 'node N { net¦ }', 'networks', 'node N { networks = [${1}] }'],
    ['as a name alone before =', 'node N { m¦ = 1GB }', 'memory', 'node N { memory = 1GB }'],
    ['as a block', '¦', 'site', 'site "${1:name}" {\n  $0\n}'],
    ['as a block with what it must have', '¦', 'disk', 'disk "${1:name}" {\n  storage = ${2}\n  $0\n}'],
    ['with its unit', 'group G { failover_period = 6¦ }', '6h', 'group G { failover_period = 6h }'],
  ])('%s', (_, source, label, expected) => {
    expect(afterChoosing(base + source, label)).toBe(base + expected);
  });

  it('without placeholders for a client that has none', () => {
    const item = itemsAt('node N { ¦ }', false).find(({ label }) => label === 'networks');
    expect(item).toMatchObject({ textEdit: { newText: 'networks = [' } });
    expect(item?.insertTextFormat).toBeUndefined();
  });
});
