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
  'nlb-convergence': {
    text: 'A load-balancing farm converges in 5 s; no document gives a figure for it.',
    source: 'semantics 9.3, S51, S61',
  },
  'frozen-node': {
    text: 'A guest node that stands still keeps its groups until the others have missed its heartbeats, and then joins anew.',
    source: 'semantics 9.2, 4.1',
  },
  'guests-share-networks': {
    text: 'Guest nodes hear each other over the networks of their hosts: what parts the hosts parts the guests.',
    source: 'semantics 9.2, 4.5',
  },
  'same-site-first': {
    text: 'A node in the site of the failed owner is taken before others, then one in the preferred site.',
    source: 'semantics 2.3, S04 (PreferredSite)',
  },
  'preempt-lowest-first': {
    text: 'The groups that make room are those of the lowest priority, as few and as small as will do.',
    source: 'semantics 2.3, S18 (MinimumPreemptorPriority, MinimumNeverPreemptPriority)',
  },
  'crash-counts': {
    text: 'A move after the failure of a node counts among the failovers of the group.',
    source: 'semantics 2.2, 13',
  },
  'possible-owners-only': {
    text: 'A group never goes to a node that is no possible owner of all its resources; it stays where it is.',
    source: 'semantics 2.3, 13, S16',
  },
  'retry-series': {
    text: 'After its retry period a resource is tried again in a fresh series of attempts, each period anew.',
    source: 'semantics 1.3 D2, 13, S08, S11',
  },
  'polls-from-online': {
    text: 'Health checks count from the moment the resource came online; the next one notices a silent fault.',
    source: 'semantics 1.2, S06',
  },
  'starts-per-node': {
    text: 'The limit on virtual machines that start on one node at a time, published for 2008 R2, holds later too.',
    source: 'semantics 2.3, S17',
  },
  'beats-from-the-fault': {
    text: 'Heartbeats count from the moment of the fault, so the time until a loss is noticed is always the same.',
    source: 'semantics 4.1, S18',
  },
  'regroup-keeps-who-hears-most': {
    text: 'Where not all nodes hear each other, those who miss the most others leave first; of equals the highest number.',
    source: 'semantics 4.2, S18',
  },
  'witness-race': {
    text: 'Of two sides that reach the witness, its owner’s gets it with half of the node votes or more, else the other.',
    source: 'semantics 4.5',
  },
  'vote-highest-number': {
    text: 'Windows takes the vote of a node at random; here it is the voter with the highest number.',
    source: 'semantics 5.3, 13, S63, S41',
  },
  'isolated-block-storage': {
    text: 'Machines on an isolated node stand still unless all their files are on file shares.',
    source: 'semantics 4.4',
  },
  'quarantine-after-isolation': {
    text: 'The node is quarantined when the isolation that is one too many within an hour ends.',
    source: 'semantics 4.4, S02, S28',
  },
  'paused-keeps-vote': {
    text: 'A paused node keeps its vote and its groups, and takes none by failover.',
    source: 'semantics 4.3',
  },
  'drain-order': {
    text: 'Groups leave a drained node by priority, then memory, then the file; running machines go live.',
    source: 'semantics 2.3, S02',
  },
  'resume-by-policy': {
    text: 'Groups come back to a node that is resumed if they may fail back, each at its own time.',
    source: 'semantics 2.3, 2.4, S03 (ClusterNodeFailbackType)',
  },
  'live-migrations-at-once': {
    text: 'From 2012 to 2019 a node takes part in two live migrations at a time, later in one; others wait for their turn.',
    source: 'semantics 7.4, S02, S60',
  },
} as const;

export type RuleId = keyof typeof rules;
