import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Presentation, SimulatedDesign } from '../../src/debug/host';
import { SimulationSession } from '../../src/debug/session';
import { sameAddress } from '../../src/debug/sources';
import { createDocument } from '../../src/language/document';
import { readDesign } from '../../src/model/design';

export const uri = 'file:///designs/figure1.hacluster';

/** A session and what came out of it. Everything happens at once: there are no streams. */
export interface SessionClient {
  readonly presented: (Presentation | undefined)[];
  readonly reported: string[];
  /** The answer to a request; fails where it is none. */
  ask(command: string, given?: object): DebugProtocol.Response;
  /** The body of the answer. */
  body<T>(command: string, given?: object): T;
  /** Events since the last call, of one kind. */
  events<T extends DebugProtocol.Event>(kind: T['event']): T[];
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
      sameAddress(source) === sameAddress(uri) ? document.spotAt({ line, character: Number.MAX_SAFE_INTEGER }) : undefined,
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
  const body = <T>(command: string, given?: object): T => {
    const answer = ask(command, given);
    if (!answer.success) throw new Error(answer.message);
    return answer.body as T;
  };
  const events = <T extends DebugProtocol.Event>(kind: T['event']): T[] => {
    const found = messages.filter((message): message is T => message.type === 'event' && (message as T).event === kind);
    messages = messages.filter((message) => !found.includes(message as T));
    return found;
  };
  const frames = (): DebugProtocol.StackFrame[] =>
    body<DebugProtocol.StackTraceResponse['body']>('stackTrace', { threadId: 1 }).stackFrames;
  const list = (variablesReference: number): string[] =>
    body<DebugProtocol.VariablesResponse['body']>('variables', { variablesReference }).variables.map(
      ({ name, value }) => `${name} = ${value}`,
    );

  return {
    presented,
    reported,
    ask,
    body,
    events,
    start: (launch = {}, breakpoints = []) => {
      ask('initialize', { adapterID: 'hacluster', pathFormat: 'path' });
      body('launch', { program: uri, ...launch });
      if (breakpoints.length > 0) ask('setBreakpoints', { source: { path: '/designs/figure1.hacluster' }, breakpoints });
      body('configurationDone');
    },
    frames,
    scope: (name) => {
      const frameId = frames()[0]?.id ?? 0;
      const { scopes } = body<DebugProtocol.ScopesResponse['body']>('scopes', { frameId });
      return list(scopes.find((scope) => scope.name === name)?.variablesReference ?? 0);
    },
    move: (command) => {
      body(command, { threadId: 1 });
      return frames()[0]?.name;
    },
    evaluate: (expression) => body<DebugProtocol.EvaluateResponse['body']>('evaluate', { expression }).result,
    dispose: () => {
      session.dispose();
    },
  };
}
