import { writeName } from '../language/tokens';
import type { Cluster } from '../model/cluster';
import { isVirtualMachine } from '../model/elements';
import type { Disk, Group, VirtualMachine } from '../model/elements';
import { countOf, listOf } from '../model/words';
import type { FaultChoice } from '../protocol/server';
import { isSimulated } from '../simulation/actions';
import { ownersAtStart } from './owners';

/** Most choices offered of one kind: a list of thousands helps nobody, and typing an action reaches the rest. */
const mostOfAKind = 200;

/** The form of action behind each kind of choice (language.md, Scenario statements); a scenario is none. */
const forms: Readonly<Record<Exclude<FaultChoice['group'], 'scenario'>, string>> = {
  node: 'fail node',
  witness: 'fail witness',
  disk: 'fail disk',
  storage: 'fail storage',
  network: 'fail network',
  virtual_machine: 'crash virtual_machine',
  move: 'move group',
};

/** Names written out in a description before it says how many more there are. */
const mostNames = 3;

function naming(names: readonly string[]): string {
  if (names.length <= mostNames) return listOf(names);
  return `${names.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more`;
}

function nodeFaults(cluster: Cluster, owners: ReadonlyMap<Group, string>): FaultChoice[] {
  const groupsOn = (node: string): string[] =>
    [...owners].filter(([, owner]) => owner === node).map(([group]) => group.name);
  const choices = cluster.nodes.all.map(({ name }) => ({ name, groups: groupsOn(name) }));
  const hosting = choices.filter(({ groups }) => groups.length > 0);
  const idle = choices.filter(({ groups }) => groups.length === 0);
  return [...hosting, ...idle].map(({ name, groups }) => ({
    action: `fail node ${writeName(name)}`,
    label: `${name} loses power`,
    description: groups.length > 0 ? `owns ${naming(groups)}` : 'owns no group',
    group: 'node',
  }));
}

function witnessFault({ quorum }: Cluster): FaultChoice[] {
  const witness = quorum?.values.witness?.text;
  if (witness === undefined) return [];
  return [{ action: 'fail witness', label: 'The witness is lost', description: witness, group: 'witness' }];
}

/** Virtual machines of the group that a disk belongs to. */
function machinesOn(cluster: Cluster, disk: Disk): readonly VirtualMachine[] {
  const group = cluster.groups.get(cluster.diskResources.get(disk.key)?.group);
  return group?.resources.filter(isVirtualMachine) ?? [];
}

function diskFaults(cluster: Cluster): FaultChoice[] {
  const choices = cluster.disks.all
    .filter(({ key, values }) => values.clustered && key !== cluster.quorum?.values.witness?.key)
    .map((disk) => ({ disk, machines: machinesOn(cluster, disk) }));
  const used = choices.filter(({ machines }) => machines.length > 0);
  const unused = choices.filter(({ machines }) => machines.length === 0);
  return [...used, ...unused].map(({ disk, machines }) => ({
    action: `fail disk ${writeName(disk.name)}`,
    label: `Disk ${disk.name} fails`,
    description: machines.length > 0 ? `in the group of ${naming(machines.map(({ name }) => name))}` : '',
    group: 'disk',
  }));
}

function storageFaults({ storages, disks }: Cluster): FaultChoice[] {
  return storages.all.map(({ name, key }) => {
    const count = disks.all.filter(({ values }) => values.storage?.key === key).length;
    const action = `fail storage ${writeName(name)}`;
    return { action, label: `Storage ${name} fails`, description: countOf(count, 'disk'), group: 'storage' };
  });
}

function networkFaults({ networks }: Cluster): FaultChoice[] {
  return networks.all.map(({ name, values }) => ({
    action: `fail network ${writeName(name)}`,
    label: `Network ${name} fails`,
    description: values.subnet ?? '',
    group: 'network',
  }));
}

function machineFaults({ virtualMachines }: Cluster): FaultChoice[] {
  return virtualMachines.all
    .filter(({ group }) => group !== '')
    .map(({ name }) => ({
      action: `crash virtual_machine ${writeName(name)}`,
      label: `${name} crashes`,
      description: '',
      group: 'virtual_machine',
    }));
}

function moves(cluster: Cluster, owners: ReadonlyMap<Group, string>): FaultChoice[] {
  return [...owners].slice(0, mostOfAKind).flatMap(([group, owner]) =>
    cluster.nodes.all
      .filter(({ name }) => name !== owner)
      .map(({ name }): FaultChoice => ({
        action: `move group ${writeName(group.name)} to ${writeName(name)}`,
        label: `Move ${group.name} to ${name}`,
        description: `from ${owner}`,
        group: 'move',
      })),
  );
}

function scenarios(cluster: Cluster): FaultChoice[] {
  return cluster.scenarios.all.map(({ name, statements }) => {
    const expectations = statements.filter(({ kind }) => kind === 'expect').length;
    return { action: name, label: name, description: countOf(expectations, 'expectation'), group: 'scenario' };
  });
}

/**
 * What may fail in a design, likely things first: nodes that own groups, other nodes, the witness, disks with VMs, and so on.
 * What no run can simulate is left out.
 */
export function faultsOf(cluster: Cluster): readonly FaultChoice[] {
  const owners = ownersAtStart(cluster);
  const kinds = [
    nodeFaults(cluster, owners),
    witnessFault(cluster),
    diskFaults(cluster),
    storageFaults(cluster),
    networkFaults(cluster),
    machineFaults(cluster),
    moves(cluster, owners),
    scenarios(cluster),
  ];
  return kinds
    .flatMap((choices) => choices.slice(0, mostOfAKind))
    .filter(({ group }) => group === 'scenario' || isSimulated(forms[group]));
}
