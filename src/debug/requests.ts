import type { Handles } from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { isRecord } from '../protocol/parse';
import { clusterThread } from '../protocol/server';
import type { TraceEvent } from '../simulation/trace';
import { sayDuration } from '../simulation/words';
import { evaluate } from './evaluate';
import { UserProblem } from './launch';
import type { Movement, Playback, WantedBreakpoint } from './playback';
import { sourceOf } from './sources';
import { scopesOf } from './variables';
import type { Variable } from './variables';

/** Lists that have been offered and not been opened yet, by the number the client asks for them with. */
export type Variables = Handles<() => readonly Variable[]>;

/** The answer to a request, and what follows once it has been sent. */
export interface Answer {
  readonly body?: object;
  readonly then?: () => void;
}

/** What requests do to a session. */
export interface SessionActions {
  readonly playback: () => Playback | undefined;
  readonly variables: Variables;
  readonly launch: (given: unknown) => void;
  readonly begin: () => void;
  readonly restart: (given: unknown) => void;
  readonly move: (movement: Movement) => void;
  readonly end: () => void;
}

const capabilities: DebugProtocol.Capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsStepBack: true,
  supportsRestartRequest: true,
  supportsTerminateRequest: true,
  supportsEvaluateForHovers: true,
  supportsConditionalBreakpoints: true,
};

type Fields = Readonly<Record<string, unknown>>;
type Handler = (fields: Fields) => Answer;

function numberIn(fields: Fields, name: string): number {
  const value = fields[name];
  return typeof value === 'number' ? value : 0;
}

function textIn(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Lines of the protocol count from 1. */
function wantedBreakpoints(fields: Fields): WantedBreakpoint[] {
  const given = fields['breakpoints'];
  return (Array.isArray(given) ? given : [])
    .filter(isRecord)
    .map((one) => ({ line: numberIn(one, 'line') - 1, condition: textIn(one, 'condition') }));
}

function frameOf(playback: Playback, event: TraceEvent | undefined): DebugProtocol.StackFrame {
  const at = playback.locate(event);
  return {
    id: event?.id ?? 0,
    name: event ? `${sayDuration(event.time_ms)}  ${event.text}` : 'Before the first event',
    line: at ? at.range.start.line + 1 : 0,
    column: at ? at.range.start.character + 1 : 0,
    ...(at ? { source: sourceOf(at.uri) } : { presentationHint: 'subtle' as const }),
  };
}

function variableFor(variables: Variables, { name, value, expression, children }: Variable): DebugProtocol.Variable {
  return {
    name,
    value,
    variablesReference: children ? variables.create(children) : 0,
    ...(expression !== undefined && { evaluateName: expression }),
  };
}

function page<T>(all: readonly T[], fields: Fields, startName: string, countName: string): readonly T[] {
  const start = numberIn(fields, startName);
  const count = numberIn(fields, countName);
  return all.slice(start, count > 0 ? start + count : undefined);
}

/** The requests of the protocol that the session answers. */
function handlersOf(actions: SessionActions): Readonly<Record<string, Handler>> {
  const { variables } = actions;
  const playing = (): Playback => {
    const playback = actions.playback();
    if (!playback) throw new UserProblem('The simulation has not been started.');
    return playback;
  };
  const moving = (movement: Movement): Handler => {
    const body = movement === 'continue' || movement === 'reverseContinue' ? { allThreadsContinued: true } : {};
    return () => ({
      body,
      then: () => {
        actions.move(movement);
      },
    });
  };

  return {
    initialize: () => ({ body: capabilities }),
    launch: (fields) => {
      actions.launch(fields);
      return {};
    },
    configurationDone: () => ({ then: actions.begin }),
    restart: (fields) => ({
      then: () => {
        actions.restart(fields['arguments']);
      },
    }),
    terminate: () => ({ then: actions.end }),
    disconnect: () => ({ then: actions.end }),
    next: moving('next'),
    stepIn: moving('stepIn'),
    stepOut: moving('stepOut'),
    stepBack: moving('stepBack'),
    continue: moving('continue'),
    reverseContinue: moving('reverseContinue'),
    threads: () => {
      const name = actions.playback()?.run.input.scenario ?? 'Simulation';
      return { body: { threads: [{ id: clusterThread, name }] } };
    },
    setBreakpoints: (fields) => {
      const source = isRecord(fields['source']) ? textIn(fields['source'], 'path') : undefined;
      const bound = playing().setBreakpoints(source ?? '', wantedBreakpoints(fields));
      const breakpoints = bound.map(({ line, watched, message }): DebugProtocol.Breakpoint => ({
        verified: watched !== undefined,
        line: line + 1,
        ...(message !== undefined && { message }),
      }));
      return { body: { breakpoints } };
    },
    setExceptionBreakpoints: () => ({ body: { breakpoints: [] } }),
    stackTrace: (fields) => {
      const playback = playing();
      const chain = playback.chain();
      const events: readonly (TraceEvent | undefined)[] = chain.length > 0 ? chain : [undefined];
      const stackFrames = page(events, fields, 'startFrame', 'levels').map((event) => frameOf(playback, event));
      return { body: { stackFrames, totalFrames: events.length } };
    },
    scopes: (fields) => {
      const playback = playing();
      const { design, state } = playback;
      const scopes = scopesOf(design.cluster, state, playback.eventOf(numberIn(fields, 'frameId')));
      const offered = scopes.map(({ name, children }): DebugProtocol.Scope => {
        return { name, variablesReference: variables.create(children), expensive: false };
      });
      return { body: { scopes: offered } };
    },
    variables: (fields) => {
      const list = variables.get(numberIn(fields, 'variablesReference'), () => [])();
      const shown = page(list, fields, 'start', 'count').map((variable) => variableFor(variables, variable));
      return { body: { variables: shown } };
    },
    evaluate: (fields) => {
      const { design, things, state } = playing();
      const result = evaluate(design.cluster, things, state, textIn(fields, 'expression') ?? '');
      if ('problem' in result) throw new UserProblem(result.problem);
      return { body: { result: result.value, variablesReference: 0 } };
    },
  };
}

/** Answers requests by the table. Throws a UserProblem with the words for the user where there is no answer. */
export function createAnswers(actions: SessionActions): (command: string, given: unknown) => Answer {
  const handlers = handlersOf(actions);
  return (command, given) => {
    const handler = Object.hasOwn(handlers, command) ? handlers[command] : undefined;
    if (!handler) throw new UserProblem(`A simulation does not know the request “${command}”.`);
    return handler(isRecord(given) ? given : {});
  };
}
