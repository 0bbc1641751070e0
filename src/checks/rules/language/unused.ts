import type { Place } from '../../../language/finding';
import type { Design } from '../../../model/design';
import type { Group, Network } from '../../../model/elements';
import { hostVolumeOf, resolvePath } from '../../../model/paths';
import { clusteredFiles } from '../../files';
import { referencesOf } from '../../references';
import type { Found, Rule } from '../../rule';
import { attributeIn } from '../../edits/statement';
import { headerOf } from '../../written';

/** What nothing in the design uses: it could go, or something that should use it does not. */
export const unused: Rule = {
  code: 'language/unused',
  severity: 'hint',
  source: 'checks.md, language',
  check: (design) => [
    ...unusedDisks(design),
    ...unusedStorages(design),
    ...unusedNetworks(design),
    ...unusedClasses(design),
  ],
};

function faded(message: string, place: Place): Found {
  return { message, place, faded: true };
}

/** A disk is used by a resource, a file, a pass-through disk, a witness, a scenario, or a volume mounted on it. */
function unusedDisks(design: Design): readonly Found[] {
  const { cluster } = design;
  const used = new Set(namesUsed(design, 'disk'));
  for (const { resolution } of clusteredFiles(cluster).all) {
    if (resolution.kind === 'volume') used.add(resolution.disk.key);
  }
  for (const path of otherPaths(design)) {
    const resolution = resolvePath(cluster, path);
    if (resolution.kind === 'volume') used.add(resolution.disk.key);
  }
  for (const volume of cluster.volumes) {
    const host = hostVolumeOf(cluster, volume);
    if (host) used.add(host.disk);
  }
  return cluster.disks.all
    .filter((disk) => !used.has(disk.key))
    .map((disk) => faded(`Nothing uses disk ${disk.name}: no resource, no file, no witness.`, headerOf(disk)));
}

/** Paths outside the groups' virtual machines: of machines that are not clustered, and of other resources. */
function otherPaths({ cluster }: Design): readonly string[] {
  const machines = cluster.virtualMachines.all.filter((machine) => machine.group === '');
  return [
    ...machines.flatMap(({ vhds, values }) => [
      ...vhds.flatMap((vhd) => [vhd.path.text, vhd.values.parent?.text]),
      values.configuration_path?.text,
    ]),
    ...cluster.resources.all.map((resource) => {
      if (resource.kind === 'file_share') return resource.values.path?.text;
      return resource.kind === 'generic_script' ? resource.values.script_file_path?.text : undefined;
    }),
  ].filter((path) => path !== undefined);
}

function unusedStorages(design: Design): readonly Found[] {
  const used = new Set(namesUsed(design, 'storage'));
  return design.cluster.storages.all
    .filter((storage) => !used.has(storage.key))
    .map((storage) => faded(`Nothing uses storage ${storage.name}: no disk is on it.`, headerOf(storage)));
}

/** A node without a list is connected to every network: then each network is used. */
function unusedNetworks(design: Design): readonly Found[] {
  const { networks, nodes } = design.cluster;
  const everyNodeLists = nodes.all.every((node) => node.values.networks !== undefined);
  if (nodes.all.length === 0 || !everyNodeLists) return [];
  const used = new Set(namesUsed(design, 'network'));
  const message = ({ name }: Network): string => `No node is connected to network ${name}.`;
  return networks.all.filter((one) => !used.has(one.key)).map((one) => faded(message(one), headerOf(one)));
}

function namesUsed(design: Design, namespace: 'disk' | 'storage' | 'network'): readonly string[] {
  return referencesOf(design)
    .filter(({ namespaces }) => namespaces.includes(namespace))
    .map(({ ref }) => ref.key);
}

/** A class keeps groups apart that share it; one that a single group bears keeps nothing apart. */
function unusedClasses({ cluster }: Design): readonly Found[] {
  const bearers = new Map<string, Group[]>();
  for (const group of cluster.groups.all) {
    for (const name of new Set(group.values.anti_affinity_class_names?.map((one) => one.toLowerCase()))) {
      bearers.set(name, [...(bearers.get(name) ?? []), group]);
    }
  }
  return [...bearers].flatMap(([name, [group, ...others]]) => {
    const value = group && attributeIn(group.block, 'anti_affinity_class_names')?.value;
    if (!group || others.length > 0 || value?.kind !== 'list') return [];
    const item = value.items.find((one) => one.kind === 'string' && one.text.toLowerCase() === name);
    if (item?.kind !== 'string') return [];
    const message = `Only group ${group.name} is in class ${item.text}, so the class keeps it apart from nothing.`;
    return faded(message, { declaration: group.declaration, span: item.span });
  });
}
