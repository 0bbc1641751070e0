import { describe, expect, it } from 'vitest';
import { disksOfMachine, groupOfDisk, nodesWithPath, possibleOwners, shouldRun } from '../../src/model/owners';
import { clusterOf } from '../support/design';

const cluster = clusterOf(`cluster C { }
node A { memory = 1GB }
node B { memory = 1GB }
node D { memory = 1GB }
storage All { }
storage Some { nodes = [d, A] }
disk D1 { storage = All  volume "F:" }
disk D2 { storage = Some  volume "G:" }
disk D3 { storage = Gone }
disk D4 { storage = All  volume "H:" }
group Any { physical_disk D1 }
group Two {
  physical_disk d2 { possible_owners = [D, A] }
  virtual_machine V {
    memory = 1GB
    possible_owners = [A, B, D]
    vhd "F:\\a.vhd" { kind = differencing  parent = "G:\\a.vhd" }
    vhd "F:\\b.vhd"
    vhd "K:\\c.vhd"
    passthrough_disk D3
  }
}
group None { ip_address X { possible_owners = [A] }  ip_address Y { possible_owners = [B] } }
group Nobody { ip_address Z { possible_owners = [] } }
group Off { state = offline }
group Low { priority = no_auto_start }
group LowOn { priority = no_auto_start  state = online }
`);

function groupNamed(name: string) {
  const group = cluster.groups.get(name.toLowerCase());
  if (!group) throw new Error(`no group ${name}`);
  return group;
}

function diskNamed(name: string) {
  const disk = cluster.disks.get(name.toLowerCase());
  if (!disk) throw new Error(`no disk ${name}`);
  return disk;
}

const namesOf = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join(' ');

describe('nodes', () => {
  it.each([
    ['Any', 'A B D'],
    ['Two', 'A D'],
    ['None', ''],
    ['Nobody', ''],
  ])('that may own group %s: %s', (group, expected) => {
    expect(namesOf(possibleOwners(cluster, groupNamed(group)))).toBe(expected);
  });

  it.each([
    ['D1', 'A B D'],
    ['D2', 'A D'],
    ['D3', 'A B D'],
  ])('with a path to disk %s: %s', (disk, expected) => {
    expect(namesOf(nodesWithPath(cluster, diskNamed(disk)))).toBe(expected);
  });
});

it.each([
  ['D1', 'Any'],
  ['D2', 'Two'],
  ['D4', undefined],
])('disk %s is in group %s', (disk, group) => {
  expect(groupOfDisk(cluster, diskNamed(disk))?.name).toBe(group);
});

it('finds the disks of a machine, each once: files, parents and disks handed over', () => {
  const machine = cluster.virtualMachines.get('v');
  expect(machine && namesOf(disksOfMachine(cluster, machine))).toBe('D1 D2 D3');
});

it.each([
  ['Any', true],
  ['Off', false],
  ['Low', false],
  ['LowOn', true],
])('group %s should run: %s', (group, expected) => {
  expect(shouldRun(groupNamed(group))).toBe(expected);
});
