import type { FaultKind } from '../analysis/fault-kinds';
import type { ViewName } from '../diagram/scene';

/** What a command line asks for, as plain data. A file is a path, or `-` for standard input. */
export interface CheckCall {
  readonly command: 'check';
  readonly files: readonly string[];
  readonly format: 'text' | 'json' | 'sarif';
  /** Most warnings without exit status 1; undefined: any number. */
  readonly maxWarnings: number | undefined;
}

export interface FixCall {
  readonly command: 'fix';
  readonly file: string;
  readonly format: 'text' | 'json';
  /** Code of the findings that are fixed; undefined: all. */
  readonly rule: string | undefined;
  readonly write: boolean;
}

export interface FormatCall {
  readonly command: 'format';
  readonly files: readonly string[];
  readonly format: 'text' | 'json';
  readonly mode: 'print' | 'check' | 'write';
}

export interface SimulateCall {
  readonly command: 'simulate';
  readonly file: string;
  readonly format: 'text' | 'json';
  readonly scenario: string | undefined;
  /** Actions with their times: `0s fail node HostA`. */
  readonly at: readonly string[];
  /** Simulated time in ms. */
  readonly until: number | undefined;
  readonly seed: number | undefined;
}

export interface TestCall {
  readonly command: 'test';
  readonly files: readonly string[];
  readonly format: 'text' | 'json' | 'junit';
}

export interface VerifyCall {
  readonly command: 'verify';
  readonly file: string;
  readonly format: 'text' | 'json';
  /** Most faults of a set; undefined: what the design claims to tolerate. */
  readonly failures: number | undefined;
  readonly kinds: readonly FaultKind[];
  /** Faults one after the other, not at one instant. */
  readonly ordered: boolean;
  /** Whether planned moves are tried too. */
  readonly moves: boolean;
}

export interface GraphCall {
  readonly command: 'graph';
  readonly file: string;
  readonly format: 'json' | 'svg' | 'mermaid' | 'dot';
  readonly view: Exclude<ViewName, 'placement'>;
  /** Actions after which the picture is drawn. */
  readonly after: readonly string[];
  readonly output: string | undefined;
}

export interface SchemaCall {
  readonly command: 'schema';
  readonly format: 'text' | 'json';
}

export type Call = SchemaCall | CheckCall | FixCall | FormatCall | SimulateCall | TestCall | VerifyCall | GraphCall;

/** Exit statuses of cli.md: fine, the design falls short, the call or a file could not be used. */
export const statuses = { fine: 0, fallsShort: 1, unusable: 2 } as const;

/** What a command prints and ends with. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Takes how far a long command has come, in words: `120 of 2080 sets checked`. */
export type Tell = (progress: string) => void;

/** An answer on standard output. */
export function answer(stdout: string, isFine: boolean): Outcome {
  return { status: isFine ? statuses.fine : statuses.fallsShort, stdout, stderr: '' };
}

/** One JSON document. */
export function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** A call or a file that cannot be used. The message says what, where and how to mend it; it becomes one line. */
export class Unusable extends Error {}

/** The outcome of a call that cannot be used: one line on standard error. */
export function refusal(message: string): Outcome {
  const line = message.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  return { status: statuses.unusable, stdout: '', stderr: `hacluster: ${line}\n` };
}

/** The outcome of what a command did not expect: a defect of this program, in one line. */
export function defect(error: unknown, what: string): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  return refusal(`'${what}' met a defect of this program (${message}): please report it together with the design.`);
}

function filesOf(call: Call): readonly string[] {
  if ('files' in call) return call.files;
  return 'file' in call ? [call.file] : [];
}

/** Command and files, as a person would name the call. */
export function describeCall(call: Call): string {
  return [call.command, ...filesOf(call)].join(' ');
}

/** Whether the call reads standard input. */
export function readsStandardInput(call: Call): boolean {
  return filesOf(call).includes('-');
}
