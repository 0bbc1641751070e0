import type { Volume } from '../model/elements';
import { guidInPath } from '../model/paths';

/** A GUID without its braces. */
function bare(guid: string): string {
  return guid.replace(/^\{|\}$/g, '');
}

/**
 * The path as the cluster keeps it valid on every node: with the GUID noted for the volume, or its letter or mount point where
 * no GUID is noted (semantics 7.1 ST-5). Undefined where the volume has neither. A path without a GUID is right as it is.
 */
export function managedPath(path: string, volume: Volume): string | undefined {
  const guid = guidInPath(path);
  if (guid === undefined) return path;
  const managed = volume.values.guid;
  if (managed !== undefined) return path.replace(guid, bare(managed));
  return volume.path && path.replace(/^[^}]*\}/, () => volume.path?.text ?? '');
}
