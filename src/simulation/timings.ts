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
  /** Memory a virtual machine costs its host besides its own (semantics 8.3, 8.5, S30). */
  machineOverheadMb: 64,
  /** Value of a period that means never (semantics 1.1, S01). */
  never: 4_294_967_295,
  /** Longest run in events; beyond it the run is cut off and says so. */
  maximumEvents: 500_000,
  /** Length of the clock's day and hour, for failback windows (semantics 2.1, S04). */
  day: 86_400_000,
  hour: 3_600_000,
} as const;

/** First release in which a machine that loses its storage is paused and does not fail (semantics 4.4, S35). */
export const firstWithStorageResiliency = '2016';

/** First release in which the cluster watches an application inside a machine (semantics 9.1, S02, S13). */
export const firstWithApplicationMonitoring = '2012';

/** Weight of a group's priority; groups are placed from the highest down (semantics 2.1, S04). */
export const priorities = { high: 3000, medium: 2000, low: 1000, no_auto_start: 0 } as const;

/** Bytes in a MB, as in PowerShell (language.md, principle 3). */
export const bytesPerMb = 1_048_576;
