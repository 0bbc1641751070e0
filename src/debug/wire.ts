import type { Handles } from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { isRecord } from '../protocol/parse';
import type { TraceEvent } from '../simulation/trace';
import { sayDuration } from '../simulation/words';
import type { Playback, WantedBreakpoint } from './playback';
import { sourceOf } from './sources';
import type { Variable } from './variables';

/** Lists that have been offered and not been opened yet, by the number the client asks for them with. */
export type Variables = Handles<() => readonly Variable[]>;

/** The arguments of a request, not yet looked at. */
export type Fields = Readonly<Record<string, unknown>>;
/** A number in the arguments; 0 where there is none, which means the same as leaving it out. */
export function numberIn(fields: Fields, name: string): number {
  const value = fields[name];
  return typeof value === 'number' ? value : 0;
}

/** A text in the arguments; undefined where there is none or an empty one. */
export function textIn(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The breakpoints of a request. Lines of the protocol count from 1, ours from 0. */
export function wantedBreakpoints(fields: Fields): WantedBreakpoint[] {
  const given = fields['breakpoints'];
  return (Array.isArray(given) ? given : [])
    .filter(isRecord)
    .map((one) => ({ line: numberIn(one, 'line') - 1, condition: textIn(one, 'condition') }));
}

/** A frame for an event; without an event, for the moment before the first. */
export function frameOf(playback: Playback, event: TraceEvent | undefined): DebugProtocol.StackFrame {
  const at = playback.locate(event);
  return {
    id: event?.id ?? 0,
    name: event ? `${sayDuration(event.time_ms)}  ${event.text}` : 'Before the first event',
    line: at ? at.range.start.line + 1 : 0,
    column: at ? at.range.start.character + 1 : 0,
    ...(at ? { source: sourceOf(at.uri) } : { presentationHint: 'subtle' as const }),
  };
}

/** A line of the Variables view; its children are offered under a number. */
export function variableFor(
  variables: Variables,
  { name, value, expression, children }: Variable,
): DebugProtocol.Variable {
  return {
    name,
    value,
    variablesReference: children ? variables.create(children) : 0,
    ...(expression !== undefined && { evaluateName: expression }),
  };
}

/** The part of a list that the client asked for. */
export function page<T>(all: readonly T[], fields: Fields, startName: string, countName: string): readonly T[] {
  const start = numberIn(fields, startName);
  const count = numberIn(fields, countName);
  return all.slice(start, count > 0 ? start + count : undefined);
}
