import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Presentation, SimulatedDesign } from '../../src/debug/host';
import { SimulationSession } from '../../src/debug/session';
import { sameAddress } from '../../src/debug/sources';
import { createDocument } from '../../src/language/document';
import { readDesign } from '../../src/model/design';

export const uri = 'file:///designs/figure1.hacluster';

/** What the session answers, by request. */
interface Bodies {
  readonly initialize: DebugProtocol.Capabilities;
  readonly stackTrace: DebugProtocol.StackTraceResponse['body'];
  readonly scopes: DebugProtocol.ScopesResponse['body'];
  readonly variables: DebugProtocol.VariablesResponse['body'];
  readonly evaluate: DebugProtocol.EvaluateResponse['body'];
  readonly threads: DebugProtocol.ThreadsResponse['body'];
  readonly setBreakpoints: DebugProtocol.SetBreakpointsResponse['body'];
}

/** What the session tells of itself. */
interface Events {
  readonly stopped: DebugProtocol.StoppedEvent;
  readonly output: DebugProtocol.OutputEvent;
  readonly terminated: DebugProtocol.TerminatedEvent;
}

/** A session and what came out of it. Everything happens at once: there are no streams. */
export interface SessionClient {
  readonly presented: (Presentation | undefined)[];
  readonly reported: string[];
  /** The answer to a request; fails where it is none. */
  ask(command: string, given?: object): DebugProtocol.Response;
  /** The body of the answer. */
  body<C extends keyof Bodies>(command: C, given?: object): Bodies[C];
  /** Events since the last call, of one kind. */
  events<K extends keyof Events>(kind: K): Events[K][];
  /** Initialises, launches, sets breakpoints and lets it begin. */
  start(launch?: object, breakpoints?: readonly DebugProtocol.SourceBreakpoint[]): void;
  /** Frames from the event that has just happened to what began it. */
  frames(): DebugProtocol.StackFrame[];
  /** What a scope lists, as `name = value`. */
  scope(name: string): string[];
  /** Moves, and gives the name of the top frame. */
  move(command: 'next' | 'stepIn' | 'stepOut' | 'stepBack' | 'continue' | 'reverseContinue'): string | undefined;
  evaluate(expression: string): string;
  dispose(): void;
}

function designOf(text: string, version: number): SimulatedDesign {
  const document = createDocument(uri, text);
  return {
    uri,
    version,
    cluster: readDesign([document]).cluster,
    unclear: undefined,
    locate: (place) => {
      const range = document.rangeOf(place);
      return range && { uri, range };
    },
    spotAt: (source, line) =>
      sameAddress(source) === sameAddress(uri)
        ? document.spotAt({ line, character: Number.MAX_SAFE_INTEGER })
        : undefined,
  };
}

/** A session over a design. `textNow` gives the text each time a run begins. */
export function sessionOver(textNow: () => string): SessionClient {
  const presented: (Presentation | undefined)[] = [];
  const reported: string[] = [];
  let version = 0;
  const session = new SimulationSession({
    open: (program) => (sameAddress(program) === sameAddress(uri) ? designOf(textNow(), (version += 1)) : undefined),
    present: (presentation) => presented.push(presentation),
    report: (what, error) => reported.push(`${what}: ${String(error)}`),
  });
  let messages: DebugProtocol.ProtocolMessage[] = [];
  let seq = 0;
  session.onDidSendMessage((message) => messages.push(message as DebugProtocol.ProtocolMessage));

  const ask = (command: string, given: object = {}): DebugProtocol.Response => {
    seq += 1;
    const request: DebugProtocol.Request = { seq, type: 'request', command, arguments: given };
    session.handleMessage(request);
    const answers = messages.filter((message): message is DebugProtocol.Response => message.type === 'response');
    const answer = answers.find(({ request_seq }) => request_seq === seq);
    if (!answer) throw new Error(`No answer to ${command}.`);
    return answer;
  };
  /** The answer to a request that is expected to succeed. */
  const done = (command: string, given?: object): DebugProtocol.Response => {
    const answer = ask(command, given);
    if (!answer.success) throw new Error(answer.message);
    return answer;
  };
  const body = <C extends keyof Bodies>(command: C, given?: object): Bodies[C] =>
    done(command, given).body as Bodies[C];
  const events = <K extends keyof Events>(kind: K): Events[K][] => {
    const isWanted = (message: DebugProtocol.ProtocolMessage): message is Events[K] =>
      message.type === 'event' && 'event' in message && message.event === kind;
    const found = messages.filter(isWanted);
    messages = messages.filter((message) => !isWanted(message));
    return found;
  };
  const frames = (): DebugProtocol.StackFrame[] => body('stackTrace', { threadId: 1 }).stackFrames;
  const list = (variablesReference: number): string[] =>
    body('variables', { variablesReference }).variables.map(({ name, value }) => `${name} = ${value}`);

  return {
    presented,
    reported,
    ask,
    body,
    events,
    start: (launch = {}, breakpoints = []) => {
      ask('initialize', { adapterID: 'hacluster', pathFormat: 'path' });
      done('launch', { program: uri, ...launch });
      if (breakpoints.length > 0)
        ask('setBreakpoints', { source: { path: '/designs/figure1.hacluster' }, breakpoints });
      done('configurationDone');
    },
    frames,
    scope: (name) => {
      const frameId = frames()[0]?.id ?? 0;
      const { scopes } = body('scopes', { frameId });
      return list(scopes.find((scope) => scope.name === name)?.variablesReference ?? 0);
    },
    move: (command) => {
      done(command, { threadId: 1 });
      return frames()[0]?.name;
    },
    evaluate: (expression) => body('evaluate', { expression }).result,
    dispose: () => {
      session.dispose();
    },
  };
}
