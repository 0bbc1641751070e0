/** A figure that rules go by, and where it comes from. */
interface Figure {
  readonly value: number;
  readonly source: string;
}

/** Figures of the rules that are the same for every release. Shares are of 1. */
export const figures = {
  /** Virtual processors a logical processor should carry at most. */
  processorRatio: {
    value: 8,
    source:
      'S43 (a limit of 2008 and 2008 R2: eight virtual processors running for each logical one); later releases have no limit, and the figure stays good advice',
  },
  /** Share of the memory in use from which on load balancing, at its most eager level, moves virtual machines away. */
  busyShare: { value: 0.6, source: 'semantics 12 A37, S58 (level 3)' },
  /** A node with less than this part of the share of another is much less loaded. */
  unevenPart: { value: 0.5, source: 'a judgement: half as much' },
  /** Hosts a load-balancing farm can have. */
  farmHosts: { value: 32, source: 'semantics 9.3, S61 (host priorities 1 to 32, each once)' },
  /** Members below which nothing is left when one fails. */
  fewestMembers: { value: 2, source: 'semantics 9.2, S20 (Guest availability)' },
  /** Letters a volume can have. */
  letters: { value: 26, source: 'semantics 6, S23 (26-letter limit)' },
  /** Letters no clustered volume can have besides those of the node's own drives: A and B for floppy disks, and one for the DVD drive. */
  lettersTaken: { value: 3, source: 'semantics 6 (drive letters), S23' },
  /** Names listed in one sentence before the rest is counted. */
  namesInSentence: { value: 4, source: 'a judgement of readability' },
  /** Machines that hang together by disks, up to which each is offered the same fix; beyond, one of them is. */
  machinesOfferedEach: { value: 8, source: 'a judgement: the fix holds the text of all of them' },
} as const satisfies Readonly<Record<string, Figure>>;
