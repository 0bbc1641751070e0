import { parseAction } from '../language/parser/parse';
import type { Cluster } from '../model/cluster';
import type { Scenario } from '../model/elements';
import { listOf } from '../model/words';
import type { LaunchSettings } from '../protocol/server';
import { durationOf, inputOfScenario, problemsOfInput, simulate } from '../simulation/index';
import type { Run, RunInput, TimedAction } from '../simulation/run';
import type { SimulatedDesign } from './host';
import { UserProblem } from './launch';

function timedAction(fault: string): TimedAction {
  const { statement, problems } = parseAction(fault);
  const [problem] = problems;
  if (problem) throw new UserProblem(`“${fault}” cannot be read. ${problem.message}`);
  const time_ms = statement.time ? durationOf(statement.time) : 0;
  if (!statement.action || time_ms === undefined) {
    throw new UserProblem(`“${fault}” is no action with a time. Write one such as “0s fail node HostA”.`);
  }
  const text = fault.slice(statement.action.span.start, statement.action.span.end);
  return { time_ms, phrase: statement.action, text, place: undefined };
}

function endOf(until: string): number {
  const { statement } = parseAction(until);
  const end = statement.time && durationOf(statement.time);
  if (end === undefined) throw new UserProblem(`“${until}” is no time. Write one such as “2h”.`);
  return end;
}

function scenarioNamed({ scenarios }: Cluster, name: string): Scenario {
  const found = scenarios.get(name.toLowerCase());
  if (found) return found;
  const known = scenarios.all.map((scenario) => `“${scenario.name}”`);
  throw new UserProblem(
    known.length > 0
      ? `The design has no scenario “${name}”. It has ${listOf(known)}.`
      : 'The design has no scenarios.',
  );
}

function inputFor(cluster: Cluster, { scenario, faults }: LaunchSettings): RunInput {
  if (scenario !== undefined) return inputOfScenario(scenarioNamed(cluster, scenario));
  const [only, ...others] = cluster.scenarios.all;
  if (faults.length === 0 && only && others.length === 0) return inputOfScenario(only);
  if (faults.length === 0)
    throw new UserProblem('Say what happens: set “scenario” or “faults” in the launch configuration.');
  const actions = faults.map(timedAction).sort((one, other) => one.time_ms - other.time_ms);
  const name = actions.map(({ text }) => text).join(', ');
  return { scenario: name, seed: 1, actions, expectations: [], until_ms: undefined };
}

/** Runs what the settings say. Throws a UserProblem where design or settings leave open what is meant. */
export function runOf({ cluster, unclear }: SimulatedDesign, settings: LaunchSettings): Run {
  if (unclear !== undefined)
    throw new UserProblem(`The design cannot be simulated before this is put right. ${unclear}`);
  const input = { ...inputFor(cluster, settings), ...(settings.until && { until_ms: endOf(settings.until) }) };
  const problems = problemsOfInput(cluster, input);
  if (problems.length > 0) throw new UserProblem(problems.map(({ message }) => message).join(' '));
  return simulate(cluster, input);
}
