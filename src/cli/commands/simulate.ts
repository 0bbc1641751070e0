import { locatorOf } from '../../interchange/diagnostics';
import type { Diagnostic } from '../../interchange/diagnostics';
import { runToJson, simulate as run } from '../../simulation';
import type { RunInput } from '../../simulation';
import { Unusable, answer, json } from '../call';
import type { Outcome, SimulateCall } from '../call';
import { checkSource, errorsBeforeRun } from '../design';
import type { CheckedDesign } from '../design';
import { readSource } from '../files';
import { inputOfActions, inputOfName, refuseProblems } from '../scenario';
import { diagnosticLines } from '../text/diagnostics';
import { runText } from '../text/run';

const sayWhat = 'say what happens: --scenario NAME or --at "0s fail node NAME"';

/** The input the call asks for; the names in it are looked up in the design. */
function inputOf({ scenario, at, file }: SimulateCall, { design }: CheckedDesign): RunInput {
  if (scenario !== undefined) return inputOfName(design.cluster, scenario, file);
  const input = inputOfActions(at, '--at');
  refuseProblems(design.cluster, input, file);
  return input;
}

function refused(call: SimulateCall, name: string, input: RunInput, errors: readonly Diagnostic[]): Outcome {
  if (call.format === 'json') return answer(json({ version: 1, scenario: input.scenario, errors }), false);
  const lines = [
    ...diagnosticLines({ file: name, diagnostics: errors }),
    'Not simulated: mend these errors first.',
    '',
  ];
  return answer(lines.join('\n'), false);
}

/** `hacluster simulate`: one run, as a time line or as data. */
export function simulate(call: SimulateCall, stdin: Uint8Array): Outcome {
  const { scenario, at, format, until, seed, file } = call;
  if (scenario === undefined && at.length === 0) throw new Unusable(`simulate does not know what to do: ${sayWhat}.`);
  if (scenario !== undefined && at.length > 0)
    throw new Unusable(`--scenario and --at exclude each other: ${sayWhat}.`);
  const checked = checkSource(readSource(file, stdin));
  const input = inputOf(call, checked);
  const { cluster, documents } = checked.design;
  const errors = errorsBeforeRun(checked);
  if (errors.length > 0) return refused(call, documents[0]?.file ?? file, input, errors);
  refuseProblems(cluster, input, file);
  const result = run(cluster, { ...input, seed: seed ?? input.seed, until_ms: until });
  const isFine = result.verdicts.every(({ passed }) => passed);
  if (format === 'json') return answer(json(runToJson(cluster, result, locatorOf(documents))), isFine);
  return answer(runText(result), isFine);
}
