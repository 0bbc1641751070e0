import { leavesUnclear } from '../../checks/codes';
import type { Analysis, OpenDesign, Workspace, WorkspaceChange } from '../workspace';
import type { LateService, LateWork } from './late';

/** The workspace with late findings, and how to end the work on them. */
export interface LateWorkspace {
  readonly workspace: Workspace;
  dispose(): void;
}

/** Nobody types for this long, in ms: then it is worth while to look. */
const quiet_ms = 400;

/** Analyses that are told apart from those without late findings, whose numbers are whole. */
const half = 0.5;

/**
 * The workspace, with findings that need runs of the simulation as soon as they are there. They are looked for when nobody has typed for
 * a while, for the version of the design that there is then; a change gives up what is under way. `report` hears of what went wrong.
 */
export function withLateFindings(
  workspace: Workspace,
  late: LateService,
  report: (error: unknown) => void,
): LateWorkspace {
  /** What an analysis has become: itself where nothing more was found. */
  const grown = new WeakMap<Analysis, Analysis>();
  const listeners: ((change: WorkspaceChange) => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: LateWork | undefined;
  let round = 0;

  const whole = (analysis: Analysis): Analysis => grown.get(analysis) ?? analysis;
  const look = async (analysis: Analysis): Promise<boolean> => {
    if (analysis.findings.some(({ code }) => leavesUnclear(code))) return true;
    current = late.begin(analysis.design);
    const findings = await current.findings;
    if (!findings) return false;
    const { id } = analysis;
    const all = { ...analysis, id: id + half, findings: [...analysis.findings, ...findings] };
    grown.set(analysis, findings.length > 0 ? all : analysis);
    return true;
  };
  const tell = (analysis: Analysis): void => {
    if (whole(analysis) === analysis) return;
    const concerned = workspace.all().filter((open) => workspace.analyses(open).includes(analysis));
    for (const { uri } of concerned) {
      for (const listener of listeners) listener({ uri, cause: 'late findings', others: [uri] });
    }
  };
  /** Looks at all designs that are open, one after the other, unless something changes meanwhile. */
  const begin = async (own: number): Promise<void> => {
    await workspace.allReady();
    const analyses = new Set(workspace.all().flatMap((open) => workspace.analyses(open)));
    for (const analysis of analyses) {
      if (own !== round) return;
      if (grown.has(analysis)) continue;
      if (!(await look(analysis)) || own !== round) return;
      tell(analysis);
    }
  };
  const giveUp = (): void => {
    round += 1;
    clearTimeout(timer);
    current?.cancel();
    current = undefined;
  };
  workspace.onDidChange(() => {
    giveUp();
    const own = round;
    timer = setTimeout(() => {
      begin(own).catch(report);
    }, quiet_ms);
  });

  return {
    workspace: {
      ...workspace,
      analyse: (open) => whole(workspace.analyse(open)),
      analyses: (open: OpenDesign) => {
        const [first, ...others] = workspace.analyses(open);
        return [whole(first), ...others.map(whole)];
      },
      onDidChange: (listener) => {
        workspace.onDidChange(listener);
        listeners.push(listener);
      },
    },
    dispose: () => {
      giveUp();
      late.dispose();
    },
  };
}
