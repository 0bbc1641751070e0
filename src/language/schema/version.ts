/** The Windows Server releases a design can be for, oldest first. */
export const versions = ['2008', '2008R2', '2012', '2012R2', '2016', '2019', '2022', '2025'] as const;

export type Version = (typeof versions)[number];

/** The release taken where a design names none (language.md, Version profile). */
export const defaultVersion: Version = '2025';

/** Whether `text` names a known release. */
export function isVersion(text: string): text is Version {
  return (versions as readonly string[]).includes(text);
}

/** Whether `version` is `since` or later. */
export function isAtLeast(version: Version, since: Version): boolean {
  return versions.indexOf(version) >= versions.indexOf(since);
}

/** A value that changed with some releases: each entry holds from its release on. The oldest release must be given. */
export type ByVersion<T> = { readonly '2008': T } & Readonly<Partial<Record<Version, T>>>;

/** The entry that holds for `version`: that of the newest release not after it. */
export function atVersion<T>(table: ByVersion<T>, version: Version): T {
  let value = table['2008'];
  for (const candidate of versions) {
    if (isAtLeast(version, candidate)) value = table[candidate] ?? value;
  }
  return value;
}
