import { atVersion } from '../../language/schema/version';
import type { ByVersion } from '../../language/schema/version';
import type { Cluster } from '../../model/cluster';
import type { VirtualMachine } from '../../model/elements';

/** Whether only a machine that is stopped can be made highly available (semantics 7.1 ST-8, 10.4; checks.md: 2008 and 2008R2). */
const stoppedOnly: ByVersion<boolean> = { '2008': true, '2012': false };

/** Whether the machine runs and has to be stopped before it can be made highly available. */
export function mustBeStopped({ version }: Cluster, { values }: VirtualMachine): boolean {
  return values.state === 'running' && atVersion(stoppedOnly, version);
}
