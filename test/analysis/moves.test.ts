import { describe, expect, it } from 'vitest';
import { tryMoves } from '../../src/analysis';
import { finished } from '../../src/analysis';
import { headOf, machineGroup } from '../simulation/support';
import { clusterOf } from '../support/design';

function moves(design: string, isAlike = true): readonly string[] {
  const tests = finished(tryMoves(clusterOf(design), isAlike));
  return tests.map(({ group, to, why }) => `${group.name} to ${to.name}: ${why ?? 'starts'}`);
}

const guid = '{6f1e1d0c-2f3b-4d0e-9a39-0d0ed1c1a001}';
const withGuid = (path: string): string => `${headOf({ nodes: 3 })}
disk "LUN" { storage = SAN  volume { guid = "${guid}"  guid_on HV-01 = "{b2c7a9d4-51aa-4f0e-8c11-7a44c0de0001}" } }
group "VM1" { owner = HV-01
  physical_disk LUN
  virtual_machine_configuration "Conf" { path = "\\\\?\\Volume${path}\\vm1.xml"  depends_on = LUN }
  virtual_machine "VM1" { memory = 2GB  configuration = Conf  depends_on = Conf and LUN }
}`;

describe('moves of every group to every node that may own it', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['all start', [headOf({ nodes: 2 }), machineGroup({ name: 'VM1' })].join('\n'), ['VM1 to HV-02: starts']],
    ['the path with the GUID of the cluster', withGuid(guid), ['VM1 to HV-02: starts', 'VM1 to HV-03: starts']],
    [
      'a GUID that only the owner knows: the configuration fails, and the virtual machine depends on it',
      withGuid('{b2c7a9d4-51aa-4f0e-8c11-7a44c0de0001}'),
      ['VM1 to HV-02: dependency', 'VM1 to HV-03: dependency'],
    ],
    [
      'no room',
      [
        headOf({ nodes: 2, version: '2022' }),
        machineGroup({ name: 'VM1', group: 'owner = HV-01', memory: '20GB' }),
        machineGroup({ name: 'VM2', group: 'owner = HV-02', memory: '20GB' }),
      ].join('\n'),
      ['VM1 to HV-02: memory', 'VM2 to HV-01: memory'],
    ],
    [
      'only nodes that may own it; a group that is offline is not moved',
      [
        headOf({ nodes: 3 }),
        machineGroup({ name: 'VM1', group: 'owner = HV-01', machine: 'possible_owners = [HV-01, HV-03]' }),
        machineGroup({ name: 'VM2', group: 'owner = HV-01  state = offline' }),
      ].join('\n'),
      ['VM1 to HV-03: starts'],
    ],
  ])('%s', (_, design, outcomes) => {
    expect(moves(design)).toEqual(outcomes);
    expect(moves(design, false)).toEqual(outcomes);
  });
});
