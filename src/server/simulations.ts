import { leavesUnclear } from '../checks/codes';
import type { Presentation, SessionHost, SimulatedDesign } from '../debug/host';
import { SimulationSession } from '../debug/session';
import { sameAddress } from '../debug/sources';
import { isRecord } from '../protocol/parse';
import type { DebugEndParams, DebugMessageParams, MomentParams } from '../protocol/server';
import { traceOf } from './boundary';
import type { Log } from './boundary';
import { fileNameOf } from './designs/addresses';
import { momentOf } from './moments';
import type { OpenDesign, Workspace } from './workspace';

/** A simulation and the moment it stands at. */
export interface RunningSimulation {
  readonly session: string;
  readonly presentation: Presentation;
}

/** Where the messages of the sessions go. */
export interface SimulationClient {
  readonly message: (params: DebugMessageParams) => void;
  readonly moment: (params: MomentParams) => void;
}

/** The simulations that run, one debug session each. */
export interface Simulations {
  /** Passes a message on to its session; the first message of a session begins it. */
  handle(params: DebugMessageParams): void;
  end(params: DebugEndParams): void;
  /** The simulation of a design that was moved last; undefined where none runs. */
  presentationOf(uri: string): RunningSimulation | undefined;
  dispose(): void;
}

/** The first thing that leaves open what is meant (cli.md, Settled readings: a run refuses such a design). */
function unclearPart({ document }: OpenDesign, analysis: ReturnType<Workspace['analyse']>): string | undefined {
  const found = analysis.findings.find(({ code }) => leavesUnclear(code));
  if (!found) return undefined;
  const line = document.rangeOf(found.place)?.start.line;
  return `${line === undefined ? fileNameOf(found.place.declaration.file) : `Line ${line + 1}`}: ${found.message}`;
}

/** A design as it is now. Places are looked up in the newest text first: what was not edited since has a place there. */
function simulatedDesign(workspace: Workspace, open: OpenDesign): SimulatedDesign {
  const analysis = workspace.analyse(open);
  const newest = (): OpenDesign => workspace.get(open.uri) ?? open;
  return {
    uri: open.uri,
    version: open.version,
    cluster: analysis.design.cluster,
    unclear: unclearPart(open, analysis),
    locate: (place) => {
      for (const document of [...workspace.files(newest()), ...analysis.design.documents]) {
        const range = document.rangeOf(place);
        if (range) return { uri: document.file, range };
      }
      return undefined;
    },
    spotAt: (source, line) => {
      const document = workspace.files(newest()).find(({ file }) => sameAddress(source) === sameAddress(file));
      return document?.spotAt({ line, character: Number.MAX_SAFE_INTEGER });
    },
  };
}

/** Whether a simulation that was begun from one file shows in another: both are files of one design. */
function isOf(workspace: Workspace, begun: string, uri: string): boolean {
  if (begun === uri) return true;
  const [one, other] = [workspace.get(begun), workspace.get(uri)];
  return one !== undefined && other !== undefined && workspace.analyse(one).id === workspace.analyse(other).id;
}

function isMessage(value: unknown): value is { readonly type: string; readonly seq: number } {
  return isRecord(value) && typeof value['type'] === 'string' && typeof value['seq'] === 'number';
}

/** No simulation runs yet. */
export function createSimulations(workspace: Workspace, client: SimulationClient, log: Log): Simulations {
  const sessions = new Map<string, SimulationSession>();
  const running = new Map<string, RunningSimulation>();

  const present = (session: string, presentation: Presentation | undefined): void => {
    const before = running.get(session);
    running.delete(session);
    if (presentation) {
      running.set(session, { session, presentation });
      client.moment({ uri: presentation.design.uri, session, moment: momentOf({ session, presentation }) });
    } else if (before) {
      client.moment({ uri: before.presentation.design.uri, session, moment: null });
    }
  };

  const begin = (id: string): SimulationSession => {
    const host: SessionHost = {
      open: (program) => {
        const open = workspace.all().find(({ uri }) => sameAddress(uri) === sameAddress(program));
        return open && simulatedDesign(workspace, open);
      },
      present: (presentation) => {
        present(id, presentation);
      },
      report: (what, error) => {
        log.error(`${what} of the simulation ${id}: ${traceOf(error)}`);
      },
    };
    const session = new SimulationSession(host);
    session.onDidSendMessage((message) => {
      client.message({ session: id, message });
    });
    sessions.set(id, session);
    return session;
  };

  return {
    handle: ({ session, message }) => {
      if (isMessage(message)) (sessions.get(session) ?? begin(session)).handleMessage(message);
    },
    end: ({ session }) => {
      const ending = sessions.get(session);
      sessions.delete(session);
      ending?.dispose();
    },
    presentationOf: (uri) =>
      [...running.values()].reverse().find(({ presentation }) => isOf(workspace, presentation.design.uri, uri)),
    dispose: () => {
      for (const session of sessions.values()) session.dispose();
      sessions.clear();
    },
  };
}
