import { describe, expect, it } from 'vitest';
import { MarkupContent } from 'vscode-languageserver';
import { hoverAt } from '../../../src/server/features/hover';
import { base, subjectOf, textIn } from './subject';

/** The words a hover is over, and its Markdown. */
function hover(source: string): { readonly over: string; readonly says: string } | null {
  const subject = subjectOf(source);
  const found = hoverAt(subject, subject.cursor);
  if (!found) return null;
  const over = found.range ? textIn(subject, found.range) : '';
  return { over, says: MarkupContent.is(found.contents) ? found.contents.value : '' };
}

describe('what a design says is text, whatever Markdown makes of it', () => {
  it.each([
    ['an entity', 'R&amp;D', String.raw`**R\&amp;D**`],
    ['an address', 'https://example.com', String.raw`**https\://example.com**`],
    ['an address without a scheme', 'www.example.com', String.raw`**www\.example.com**`],
    ['a mail address', 'a@example.com', String.raw`**a\@example.com**`],
    ['a link', '[x](y)', String.raw`**\[x\]\(y\)**`],
  ])('%s', (_, name, expected) => {
    expect(hover(`network "${name}¦" { }`)?.says).toContain(expected);
  });
});

describe('hover says', () => {
  it.each([
    ['what a block is', 'no¦de N { memory = 1GB }', 'node', ['A Hyper-V host', 'Source: language.md']],
    ['the Windows resource type', 'group G { physical¦_disk D }', 'physical_disk', ['`Physical Disk`']],
    [
      'what an attribute is',
      'group G { failover¦_period = 6h }',
      'failover_period',
      ['in whole hours', 'duration, 0s to', 'Default: 6h', '`FailoverPeriod`', 'S04'],
    ],
    [
      'the default of the release',
      'cluster C { version = "2008" same_subnet¦_threshold = 5 }',
      'same_subnet_threshold',
      ['Default: 5 for 2008 (5; from 2012R2: 10)', '3 to 120'],
    ],
    ['that an attribute is required', 'node N { mem¦ory = 1GB }', 'memory', ['Required: yes']],
    ['since when there is one', 'group G { prior¦ity = high }', 'priority', ['from 2012 on']],
    ['a size in words', 'node N { memory = 15¦36MB }', '1536MB', ['1.5 GB', '1,610,612,736 bytes', 'Physical memory']],
    ['a duration in words', 'group G { failover_period = 36¦h }', '36h', ['1 d 12 h', '129,600,000 ms']],
    ['what a keyword belongs to', 'group G { state = of¦fline }', 'offline', ['Whether the group should be online']],
    ['a time in a scenario', 'scenario S { \n at 9¦0s fail witness\n }', '90s', ['1 min 30 s']],
    ['what an action does', 'scenario S { \n at 0s fa¦il witness\n }', 'fail witness', ['The witness is lost']],
  ])('%s', (_, source, over, parts) => {
    const found = hover(source);
    expect(found?.over).toBe(over);
    for (const part of parts) expect(found?.says).toContain(part);
  });

  it.each([
    ['a node by reference', 'group G { owner = Host¦A }', 'HostA', ['**HostA**: node', '32 GB memory', '26 GB free']],
    ['a node where it is declared', 'node "Host ¦C" { memory = 8GB }', '"Host C"', ['**Host C**: node', '6 GB free']],
    ['a disk', 'group G { physical_disk LUN¦2 }', 'LUN2', ['disk', 'on SAN1', 'holds G:']],
    ['a machine', 'nlb_cluster N { members = [V¦M1] }', 'VM1', ['virtual machine', '4 GB memory', 'in group VM1']],
    ['a group', 'scenario S {\n at 0s move group VM¦1\n}', 'VM1', ['**VM1**: group', 'owned by HostA', '3 resources']],
    ['a workload', 'scenario S {\n expect Ord¦ers serving\n}', 'Orders', ['workload', 'in VM1', 'not monitored']],
    ['a network', 'node N { networks = [LA¦N] }', 'LAN', ['10.0.0.0/24', 'cluster and client traffic']],
    [
      'where a path leads',
      'virtual_machine V { vhd "F:\\¦x.vhd" { } }',
      '"F:\\x.vhd"',
      ['On F: of disk LUN1, which group VM1 owns'],
    ],
    [
      'that a path leads nowhere',
      'virtual_machine V { vhd "Q:\\¦x.vhd" { } }',
      '"Q:\\x.vhd"',
      ['No disk of the design has the volume Q:'],
    ],
    ['that a path is local', 'virtual_machine V { vhd "C:\\¦x.vhd" { } }', '"C:\\x.vhd"', ['HostA and Host B have']],
  ])('%s', (_, source, over, parts) => {
    const found = hover(base + source);
    expect(found?.over).toBe(over);
    for (const part of parts) expect(found?.says.replaceAll('\\', '')).toContain(part.replaceAll('\\', ''));
  });

  it.each([
    ['between words', 'node N { memory = 1GB } ¦ '],
    ['over an attribute there is not', 'node N { mem¦ry = 1GB }'],
    ['over a brace', 'node N   {¦   }'],
    ['in an empty text', '¦'],
  ])('nothing %s', (_, source) => {
    expect(hover(source)).toBeNull();
  });

  it('what is right beside a broken declaration', () => {
    expect(hover(`group "A {\n = = ( [\n${base}group G { owner = Host¦A }`)?.says).toContain('26 GB free');
  });
});
