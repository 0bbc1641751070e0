import { describe, expect, it } from 'vitest';
import { createDocument } from '../../../src/language/document';
import { createDesignReader, readDesign } from '../../../src/model/design';
import { afterFailures, freeMemory, sayFree, saySize } from '../../../src/server/features/memory';
import { base, subjectOf } from './subject';

const gigabyte = 1024 ** 3;

function freeIn(text: string): readonly (readonly [string, number])[] {
  return [...freeMemory(subjectOf(text).design.cluster)].map(([key, bytes]) => [key, bytes / gigabyte]);
}

describe('memory left on the nodes', () => {
  const nodes = 'node A { memory = 16GB }\nnode B { memory = 8GB  memory_reserve = 1GB }\n';

  it.each([
    ['without machines', '', 14, 7],
    ['with a group that has an owner', 'group G { owner = B  virtual_machine V { memory = 2GB } }', 14, 5],
    ['with a group that prefers one', 'group G { preferred_owners = [B]  virtual_machine V { memory = 2GB } }', 14, 5],
    ['with a group that says nothing', 'group G { virtual_machine V { memory = 2GB } }', 12, 7],
    ['with a group that is offline', 'group G { state = offline  virtual_machine V { memory = 2GB } }', 14, 7],
    ['with a machine that is off', 'group G { virtual_machine V { memory = 2GB  state = off } }', 14, 7],
    ['with a machine outside groups', 'virtual_machine V { memory = 2GB  host = B }', 14, 5],
    ['with too many', 'group G { owner = B  virtual_machine V { memory = 9GB } }', 14, -2],
  ])('%s', (_, text, onA, onB) => {
    expect(freeIn(nodes + text)).toEqual([
      ['a', onA],
      ['b', onB],
    ]);
  });

  it.each([
    ['nothing runs', '', [0, 7], [0, 14]],
    ['a group would move', 'group G { owner = A  virtual_machine V { memory = 9GB } }', [9, 7], [0, 5]],
    ['what is in no group stays', 'virtual_machine V { memory = 2GB  host = A }', [0, 7], [0, 12]],
  ])('after the failure of a node, where %s', (_, text, ofA, ofB) => {
    const after = afterFailures(subjectOf(nodes + text).design.cluster);
    const figures = [...after.values()].map(({ needed, free }) => [needed / gigabyte, free / gigabyte]);
    expect(figures).toEqual([ofA, ofB]);
  });

  it.each([
    ['where one node has no figure', 'node A { memory = 1GB }\nnode B { }'],
    ['where there is one node', 'node A { memory = 1GB }'],
    ['where the other is down', 'node A { memory = 1GB }\nnode B { memory = 1GB  state = down }'],
  ])('after a failure says nothing %s', (_, text) => {
    expect(afterFailures(subjectOf(text).design.cluster).size).toBe(0);
  });

  it('is that of the text after every edit, as if it were read anew', () => {
    const reader = createDesignReader();
    let document = createDocument('a', base);
    freeMemory(reader.read([document]).cluster);
    for (const [from, to] of [
      ['memory        = 4GB', 'memory        = 6GB'],
      ['owner = HostA', 'owner = "Host B"'],
      ['node HostA { memory = 32GB', 'node HostA { memory = 64GB'],
      ['scenario', 'virtual_machine X { memory = 1GB  host = HostA }\nscenario'],
      ['group "VM1"', 'group'],
    ] as const) {
      const start = document.text().indexOf(from);
      const range = { start: document.positionAt(start), end: document.positionAt(start + from.length) };
      document = document.change(range, to);
      const fresh = readDesign([createDocument('a', document.text())]);
      const { cluster } = reader.read([document]);
      expect([...freeMemory(cluster)]).toEqual([...freeMemory(fresh.cluster)]);
      expect([...afterFailures(cluster)]).toEqual([...afterFailures(fresh.cluster)]);
    }
  });

  it.each([
    [12 * gigabyte, '12 GB', '12 GB free'],
    [1.5 * gigabyte, '1.5 GB', '1.5 GB free'],
    [2048 * gigabyte, '2 TB', '2 TB free'],
    [-512 * 1024 ** 2, '-512 MB', '512 MB too little'],
    [0, '0 bytes', '0 bytes free'],
  ])('%d bytes in words', (bytes, size, free) => {
    expect(saySize(bytes)).toBe(size);
    expect(sayFree(bytes)).toBe(free);
  });
});
