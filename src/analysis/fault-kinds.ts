/** Kinds of things that may fail, in the words of the command line (cli.md, verify). */
export const faultKinds = ['node', 'disk', 'storage', 'network', 'witness', 'site', 'rack'] as const;

export type FaultKind = (typeof faultKinds)[number];

/** Whether a word is a kind of fault. */
export function isFaultKind(word: string): word is FaultKind {
  return faultKinds.some((kind) => kind === word);
}
