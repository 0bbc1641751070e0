/**
 * Times and policy figures of a run that no attribute of the language sets. Durations in ms, rates in MB per second,
 * memory in MB. Each has its source; no other file of the simulation writes such a figure.
 */
export const timings = {
  /** A saved state is written to, and read back from, the disk at this rate (semantics 7.5). */
  saveRate: 80,
  /** What saving or restoring takes besides (semantics 7.5). */
  saveBase: 1000,
  /** Turning a virtual machine off is immediate (semantics 7.5 gives no figure; rule `turn-off-at-once`). */
  turnOff: 0,
  /** A guest shuts down in this time (semantics 7.5). */
  shutDown: 30_000,
  /** Bandwidth of a live migration on a 1 Gb network (semantics 7.5). */
  liveRate: 100,
  /** Share of the memory that is dirtied and copied again (semantics 7.5). */
  liveDirty: 0.2,
  /** Pause of a virtual machine at the end of a live migration; no outage (semantics 7.5; language.md, Settled readings). */
  livePause: 500,
  /** Interval of the quick health check where a resource takes that of its type (semantics 1.1, S02). */
  looksAlivePoll: 5000,
  /** Value of a period that means never (semantics 1.1, S01). */
  never: 4_294_967_295,
  /** A host of a load-balancing farm is heard this often, ms (semantics 9.3, S51: AliveMessagePeriod). */
  nlbPeriod: 1000,
  /** Messages a host may miss before the others converge without it (semantics 9.3, S51: AliveMessageTolerance). */
  nlbTolerance: 5,
  /** A farm converges in this time, ms (semantics 9.3; rule `nlb-convergence`). */
  nlbConvergence: 5000,
  /** Longest run in events; beyond it the run is cut off and says so. */
  maximumEvents: 500_000,
  /** Length of the clock's day and hour, for failback windows (semantics 2.1, S04). */
  day: 86_400_000,
  hour: 3_600_000,
} as const;

/** Heartbeats of nodes in different sites, from 2016 on: CrossSiteDelay and CrossSiteThreshold (semantics 4.1, S27). */
export const crossSite = { delay: 1000, threshold: 20 } as const;

/** First release with heartbeat settings of their own across sites (semantics 4.1). */
export const firstWithSiteHeartbeats = '2016';

/** First release in which a machine that loses its storage is paused and does not fail (semantics 4.4, S35). */
export const firstWithStorageResiliency = '2016';

/** First release that counts votes anew (semantics 5.3, S36). */
export const firstWithDynamicQuorum = '2012';

/** First release in which the cluster watches an application inside a machine (semantics 9.1, S02, S13). */
export const firstWithApplicationMonitoring = '2012';

/** Weight of a group's priority; groups are placed from the highest down (semantics 2.1, S04). */
export const priorities = { high: 3000, medium: 2000, low: 1000, no_auto_start: 0 } as const;

/**
 * Priorities from which a group may take the room of others, and from which it never gives its own (semantics 2.3, S18:
 * MinimumPreemptorPriority, MinimumNeverPreemptPriority).
 */
export const preemptionBounds = { from: 1, neverFrom: 3000 } as const;
