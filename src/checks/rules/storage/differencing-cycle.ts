import type { Vhd, VirtualMachine } from '../../../model/elements';
import { chainOf } from '../../chain';
import { machinesIn } from '../../elements';
import { anyKey } from '../../facts/said';
import type { Checked, DeclarationRule, Found } from '../../rule';

/** Differencing disks whose parents lead round in a ring: one finding a ring, at the first disk in it. */
export const differencingCycle: DeclarationRule = {
  code: 'storage/differencing-cycle',
  severity: 'error',
  source: 'semantics 7.1 ST-7, S20 (Differencing disks)',
  check: (declaration, design) =>
    machinesIn(declaration).flatMap((machine) => machine.vhds.flatMap((vhd) => ring(design, machine, vhd))),
};

function ring(design: Checked, machine: VirtualMachine, vhd: Vhd): readonly Found[] {
  const { parent } = vhd.values;
  if (!parent) return [];
  const ringed = design.facts.ringedVhds(anyKey);
  if (!ringed.includes(vhd)) return [];
  const chain = chainOf(vhd, design);
  const files = new Set(chain.map(({ path }) => path.text.toLowerCase()));
  const first = ringed.find(({ path }) => files.has(path.text.toLowerCase()));
  if (first !== vhd) return [];
  const steps = [...chain.map(({ path }) => path.text), vhd.path.text];
  return [
    {
      message: `The parents of ${vhd.path.text} lead back to it (${steps.join(' → ')}): no file holds the data to begin with, and ${machine.name} cannot start on any node.`,
      place: parent.place,
      related: chain
        .filter((link) => link !== vhd)
        .map((link) => ({ place: link.path.place, message: `${link.path.text} is in the ring.` })),
    },
  ];
}
