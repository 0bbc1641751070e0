import type { Vhd } from '../model/elements';
import type { Checked } from './rule';

/** The declared parent of a differencing disk; undefined where there is none, or where its file is not declared as a disk. */
function parentOf({ values }: Vhd, { facts }: Checked): Vhd | undefined {
  return values.parent && facts.vhds(values.parent.text.toLowerCase())[0];
}

/** A disk and its parents as far as they are declared, each once: in a ring it ends where it began (semantics 7.1 ST-7). */
export function chainOf(vhd: Vhd, design: Checked): readonly Vhd[] {
  const chain = new Set<Vhd>();
  for (let link: Vhd | undefined = vhd; link && !chain.has(link); link = parentOf(link, design)) chain.add(link);
  return [...chain];
}

/** Whether the chain of parents of a disk leads back to its own file. */
export function isInRing(vhd: Vhd, design: Checked): boolean {
  const own = vhd.path.text.toLowerCase();
  return chainOf(vhd, design).some(({ values }) => values.parent?.text.toLowerCase() === own);
}

/** Whether a path names more than a volume or a folder; a parent that does not is a chain without an end. */
export function namesFile(path: string): boolean {
  return !/^\s*$|[\\/]\s*$|^[a-z]:$/i.test(path);
}
