import * as vscode from 'vscode';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { clusterThread, languageId } from '../../../src/protocol/server';
import { until } from './until';

/** What the simulation says to VS Code, in the order it said it. */
type Said = DebugProtocol.ProtocolMessage;

/** Where a simulation stands: the event that has just happened, its line (from 0), and all that Variables shows of the cluster. */
export interface Standing {
  readonly event: string;
  readonly line: number;
  readonly cluster: Readonly<Record<string, readonly string[]>>;
}

/** A debug session as a person has it: buttons, and what there is to see. */
export interface Simulation {
  readonly session: vscode.DebugSession;
  /** Where it stands now. */
  standing(): Promise<Standing>;
  /** Presses a button and waits until the session has stopped again. */
  move(command: 'next' | 'stepBack' | 'continue' | 'reverseContinue'): Promise<Standing>;
  /** Presses a button and waits until the session is over. */
  finish(command: 'continue' | 'stop'): Promise<void>;
  /** Why it stopped the last time. */
  reason(): string | undefined;
  /** The lines of the debug console. */
  console(): readonly string[];
  evaluate(expression: string): Promise<string>;
}

function isEvent(said: Said, name: string): boolean {
  return said.type === 'event' && 'event' in said && said.event === name;
}

const isStopped = (said: Said): said is DebugProtocol.StoppedEvent => isEvent(said, 'stopped');
const isOutput = (said: Said): said is DebugProtocol.OutputEvent => isEvent(said, 'output');

function simulationOf(session: vscode.DebugSession, said: readonly Said[], isOver: () => boolean): Simulation {
  const thread = { threadId: clusterThread };
  const ask = async <T extends DebugProtocol.Response & { body: unknown }>(
    command: string,
    given: object,
  ): Promise<T['body']> => (await session.customRequest(command, given)) as T['body'];
  const stops = (): number => said.filter(isStopped).length;

  const standing = async (): Promise<Standing> => {
    const { stackFrames } = await ask<DebugProtocol.StackTraceResponse>('stackTrace', thread);
    const [top] = stackFrames;
    if (!top) throw new Error('The session has no stack frame.');
    const { scopes } = await ask<DebugProtocol.ScopesResponse>('scopes', { frameId: top.id });
    const lists = scopes.map(async ({ name, variablesReference }) => {
      const { variables } = await ask<DebugProtocol.VariablesResponse>('variables', { variablesReference });
      return [name, variables.map((variable) => `${variable.name} = ${variable.value}`)] as const;
    });
    return { event: top.name, line: top.line - 1, cluster: Object.fromEntries(await Promise.all(lists)) };
  };

  return {
    session,
    standing,
    move: async (command) => {
      const before = stops();
      await session.customRequest(command, thread);
      await until(
        `a stop after ${command}`,
        () => stops() > before,
        () => said.at(-1),
      );
      return standing();
    },
    finish: async (command) => {
      if (command === 'stop') await vscode.debug.stopDebugging(session);
      else await session.customRequest(command, thread);
      await until(`the end after ${command}`, isOver, () => said.at(-1));
    },
    reason: () => said.filter(isStopped).at(-1)?.body.reason,
    console: () => said.filter(isOutput).map(({ body }) => body.output.trimEnd()),
    evaluate: async (expression) => (await ask<DebugProtocol.EvaluateResponse>('evaluate', { expression })).result,
  };
}

/** Starts a simulation of a design by a launch configuration and waits for its first stop. */
export async function simulate(program: vscode.Uri, launch: object): Promise<Simulation> {
  const said: Said[] = [];
  let started: vscode.DebugSession | undefined;
  let over = false;
  const tracker = vscode.debug.registerDebugAdapterTrackerFactory(languageId, {
    createDebugAdapterTracker: (session) => {
      started = session;
      return { onDidSendMessage: (message: Said) => said.push(message) };
    },
  });
  const end = vscode.debug.onDidTerminateDebugSession(({ id }) => {
    if (id !== started?.id) return;
    over = true;
    tracker.dispose();
    end.dispose();
  });
  const configuration = { type: languageId, request: 'launch', name: 'Simulation', program: program.toString() };
  // As the extension's own commands do: a design without a file would otherwise be asked a name for.
  const options = { suppressSaveBeforeStart: true };
  if (!(await vscode.debug.startDebugging(undefined, { ...configuration, ...launch }, options))) {
    throw new Error('The simulation did not start.');
  }
  const session = await until('the session', () => started);
  await until(
    'the first stop',
    () => said.some(isStopped),
    () => said,
  );
  return simulationOf(session, said, () => over);
}

/** Ends whatever simulation a failed test has left behind. */
export async function endSimulations(): Promise<void> {
  await vscode.debug.stopDebugging();
  await until('no session', () => vscode.debug.activeDebugSession === undefined);
  vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
}
