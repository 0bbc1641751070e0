import type { Place } from '../../../language/finding';
import type { BoundDeclaration } from '../../../model/bind/declaration';
import type { VirtualMachine } from '../../../model/elements';
import { diskFormatOf } from '../../../model/disk-formats';
import { profileFor } from '../../../model/profile';
import type { MachineLimits, VersionProfile } from '../../../model/profile';
import { writeSize } from '../../../language/schema/units';
import { elementsIn, machinesIn } from '../../elements';
import { anyKey } from '../../facts/said';
import { guestRelease, releaseName } from '../../releases';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { headerOf, valueOf } from '../../written';

/** More of something than the release supports. */
export const limit: DeclarationRule = {
  code: 'version/limit',
  severity: 'error',
  source: 'semantics 6, S42, S43, S44, S45',
  oncePerPlace: true,
  check: (bound, design) => [
    ...tooManyNodes(bound, design),
    ...tooManyMembers(bound, design),
    ...tooManyMachines(bound, design),
    ...crowdedNodes(bound, design),
    ...machinesIn(bound).flatMap((machine) => [...oversized(machine, design), ...largeDisks(machine)]),
  ],
};

/** Reported once, at the first node over the limit. */
function tooManyNodes(bound: BoundDeclaration, { cluster }: Checked): readonly Found[] {
  const { maximumNodes, version } = cluster.profile;
  return elementsIn(bound, 'node').flatMap((node) => {
    const first = cluster.nodes.get(node.key);
    if (first?.block !== node.block || first.id !== maximumNodes + 1) return [];
    return {
      message: `A ${releaseName(version)} cluster has at most ${String(maximumNodes)} nodes: ${node.name} is one too many and cannot join it.`,
      place: headerOf(node),
    };
  });
}

function tooManyMembers(bound: BoundDeclaration, { cluster }: Checked): readonly Found[] {
  return elementsIn(bound, 'guest_cluster').flatMap((guest) => {
    const { maximumNodes, version } = profileFor(guestRelease(cluster, guest.block));
    const count = guest.values.members?.length ?? 0;
    if (count <= maximumNodes) return [];
    return {
      message: `A ${releaseName(version)} cluster has at most ${String(maximumNodes)} nodes: the ${String(count)} members of ${guest.name} cannot all join it.`,
      place: valueOf(guest, 'members'),
    };
  });
}

function tooManyMachines(bound: BoundDeclaration, { cluster, facts }: Checked): readonly Found[] {
  const { maximumMachines, version } = cluster.profile;
  const own = elementsIn(bound, 'cluster').find((one) => one === cluster.settings);
  if (!own || maximumMachines === undefined) return [];
  const running = facts.running(anyKey).length;
  if (running <= maximumMachines) return [];
  return [
    {
      message: `A ${releaseName(version)} cluster supports at most ${String(maximumMachines)} running virtual machines; this design has ${String(running)}.`,
      place: headerOf(own),
    },
  ];
}

/** As the groups stand when a run starts. */
function crowdedNodes(bound: BoundDeclaration, { cluster, facts }: Checked): readonly Found[] {
  const { maximumMachinesOnNode, version } = cluster.profile;
  return elementsIn(bound, 'node').flatMap((node) => {
    const count = facts.running(node.key).length;
    if (count <= maximumMachinesOnNode) return [];
    return {
      message: `A ${releaseName(version)} host runs at most ${String(maximumMachinesOnNode)} virtual machines; ${String(count)} are to start on ${node.name}.`,
      place: headerOf(node),
    };
  });
}

/** The most that any generation of the release may have; what a generation may not have by itself is vm/generation's business. */
function largest({ machineLimits }: VersionProfile): MachineLimits {
  const [first, second] = [machineLimits[1], machineLimits[2] ?? machineLimits[1]];
  return {
    memory: Math.max(first.memory, second.memory),
    processors: Math.max(first.processors, second.processors),
    disks: Math.max(first.disks, second.disks),
  };
}

function oversized(machine: VirtualMachine, { cluster: { profile } }: Checked): readonly Found[] {
  const most = largest(profile);
  const { values, name, vhds, passthroughDisks } = machine;
  const found: Found[] = [];
  const report = (limit: string, own: string, place: Place): void => {
    const message = `A virtual machine on ${releaseName(profile.version)} has at most ${limit}: ${name} with ${own} cannot run.`;
    found.push({ message, place });
  };
  for (const attribute of ['memory', 'minimum_memory', 'maximum_memory'] as const) {
    const size = values[attribute];
    if (size === undefined || size <= most.memory) continue;
    report(`${writeSize(most.memory)} of memory`, writeSize(size), valueOf(machine, attribute));
  }
  if (values.processors > most.processors) {
    const place = valueOf(machine, 'processors');
    report(`${String(most.processors)} virtual processors`, String(values.processors), place);
  }
  const disks = vhds.length + passthroughDisks.length;
  if (disks > most.disks) report(`${String(most.disks)} disks`, String(disks), headerOf(machine));
  return found;
}

function largeDisks({ vhds }: VirtualMachine): readonly Found[] {
  return vhds.flatMap((vhd): readonly Found[] => {
    const { size } = vhd.values;
    const format = diskFormatOf(vhd.path.text);
    if (size === undefined || !format || size <= format.advised) return [];
    const isRefused = size > format.largest;
    const consequence = isRefused ? 'cannot be created' : 'may be refused';
    return [
      {
        severity: isRefused ? 'error' : 'warning',
        message: `A ${format.name} file holds at most ${writeSize(format.advised)}: ${vhd.path.text} with ${writeSize(size)} ${consequence}.`,
        place: valueOf(vhd, 'size'),
      },
    ];
  });
}
