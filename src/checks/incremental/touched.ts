import { partsOf } from '../../model/parts';
import type { BoundDeclaration } from '../../model/bind/declaration';
import type { Collection } from '../../model/cluster';
import type { Design } from '../../model/design';
import { driveKeysOf } from '../../model/paths';
import { pathKeysOf } from '../../model/volume-index';
import { collectionNames } from './watched';
import { once, spelling, spellingsOf, whole } from './watched-names';

/** Called with the table and the key of each cell that may read differently now. */
export type Touch = (table: string, key: string) => void;

/**
 * The cells that two versions of a design may differ in. `declarations` are those that only one of them has, or that stand
 * elsewhere in it: what a name means can only change with a declaration that bears it.
 */
export function touchedBetween(
  before: Design | undefined,
  after: Design,
  declarations: readonly BoundDeclaration[],
  touch: Touch,
): void {
  if (!before) return;
  touch(once, 'documents');
  if (before.cluster.version !== after.cluster.version) touch(once, 'version');
  if (before.cluster.settings !== after.cluster.settings) {
    touch(once, 'settings');
  }
  for (const table of collectionNames) {
    const [old, fresh]: readonly Collection<{ readonly key: string }>[] = [before.cluster[table], after.cluster[table]];
    if (!old || !fresh || old === fresh) continue;
    touch(table, whole);
    if (old.names !== fresh.names) touch(table, spelling);
    const part = table === 'nodes' ? 'unnumberedNodes' : table;
    for (const bound of declarations) {
      for (const { key } of partsOf(bound)[part]) {
        touch(table, key);
        if (old.spelling(key) !== fresh.spelling(key)) touch(spellingsOf(table), key);
      }
    }
  }
  touchedNodes(before, after, touch);
  touchedPaths(before, after, declarations, touch);
}

/** A node that comes or goes changes the numbers of those behind it. */
function touchedNodes({ cluster: before }: Design, { cluster: after }: Design, touch: Touch): void {
  if (before.nodes === after.nodes) return;
  for (const { key } of [...before.nodes.all, ...after.nodes.all]) {
    if (before.nodes.get(key) !== after.nodes.get(key)) touch('nodes', key);
  }
  const drives = new Set([...before.nodes.all, ...after.nodes.all].flatMap(driveKeysOf));
  for (const key of drives) {
    if (before.paths.drives.get(key)?.join('\n') !== after.paths.drives.get(key)?.join('\n')) touch('drives', key);
  }
}

function touchedPaths(
  { cluster: before }: Design,
  { cluster: after }: Design,
  declarations: readonly BoundDeclaration[],
  touch: Touch,
): void {
  if (before.volumes === after.volumes) return;
  touch('volumes', whole);
  for (const bound of declarations) {
    for (const volume of partsOf(bound).volumes) {
      const { path, guids } = pathKeysOf(volume);
      if (path !== undefined) touch('byPath', path);
      for (const guid of guids) touch('byGuid', guid);
    }
  }
}
