import { actionForms } from '../language/schema/actions';
import { millisecondsOf } from '../language/schema/units';
import type { ActionPhrase, AtStatement, ExpectStatement, NumberValue } from '../language/tree';
import type { Cluster } from '../model/cluster';
import type { Scenario } from '../model/elements';
import { isSimulated } from './actions';
import type { RunInput, TimedAction, TimedExpectation } from './run';

/** A duration as written in ms; undefined for a bare number or a unit that is none of time. */
export function durationOf({ value, unit }: NumberValue): number | undefined {
  const factor = unit === undefined ? undefined : millisecondsOf(unit);
  return factor === undefined ? undefined : Math.round(value * factor);
}

function actionOf(scenario: Scenario, statement: AtStatement, time_ms: number): TimedAction | undefined {
  const { action } = statement;
  if (!action) return undefined;
  const { declaration } = scenario;
  const text = declaration.text.slice(action.span.start, action.span.end);
  return { time_ms, phrase: action, text, place: { declaration, span: statement.span } };
}

const keyword = /^expect\s+/;

function expectationOf(scenario: Scenario, statement: ExpectStatement, since_ms: number): TimedExpectation {
  const { declaration } = scenario;
  const written = declaration.text.slice(statement.span.start, statement.span.end).trim();
  return { since_ms, statement, text: written.replace(keyword, ''), place: { declaration, span: statement.span } };
}

/** The actions and expectations of a scenario with their times in ms, in the order of the file. Statements that say nothing are left out. */
export function inputOfScenario(scenario: Scenario): RunInput {
  const actions: TimedAction[] = [];
  const expectations: TimedExpectation[] = [];
  let time = 0;
  for (const statement of scenario.statements) {
    if (statement.kind === 'expect') {
      if (statement.term) expectations.push(expectationOf(scenario, statement, time));
      continue;
    }
    time = (statement.time && durationOf(statement.time)) ?? time;
    const action = actionOf(scenario, statement, time);
    if (action) actions.push(action);
  }
  return { scenario: scenario.name, seed: 1, actions, expectations, until_ms: undefined };
}

/** Why an input cannot be run as it is; `action` is the one it lies with. */
export interface InputProblem {
  readonly action: TimedAction;
  readonly message: string;
}

type Named = (cluster: Cluster, key: string) => unknown;

/** Where the name in a slot of an action is looked up, and what it is called. */
const namespaces: Readonly<Record<string, { readonly called: string; readonly find: Named }>> = {
  NODE: { called: 'node', find: (cluster, key) => cluster.nodes.get(key) },
  NODES: { called: 'node', find: (cluster, key) => cluster.nodes.get(key) },
  DISK: { called: 'disk', find: (cluster, key) => cluster.disks.get(key) },
  STORAGE: { called: 'storage', find: (cluster, key) => cluster.storages.get(key) },
  NETWORK: { called: 'network', find: (cluster, key) => cluster.networks.get(key) },
  SITE: { called: 'site', find: (cluster, key) => cluster.sites.get(key) },
  RACK: { called: 'rack', find: (cluster, key) => cluster.racks.get(key) },
  GROUP: { called: 'group', find: (cluster, key) => cluster.groups.get(key) },
  RESOURCE: { called: 'resource', find: (cluster, key) => cluster.resources.get(key) },
  VIRTUAL_MACHINE: { called: 'virtual machine', find: (cluster, key) => cluster.virtualMachines.get(key) },
  WORKLOAD: { called: 'workload', find: (cluster, key) => cluster.workloads.get(key) },
};

function unknownNames(cluster: Cluster, phrase: ActionPhrase): readonly string[] {
  return phrase.arguments.flatMap(({ slot, words }) => {
    const namespace = namespaces[slot];
    if (!namespace) return [];
    return words
      .filter(({ text }) => namespace.find(cluster, text.toLowerCase()) === undefined)
      .map(({ text }) => `There is no ${namespace.called} '${text}' in this design.`);
  });
}

function problemsOf(cluster: Cluster, action: TimedAction): readonly InputProblem[] {
  const { form } = action.phrase;
  const messages = unknownNames(cluster, action.phrase);
  if (messages.length > 0) return messages.map((message) => ({ action, message }));
  if (isSimulated(form)) return [];
  const pattern = actionForms.find(({ id }) => id === form)?.pattern ?? form;
  return [{ action, message: `'${action.text}' cannot be simulated yet: no run knows the action '${pattern}'.` }];
}

/** What keeps the input from being run: names that the design does not have, and actions that are not simulated. */
export function problemsOfInput(cluster: Cluster, input: RunInput): readonly InputProblem[] {
  return input.actions.flatMap((action) => problemsOf(cluster, action));
}
