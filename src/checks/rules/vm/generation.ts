import { writeSize } from '../../../language/schema/units';
import type { Cluster } from '../../../model/cluster';
import type { VirtualMachine } from '../../../model/elements';
import type { MachineLimits } from '../../../model/profile';
import { machinesIn } from '../../elements';
import type { Place } from '../../../language/finding';
import type { DeclarationRule, Found } from '../../rule';
import { headerOf, labelOf, valueOf } from '../../written';

const generations = [1, 2] as const;

/** What of a machine has a limit by generation: how much it has, where that stands, and how it is said. */
interface Limited {
  readonly limit: keyof MachineLimits;
  readonly measure: (machine: VirtualMachine) => number | undefined;
  readonly placeOf: (machine: VirtualMachine, most: number) => Place;
  readonly say: (value: number) => string;
}

const limited: readonly Limited[] = [
  {
    limit: 'memory',
    measure: ({ values }) => values.memory,
    placeOf: (machine) => valueOf(machine, 'memory'),
    say: (bytes) => `${writeSize(bytes)} of memory`,
  },
  {
    limit: 'memory',
    measure: ({ values }) => values.maximum_memory,
    placeOf: (machine) => valueOf(machine, 'maximum_memory'),
    say: (bytes) => `${writeSize(bytes)} of memory`,
  },
  {
    limit: 'processors',
    measure: ({ values }) => values.processors,
    placeOf: (machine) => valueOf(machine, 'processors'),
    say: (count) => `${String(count)} virtual processors`,
  },
  {
    limit: 'disks',
    measure: ({ vhds, passthroughDisks }) => vhds.length + passthroughDisks.length,
    placeOf: (machine, most) => {
      const disks = [...machine.vhds, ...machine.passthroughDisks];
      const surplus = disks.sort((one, other) => one.block.span.start - other.block.span.start)[most];
      return surplus ? labelOf(surplus) : headerOf(machine);
    },
    say: (count) => `${String(count)} disks`,
  },
];

/** More than the generation of a virtual machine allows, though another generation would allow it. */
export const generation: DeclarationRule = {
  code: 'vm/generation',
  severity: 'error',
  source: 'semantics 6, S43, S44',
  oncePerPlace: true,
  check: (bound, { cluster }) =>
    machinesIn(bound).flatMap((machine) => limited.flatMap((one) => excess(cluster, machine, one))),
};

/** What no generation allows is a limit of the version; a generation that the version lacks is reported as such. */
function excess({ profile, version }: Cluster, machine: VirtualMachine, one: Limited): readonly Found[] {
  const own = generations.find((number) => number === machine.values.generation);
  const most = own && profile.machineLimits[own]?.[one.limit];
  const value = one.measure(machine);
  if (own === undefined || most === undefined || value === undefined || value <= most) return [];
  const other = generations.find((number) => value <= (profile.machineLimits[number]?.[one.limit] ?? 0));
  if (other === undefined) return [];
  return [
    {
      message: `${machine.name} has ${one.say(value)}, and a virtual machine of generation ${String(own)} can have ${one.say(most)} at most in Windows Server ${version}, so it cannot be started. Generation ${String(other)} allows it.`,
      place: one.placeOf(machine, most),
    },
  ];
}
