import { finished, tryMoves, verify as search, verifyReport } from '../../analysis';
import type { MoveTest, Progress, Verification } from '../../analysis';
import type { Diagnostic } from '../../interchange/diagnostics';
import type { Cluster } from '../../model/cluster';
import { answer, json } from '../call';
import type { Outcome, Tell, VerifyCall } from '../call';
import { checkSource, errorsBeforeRun } from '../design';
import { readSource } from '../files';
import { diagnosticLines } from '../text/diagnostics';
import { verifyText } from '../text/verify';

/** Shares of the work after which it is told how far it has come: as often as a person can follow. */
const tellings = 200;

/** Takes a long piece of work to its end and tells how far it has come, in `what`. */
function finish<T>(work: Generator<Progress, T, undefined>, what: string, tell: Tell): T {
  let told = -1;
  return finished(work, ({ done, total }) => {
    const share = Math.floor((done * tellings) / Math.max(total, 1));
    if (share !== told) tell(`${String(done)} of ${String(total)} ${what}`);
    told = share;
  });
}

function refused({ format }: VerifyCall, file: string, errors: readonly Diagnostic[]): Outcome {
  if (format === 'json') return answer(json({ version: 1, errors }), false);
  const lines = [...diagnosticLines({ file, diagnostics: errors }), 'Not verified: mend these errors first.', ''];
  return answer(lines.join('\n'), false);
}

function verification(cluster: Cluster, { failures, kinds, ordered }: VerifyCall, tell: Tell): Verification {
  const request = { failures: failures ?? cluster.tolerates, kinds, ordered };
  return finish(search(cluster, request), ordered ? 'sequences checked' : 'sets checked', tell);
}

/** `hacluster verify`: which sets of faults the design does not survive, and which moves lead to nothing. */
export function verify(call: VerifyCall, stdin: Uint8Array, tell: Tell): Outcome {
  const checked = checkSource(readSource(call.file, stdin));
  const { cluster, documents } = checked.design;
  const errors = errorsBeforeRun(checked);
  if (errors.length > 0) return refused(call, documents[0]?.file ?? call.file, errors);
  const found = verification(cluster, call, tell);
  const moves: readonly MoveTest[] | undefined = call.moves
    ? finish(tryMoves(cluster), 'moves tried', tell)
    : undefined;
  const isFine = found.counterexamples.length === 0 && (moves ?? []).every(({ why }) => why === undefined);
  const text = call.format === 'json' ? json(verifyReport(found, moves)) : verifyText(found, moves, call.ordered);
  return answer(text, isFine);
}
