import { parseAction } from '../../src/language/parser/parse';
import type { Cluster } from '../../src/model/cluster';
import { durationOf, inputOfScenario, simulate } from '../../src/simulation';
import type { Run, RunInput, TimedAction } from '../../src/simulation';
import { clusterOf } from '../support/design';

/** An action as it would be typed: `0s fail node HV-01`. */
export function actionOf(line: string): TimedAction {
  const { statement, problems } = parseAction(line);
  const time = statement.time && durationOf(statement.time);
  if (problems.length > 0 || time === undefined || !statement.action) throw new Error(`No action: ${line}`);
  return { time_ms: time, phrase: statement.action, text: line.replace(/^\S+\s+/, ''), place: undefined };
}

export function inputOf(lines: readonly string[], until_ms?: number): RunInput {
  return { scenario: 'typed', seed: 1, actions: lines.map(actionOf), expectations: [], until_ms };
}

/** Runs a design through typed actions. */
export function runOf(cluster: Cluster, lines: readonly string[], until_ms?: number): Run {
  return simulate(cluster, inputOf(lines, until_ms));
}

/** Judges `expect` lines after actions: true where an expectation holds. */
export function judged(
  design: string,
  lines: readonly string[],
  until_ms?: number,
): readonly (readonly [string, boolean])[] {
  const cluster = clusterOf(`${design}\nscenario "judged" {\n  ${lines.join('\n  ')}\n}\n`);
  const scenario = cluster.scenarios.get('judged');
  if (!scenario) throw new Error('The scenario was not read.');
  const input = { ...inputOfScenario(scenario), until_ms };
  if (input.actions.length + input.expectations.length !== lines.length) throw new Error('A line was not read.');
  return simulate(cluster, input).verdicts.map(({ text, passed }) => [text, passed]);
}

export interface Plan {
  readonly version?: string;
  readonly nodes: number;
  readonly quorum?: string;
  readonly cluster?: string;
  readonly node?: string;
}

/** Names of nodes as the examples use them: HV-01, HV-02 … */
export function nodeName(number: number): string {
  return `HV-${String(number).padStart(2, '0')}`;
}

/** The head of a design: cluster, one storage, a witness disk and nodes of 32 GB. */
export function headOf({ version = '2008', nodes, quorum, cluster = '', node = '' }: Plan): string {
  const names = Array.from({ length: nodes }, (_, index) => nodeName(index + 1));
  return [
    `cluster "C" { version = "${version}" ${cluster}`,
    `  quorum { ${quorum ?? 'model = node_and_disk_majority  witness = Witness'} }`,
    '}',
    'storage "SAN" { }',
    'disk "Witness" { storage = SAN }',
    ...names.map((name) => `node "${name}" { memory = 32GB ${node} }`),
  ].join('\n');
}

export interface MachinePlan {
  readonly name: string;
  readonly group?: string;
  readonly machine?: string;
  readonly memory?: string;
}

/** A group with its disk, configuration and virtual machine, all named after it. */
export function machineGroup({ name, group = '', machine = '', memory = '4GB' }: MachinePlan): string {
  return [
    `disk "${name} disk" { storage = SAN  volume "${name}:" { } }`,
    `group "${name}" { ${group}`,
    `  physical_disk "${name} disk"`,
    `  virtual_machine_configuration "${name} configuration" { path = "${name}:\\${name}.xml"  depends_on = "${name} disk" }`,
    `  virtual_machine "${name}" { memory = ${memory}  ${machine}`,
    `    configuration = "${name} configuration"`,
    `    vhd "${name}:\\${name}.vhd"`,
    `    depends_on = "${name} configuration" and "${name} disk"`,
    '  }',
    '}',
  ].join('\n');
}

/** A group with one service that takes no time to start or stop. */
export function serviceGroup(name: string, group: string, service: string): string {
  return `group "${name}" { ${group}\n  generic_service "${name}" { online_time = 0s  offline_time = 0s  ${service} }\n}`;
}

/** One line an event: time, what happened, and the event it follows from. */
export function readable({ events }: Run): readonly string[] {
  return events.map(({ id, time_ms, kind, cause, text }) => {
    return `${String(time_ms).padStart(7)} ms  ${String(id).padStart(2)} ${kind}: ${text}${cause === null ? '' : ` (after ${cause})`}`;
  });
}
