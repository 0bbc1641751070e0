/**
 * Rules of our own where the sources are silent, disagree or leave it to chance: what `details.rule` of an event names.
 * Each is marked [R] in the semantics reference.
 */
export const rules = {
  'next-by-number': {
    text: 'Windows may choose another node at random; here it is the next one by node number.',
    source: 'semantics 2.3, S05, S18 (DisableGroupPreferredOwnerRandomization)',
  },
  'fewest-groups-tie': {
    text: 'Of nodes that own equally few groups it is the next one by node number.',
    source: 'semantics 2.3, S17',
  },
  'ranked-2012': {
    text: 'Candidates are ranked by preferred owners, free memory, groups owned and node number.',
    source: 'semantics 2.3, S18, S19',
  },
} as const;

export type RuleId = keyof typeof rules;
