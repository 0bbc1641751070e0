import { affinityFacts } from './affinity';
import type { AffinityFacts } from './affinity';
import { capacityFacts, loadFacts } from './capacity';
import type { CapacityFacts } from './capacity';
import { groupFacts } from './groups';
import type { GroupFacts } from './groups';
import { machineFacts } from './machines';
import type { MachineFacts } from './machines';
import { nameFacts } from './names';
import type { NameFacts } from './names';
import { nodeFacts } from './nodes';
import type { NodeFacts } from './nodes';
import type { FactTable } from './said';
import { storageFacts, zoningFacts } from './storage';
import type { StorageFacts } from './storage';

/** What declarations say of each other, by kind: what is asked for under a key, all declarations in order. */
export interface FactTypes
  extends NameFacts, StorageFacts, GroupFacts, MachineFacts, CapacityFacts, AffinityFacts, NodeFacts {}

/** What is said under a key, in the order of the declarations. */
export type Facts = { readonly [F in keyof FactTypes]: (key: string) => readonly FactTypes[F][] };

/** Facts in two steps: those of the second ask for those of the first. */
export const factTables: readonly FactTable<FactTypes>[] = [
  { ...nameFacts, ...nodeFacts, ...storageFacts, ...groupFacts, ...machineFacts, ...capacityFacts, ...affinityFacts },
  { ...zoningFacts, ...loadFacts },
];
