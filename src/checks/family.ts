/** Words that say that something is a machine, not what it does: two machines named so need not do the same. */
const words: ReadonlySet<string> = new Set([
  'computer',
  'guest',
  'host',
  'machine',
  'new virtual machine',
  'server',
  'srv',
  'test',
  'virtual machine',
  'virtualmachine',
  'vm',
]);

/** A name and the number or letter that tells it from its like: `WEB-01`, `Web2`, `DC-A`, `Print Server (3)`. */
const numbered = /^(.*[a-z])[-_. ]*(?:\d+|\(\d+\)|[-_. ][a-z])$/;

/** The part of a machine's name that it shares with others that do the same work; undefined where the name says no such thing. */
export function familyOf(key: string): string | undefined {
  const stem = numbered.exec(key)?.[1]?.trim();
  return stem === undefined || words.has(stem) ? undefined : stem;
}
