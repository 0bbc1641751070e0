import type { Place } from '../language/finding';
import type { ActionPhrase, AtStatement, ExpectStatement, ExpectTerm, SubjectPhrase } from '../language/tree';
import type { Cluster } from '../model/cluster';
import type { GuestCluster, Scenario } from '../model/elements';
import { isSimulated } from './actions';
import { durationOf } from './durations';
import { findGroup, guestOf } from './guestNames';
import type { RunInput, TimedAction, TimedExpectation } from './run';
import { findSubject } from './subjects';

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

/** Why an input cannot be run as it is, and the line it lies with. `place` is missing for an action that was typed. */
export interface InputProblem {
  readonly text: string;
  readonly place: Place | undefined;
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
  GROUP: { called: 'group', find: findGroup },
  RESOURCE: { called: 'resource', find: (cluster, key) => cluster.resources.get(key) },
  VIRTUAL_MACHINE: { called: 'virtual machine', find: (cluster, key) => cluster.virtualMachines.get(key) },
  WORKLOAD: { called: 'workload', find: (cluster, key) => cluster.workloads.get(key) },
};

/** The nodes of a guest cluster are its members: that is where its groups move (language.md, Settled readings, Names). */
function membersFor(guest: GuestCluster): { readonly called: string; readonly find: Named } {
  const called = `member of ${guest.name} called`;
  return { called, find: (_, key) => guest.values.members?.find((member) => member.key === key) };
}

function unknownNames(cluster: Cluster, phrase: ActionPhrase): readonly string[] {
  const group = phrase.arguments.find(({ slot }) => slot === 'GROUP')?.words[0]?.text.toLowerCase();
  const guest = guestOf(cluster, findGroup(cluster, group));
  return phrase.arguments.flatMap(({ slot, words }) => {
    const namespace = slot === 'NODE' && guest ? membersFor(guest) : namespaces[slot];
    if (!namespace) return [];
    return words
      .filter(({ text }) => namespace.find(cluster, text.toLowerCase()) === undefined)
      .map(({ text }) => `There is no ${namespace.called} '${text}' in this design.`);
  });
}

function messagesOfAction(cluster: Cluster, { phrase, text }: TimedAction): readonly string[] {
  const unknown = unknownNames(cluster, phrase);
  if (unknown.length > 0) return unknown;
  if (isSimulated(phrase.form)) return [];
  return [`'${text}' cannot be simulated yet.`];
}

function subjectIn(term: ExpectTerm | undefined): SubjectPhrase | undefined {
  return term === undefined || term.kind === 'cluster' ? undefined : term.subject;
}

function messagesOfExpectation(cluster: Cluster, { statement }: TimedExpectation): readonly string[] {
  const phrase = subjectIn(statement.term);
  if (!phrase || findSubject(cluster, phrase)) return [];
  const { text: name } = phrase.name;
  return [`There is no ${phrase.kind?.text ?? 'resource, group, disk, node or workload'} '${name}' in this design.`];
}

/** What keeps the input from being run: names that the design does not have, and what is not simulated. */
export function problemsOfInput(cluster: Cluster, input: RunInput): readonly InputProblem[] {
  const all = [
    ...input.actions.map((action) => ({ line: action, messages: messagesOfAction(cluster, action) })),
    ...input.expectations.map((one) => ({ line: one, messages: messagesOfExpectation(cluster, one) })),
  ];
  return all.flatMap(({ line, messages }) =>
    messages.map((message) => ({ text: line.text, place: line.place, message })),
  );
}
