import { finished as endOf, verify } from '../../src/analysis';
import type { Verification, VerifyRequest } from '../../src/analysis';
import type { Cluster } from '../../src/model/cluster';

/** A verification taken to its end. */
export function finished(cluster: Cluster, request: VerifyRequest, isAlike = true): Verification {
  return endOf(verify(cluster, request, isAlike));
}
