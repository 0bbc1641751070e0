import { CodeActionKind } from 'vscode-languageserver';
import type { CodeAction } from 'vscode-languageserver';
import { planHighAvailability } from '../checks/high-availability/plan';
import { reportOf, summaryOf } from '../checks/high-availability/report';
import { checkedOf } from '../checks/incremental/checked';
import type { Position, Range } from '../language/span';
import type { VirtualMachine } from '../model/elements';
import type {
  HighAvailabilityPlan,
  HighAvailabilityPlanParams,
  HighAvailabilityPlanResult,
  LooseMachine,
  LooseMachinesParams,
} from '../protocol/server';
import { placed, rangeIn } from './placed';
import type { Analysis, OpenDesign, Workspace } from './workspace';

/** What making virtual machines highly available needs of the server (semantics 10.4, S20). */
export interface HighAvailability {
  /** Virtual machines outside any group; the one at a position first. */
  machines(params: LooseMachinesParams): Promise<readonly LooseMachine[]>;
  plan(params: HighAvailabilityPlanParams): Promise<HighAvailabilityPlanResult>;
}

const command = 'hacluster.makeHighlyAvailable';

function looseMachines({ design }: Analysis): readonly VirtualMachine[] {
  return design.cluster.virtualMachines.all.filter(({ group }) => group === '');
}

/** Whether the block of a machine stands in a file and has the position in it. */
function isAt({ document }: OpenDesign, { declaration, block }: VirtualMachine, position: Position): boolean {
  const range = document.rangeOf({ declaration, span: block.span });
  if (!range) return false;
  const offset = document.offsetAt(position);
  return document.offsetAt(range.start) <= offset && offset <= document.offsetAt(range.end);
}

/** The wizard for the virtual machine at a range, where it is outside any group. */
export function wizardActions(open: OpenDesign, analysis: Analysis, range: Range): CodeAction[] {
  const machine = looseMachines(analysis).find((one) => isAt(open, one, range.start));
  if (!machine) return [];
  const title = `Make ${machine.name} highly available…`;
  return [
    {
      title,
      kind: CodeActionKind.RefactorRewrite,
      command: { title, command, arguments: [open.uri, machine.name] },
    },
  ];
}

function planOf(workspace: Workspace, { design }: Analysis, machine: VirtualMachine): HighAvailabilityPlan {
  const plan = planHighAvailability(checkedOf(design), machine);
  const edits = placed(plan.edits, design.documents) ?? [];
  const uris = [...new Set(edits.map(({ uri }) => uri))];
  return {
    machine: machine.name,
    checks: plan.checks.flatMap(({ severity, message, place }) => {
      const at = rangeIn(design.documents, place);
      return at ? [{ severity, message, ...at }] : [];
    }),
    summary: summaryOf(plan),
    report: reportOf(plan),
    files: uris.map((uri) => ({
      uri,
      version: workspace.get(uri)?.version ?? null,
      edits: edits.filter((edit) => edit.uri === uri).map(({ range, newText }) => ({ range, newText })),
    })),
  };
}

/** Answers from the newest text of the design. Nothing is changed here. */
export function createHighAvailability(workspace: Workspace): HighAvailability {
  const analysisOf = async (uri: string): Promise<readonly [OpenDesign, Analysis] | undefined> => {
    await workspace.ready(uri);
    const open = workspace.get(uri);
    return open && [open, workspace.analyse(open)];
  };

  return {
    machines: async ({ uri, position }) => {
      const found = await analysisOf(uri);
      if (!found) return [];
      const [open, analysis] = found;
      const machines = looseMachines(analysis);
      const first = position && machines.find((machine) => isAt(open, machine, position));
      const inOrder = first ? [first, ...machines.filter((machine) => machine !== first)] : machines;
      return inOrder.map(({ name, values }) => ({ name, host: values.host?.name ?? null }));
    },
    plan: async ({ uri, machine: name }) => {
      const found = await analysisOf(uri);
      const machine = found && looseMachines(found[1]).find(({ key }) => key === name.toLowerCase());
      return machine ? planOf(workspace, found[1], machine) : null;
    },
  };
}
