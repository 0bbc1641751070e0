import { headerOf, valueOf } from '../../../checks/written';
import type { Place } from '../../../language/finding';
import { attributeIn } from '../../../checks/edits/statement';
import type { Cluster } from '../../../model/cluster';
import { countOf, listOf } from '../../../model/words';
import type { Fault } from '../../fault';

/** Where a design claims what it tolerates: the figure, else the header of the cluster (cli.md, Settled readings). */
export function claimPlace({ settings }: Cluster): Place | undefined {
  if (!settings) return undefined;
  return attributeIn(settings.block, 'tolerates') ? valueOf(settings, 'tolerates') : headerOf(settings);
}

/** `When HV-01 and HV-02 fail at once`. */
export function failures(faults: readonly Fault[], when: 'When' | 'when' = 'When'): string {
  const names = listOf(faults.map(({ name }) => name));
  return `${when} ${names} ${faults.length === 1 ? 'fails' : 'fail at once'}`;
}

/** What else is wrong in the same way: ` The loss of 2 other sets of nodes would …`; nothing where there is no other. */
export function otherSets(count: number, outcome: string): string {
  if (count === 0) return '';
  return ` ${countOf(count, 'other set', 'other sets')} of nodes that the design claims to tolerate the loss of would ${outcome}.`;
}
