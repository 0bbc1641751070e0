import { parseAction } from '../language/parser/parse';
import type { Cluster } from '../model/cluster';
import { listOf, nearest } from '../model/words';
import { durationOf, inputOfScenario, problemsOfInput } from '../simulation';
import type { RunInput, TimedAction } from '../simulation';
import { Unusable } from './call';

/** An action typed after `--at` or `--after`; without a time it happens at 0s. Throws `Unusable`. */
function readAction(text: string, option: string): TimedAction {
  const { statement, problems } = parseAction(text);
  const [problem] = problems;
  if (problem) throw new Unusable(`${option} "${text}" cannot be understood: ${problem.message}`);
  const { action, time } = statement;
  if (!action) throw new Unusable(`${option} "${text}" holds no action: write it as "0s fail node NAME".`);
  const time_ms = time ? durationOf(time) : 0;
  if (time_ms === undefined || time_ms < 0) {
    throw new Unusable(`${option} "${text}" needs a time with its unit, such as 0s, 90s or 30m.`);
  }
  return { time_ms, phrase: action, text: text.slice(action.span.start, action.span.end), place: undefined };
}

/** A run of actions typed on the command line. Throws `Unusable` for one that cannot be understood. */
export function inputOfActions(texts: readonly string[], option: string): RunInput {
  const actions = texts.map((text) => readAction(text, option)).sort((a, b) => a.time_ms - b.time_ms);
  const scenario = actions.map(({ text }) => text).join(', ');
  return { scenario, seed: 1, actions, expectations: [], until_ms: undefined };
}

/** The scenario of a name, its case ignored. Throws `Unusable`. */
export function inputOfName(cluster: Cluster, name: string, file: string): RunInput {
  const scenario = cluster.scenarios.get(name.toLowerCase());
  if (scenario) return inputOfScenario(scenario);
  const names = cluster.scenarios.all.map((one) => one.name);
  const meant = nearest(name, names);
  const hint =
    names.length === 0
      ? 'it has none'
      : meant === undefined
        ? `it has ${listOf(names.map((one) => `'${one}'`))}`
        : `is '${meant}' meant?`;
  throw new Unusable(`there is no scenario '${name}' in ${file}: ${hint}${hint.endsWith('?') ? '' : '.'}`);
}

/** Refuses an input that names what the design does not have, or asks for what is not simulated. */
export function refuseProblems(cluster: Cluster, input: RunInput, file: string): void {
  const [problem] = problemsOfInput(cluster, input);
  if (problem) throw new Unusable(`${file} cannot be simulated: ${problem.message}`);
}
