import type { Call, Outcome } from './call';

/** What the main thread hands to the one that works; it answers with the outcome. */
export interface Work {
  readonly call: Call;
  /** What came on standard input, where the call reads it. */
  readonly stdin: Uint8Array;
}

/** Whether a value is work. */
export function isWork(value: unknown): value is Work {
  return typeof value === 'object' && value !== null && 'call' in value && 'stdin' in value;
}

/** Whether a value is an outcome. */
export function isOutcome(value: unknown): value is Outcome {
  return typeof value === 'object' && value !== null && 'status' in value && 'stdout' in value && 'stderr' in value;
}

/** How far a long command has come, in words. */
export interface Report {
  readonly progress: string;
}

/** Whether a value is a report. */
export function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'progress' in value && typeof value.progress === 'string';
}
