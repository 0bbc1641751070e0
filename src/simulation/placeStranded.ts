import { schedule } from './engine';
import type { Engine } from './engine';
import { moveLooseDisks } from './looseDisks';
import { isSilenceOpen } from './silence';
import { placeStrandedGroups } from './strandedGroups';

/**
 * Plans what follows once members are gone or new: loose disks and groups without an owner that is up are placed. While
 * somebody is out of contact and not yet held dead nothing is placed: it is not known yet who is left.
 */
export function placeStranded(engine: Engine, cause: number): void {
  schedule(engine, 0, { class: 'resource' }, () => {
    if (!engine.running || isSilenceOpen(engine)) return;
    moveLooseDisks(engine, cause);
    placeStrandedGroups(engine, cause);
  });
}
