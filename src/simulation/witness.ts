import { record, subjectOf } from './engine';
import type { Engine } from './engine';
import { isWitnessWell, voters } from './quorum';
import { quorumSetup } from './votes';

/** Notes whether the witness answers the nodes that vote, where that has changed; gives the event (semantics 5.1, 5.3). */
export function noteWitness(engine: Engine, cause: number): number | undefined {
  const { witness } = quorumSetup(engine.cluster);
  if (witness === undefined || !engine.running) return undefined;
  const to = isWitnessWell(engine, voters(engine)) ? 'online' : 'failed';
  const subject = subjectOf('witness', witness);
  const from = engine.recorder.state.get('witness', witness, 'state');
  if (from === to) return undefined;
  return record(engine, {
    kind: 'quorum',
    subject,
    ...(typeof from === 'string' ? { from } : {}),
    to,
    cause,
    text: to === 'online' ? `The witness ${witness} is there again` : `The witness ${witness} is lost`,
    sets: [{ subject, property: 'state', value: to }],
  });
}
