import {
  DebugSession,
  Event,
  Handles,
  InitializedEvent,
  OutputEvent,
  Response,
  StoppedEvent,
  TerminatedEvent,
} from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { clusterThread } from '../protocol/server';
import type { SessionHost } from './host';
import { UserProblem, parseLaunch } from './launch';
import { createPlayback } from './playback';
import type { Movement, Playback } from './playback';
import { closingLines, eventLine } from './report';
import type { ConsoleLine } from './report';
import { createAnswers } from './requests';
import type { Answer } from './requests';
import { sourceOf } from './sources';
import type { Stop, StopReason } from './stepping';
import type { Variables } from './wire';

const stopNames: Readonly<Record<StopReason, { readonly reason: string; readonly description: string }>> = {
  step: { reason: 'step', description: 'Paused' },
  breakpoint: { reason: 'breakpoint', description: 'Paused on breakpoint' },
  start: { reason: 'entry', description: 'Before the first event' },
  end: { reason: 'step', description: 'End of the run' },
};

const forwards: ReadonlySet<Movement> = new Set(['next', 'stepIn', 'stepOut', 'continue']);

/**
 * One simulation as a session of the Debug Adapter Protocol. Messages come in by `handleMessage` and go out by
 * `onDidSendMessage`; there are no streams. The session only translates: the run and the moment are a {@link Playback}.
 */
export class SimulationSession extends DebugSession {
  private playback: Playback | undefined;
  private readonly variables: Variables = new Handles();
  /** Number of events already written to the console: going back and forth does not write them again. */
  private written = 0;
  private ended = false;
  private readonly answers = createAnswers({
    playback: () => this.playback,
    variables: this.variables,
    launch: (given) => {
      this.launch(given);
    },
    begin: () => {
      this.begin();
    },
    restart: (given) => {
      this.restart(given);
    },
    move: (movement) => {
      this.move(movement);
    },
    end: () => {
      this.end();
    },
  });

  constructor(private readonly host: SessionHost) {
    super();
  }

  /** The one boundary of the session: whatever goes wrong is the answer to this request, and the next one works again. */
  protected override dispatchRequest(request: DebugProtocol.Request): void {
    const response: DebugProtocol.Response = new Response(request);
    let answer: Answer;
    try {
      answer = this.answers(request.command, request.arguments);
    } catch (error) {
      this.fail(response, error);
      return;
    }
    if (answer.body) response.body = answer.body;
    this.sendResponse(response);
    try {
      answer.then?.();
    } catch (error) {
      this.host.report(`After “${request.command}”`, error);
      this.end();
    }
  }

  override dispose(): void {
    this.end();
    super.dispose();
  }

  private fail(response: DebugProtocol.Response, error: unknown): void {
    const known = error instanceof UserProblem;
    if (!known) this.host.report(`The request “${response.command}”`, error);
    const format = known
      ? error.message
      : 'The simulation could not go on because of a defect in HA Cluster Designer. “HA Cluster: Show Log” says where.';
    this.sendErrorResponse(response, { id: 1, format: '{_words}', variables: { _words: format }, showUser: true });
  }

  private launch(given: unknown): void {
    const settings = parseLaunch(given);
    const design = this.host.open(settings.program);
    if (!design) throw new UserProblem('The design is not open. Open it in an editor and start again.');
    this.playback = createPlayback(design, settings);
    this.sendEvent(new InitializedEvent());
  }

  private restart(given: unknown): void {
    const old = this.playback;
    if (!old) return;
    const settings = given === undefined ? old.settings : parseLaunch(given);
    const design = this.host.open(settings.program) ?? old.design;
    this.playback = createPlayback(design, settings);
    for (const [source, wanted] of old.wanted) this.playback.setBreakpoints(source, wanted);
    this.written = 0;
  }

  private begin(): void {
    const { playback } = this;
    if (!playback) return;
    if (playback.settings.noDebug) {
      while (playback.step < playback.run.events.length) playback.move('continue');
      this.write(playback);
      this.end();
    } else if (playback.settings.stopOnEntry || playback.run.events.length === 0) {
      this.stopped(playback, { step: 0, reason: 'start' });
    } else {
      this.move('next');
    }
  }

  /** At the end of the run a further step forward ends the session. */
  private move(movement: Movement): void {
    const { playback } = this;
    if (!playback) return;
    if (forwards.has(movement) && playback.step === playback.run.events.length) {
      this.end();
      return;
    }
    this.stopped(playback, playback.move(movement));
  }

  private stopped(playback: Playback, stop: Stop): void {
    this.variables.reset();
    this.write(playback);
    const { design, run, step, state, event } = playback;
    this.host.present({ design, scenario: run.input.scenario, step, steps: run.events.length, event, state });
    const { reason, description } = stopNames[stop.reason];
    const stopped: DebugProtocol.StoppedEvent = new StoppedEvent(reason, clusterThread);
    stopped.body = { reason, description, threadId: clusterThread, allThreadsStopped: true };
    if (event) stopped.body.text = event.text;
    this.sendEvent(stopped);
  }

  private write(playback: Playback): void {
    const { events } = playback.run;
    if (playback.step <= this.written) return;
    for (const event of events.slice(this.written, playback.step)) this.print(playback, eventLine(event));
    this.written = playback.step;
    if (this.written === events.length) for (const line of closingLines(playback.run)) this.print(playback, line);
  }

  private print(playback: Playback, { text, category, event }: ConsoleLine): void {
    const output: DebugProtocol.OutputEvent = new OutputEvent(`${text}\n`, category);
    const at = event && playback.locate(event);
    if (at) {
      output.body.source = sourceOf(at.uri);
      output.body.line = at.range.start.line + 1;
    }
    this.sendEvent(output);
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.host.present(undefined);
    this.sendEvent(new TerminatedEvent());
    this.sendEvent(new Event('exited', { exitCode: 0 }));
  }
}
