import type { DebugProtocol } from '@vscode/debugprotocol';
import { isRecord } from '../protocol/parse';
import { clusterThread } from '../protocol/server';
import type { TraceEvent } from '../simulation/trace';
import { evaluate } from './evaluate';
import { UserProblem } from './launch';
import type { Movement, Playback } from './playback';
import { scopesOf } from './variables';
import { frameOf, numberIn, page, textIn, variableFor, wantedBreakpoints } from './wire';
import type { Fields, Variables } from './wire';

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

type Handler = (fields: Fields) => Answer;

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
    restart: (fields) => {
      actions.restart(fields['arguments']);
      return { then: actions.begin };
    },
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
