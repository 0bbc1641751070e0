import { verify } from '../../src/analysis';
import type { Progress, Verification, VerifyRequest } from '../../src/analysis';
import type { Cluster } from '../../src/model/cluster';

/** Takes a piece of work to its end. */
export function endOf<T>(work: Generator<Progress, T, undefined>): T {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

/** A verification taken to its end. */
export function finished(cluster: Cluster, request: VerifyRequest, isAlike = true): Verification {
  return endOf(verify(cluster, request, isAlike));
}
