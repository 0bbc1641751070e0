import { driveKeysOf } from '../model/paths';
import type { ClusterNode, Volume } from '../model/elements';
import { figures } from './figures';

/** Whether a volume takes a drive letter: one that is mounted in a folder, or known by its GUID only, takes none. */
export function isLettered({ path }: Volume): boolean {
  return path !== undefined && /^[a-z]:$/i.test(path.text);
}

/** Letters a node has for clustered volumes, beside its own drives and what Windows keeps (semantics 6, drive letters). */
export function lettersFree(node: ClusterNode): number {
  return figures.letters.value - figures.lettersTaken.value - new Set(driveKeysOf(node)).size;
}
