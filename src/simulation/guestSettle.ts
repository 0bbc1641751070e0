import type { Engine } from './engine';
import { followMembers } from './guestMembers';
import { followHostNetworks } from './guestNetworks';
import { announceService } from './guestService';
import { followFarm } from './nlbFarm';
import { settle } from './settle';

/**
 * After each task: the host cluster comes to rest, then what that means for guest clusters and load-balancing farms in its
 * virtual machines. Only those are asked that something happened to: what they do depends on nothing else. Nothing inside a
 * guest moves the host cluster (semantics 9.1).
 */
export function settleAll(engine: Engine): void {
  settle(engine);
  for (const guest of engine.guests.takeTouched()) {
    followMembers(engine, guest);
    followHostNetworks(engine, guest);
    settle(guest.engine);
    announceService(engine, guest);
  }
  for (const farm of engine.farms.takeTouched()) followFarm(engine, farm);
}
