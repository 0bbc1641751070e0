import { millisecondsOf, writeDuration } from '../../../language/schema/units';
import type { ActionPhrase, AtStatement } from '../../../language/tree';
import type { Cluster } from '../../../model/cluster';
import type { Scenario } from '../../../model/elements';
import { startingNode } from '../../../model/start';
import { elementsIn } from '../../elements';
import type { DeclarationRule, Found } from '../../rule';
import { isBroken } from '../../written';
import { switches } from './switches';

/** An action of a scenario on something that is already so: it changes nothing, so the scenario does not test what it says. */
export const unreachable: DeclarationRule = {
  code: 'scenario/unreachable',
  severity: 'warning',
  source: 'checks.md, scenario; language.md, Scenario statements',
  check: (bound, { cluster }) =>
    elementsIn(bound, 'scenario')
      .filter(({ declaration }) => !isBroken(declaration))
      .flatMap((scenario) => inScenario(cluster, scenario)),
};

interface Step {
  readonly timeMs: number;
  readonly action: ActionPhrase;
}

function inScenario(cluster: Cluster, scenario: Scenario): readonly Found[] {
  const steps = stepsOf(scenario);
  return steps.flatMap((step, index) => {
    const before = steps.slice(0, index).filter(({ timeMs }) => timeMs < step.timeMs);
    const atOnce = steps.filter((other) => other !== step && other.timeMs === step.timeMs);
    const reason = atOnce.some(({ action }) => subjectOf(action) === subjectOf(step.action))
      ? undefined
      : (vainTurn(cluster, step.action, before) ?? vainMove(cluster, step.action, before));
    if (reason === undefined) return [];
    const { declaration } = scenario;
    const written = declaration.text.slice(step.action.span.start, step.action.span.end);
    return [
      {
        message: `${reason}: '${written}' at ${writeDuration(step.timeMs)} changes nothing.`,
        place: { declaration, span: step.action.span },
      },
    ];
  });
}

/** The actions in the order of time. */
function stepsOf({ statements }: Scenario): readonly Step[] {
  const isAction = (one: Scenario['statements'][number]): one is AtStatement => one.kind === 'at';
  return statements
    .filter(isAction)
    .flatMap(({ time, action }) => {
      const factor = time?.unit === undefined ? undefined : millisecondsOf(time.unit);
      return time && factor !== undefined && action ? [{ timeMs: Math.round(time.value * factor), action }] : [];
    })
    .sort((one, other) => one.timeMs - other.timeMs);
}

/** All names of an action as one key. */
function subjectOf({ arguments: named }: ActionPhrase): string {
  return named.flatMap(({ words }) => words.map(({ text }) => text.toLowerCase())).join('\n');
}

function vainTurn(cluster: Cluster, action: ActionPhrase, before: readonly Step[]): string | undefined {
  const own = switches.find(({ turns, back }) => action.form === turns || action.form === back);
  if (!own || before.some((step) => own.alsoBy?.includes(step.action.form))) return undefined;
  const subject = subjectOf(action);
  const isOwn = ({ form }: ActionPhrase): boolean => form === own.turns || form === own.back;
  const last = before.findLast((step) => isOwn(step.action) && subjectOf(step.action) === subject)?.action;
  const isTurned = last ? last.form === own.turns : (own.fromStart?.(cluster, subject) ?? false);
  if (isTurned !== (action.form === own.turns)) return undefined;
  if (own.mayEnd === true && before.length > 0) return undefined;
  return `${nameOf(action)} ${isTurned ? own.turned : own.normal}`;
}

function nameOf({ arguments: named }: ActionPhrase): string {
  return named[0]?.words[0]?.text ?? 'The witness';
}

/** A move, before anything else happens, to the node the group starts on. */
function vainMove(
  cluster: Cluster,
  { form, arguments: named }: ActionPhrase,
  before: readonly Step[],
): string | undefined {
  const [group, node] = named.map(({ words }) => words[0]?.text.toLowerCase());
  if (form !== 'move group' || before.length > 0 || node === undefined) return undefined;
  const moved = cluster.groups.get(group);
  const start = moved && startingNode(cluster, moved);
  return start?.key === node ? `${moved?.name ?? ''} starts on ${start.name}` : undefined;
}
