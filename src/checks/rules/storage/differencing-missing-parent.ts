import type { Vhd, VirtualMachine } from '../../../model/elements';
import { namesFile } from '../../chain';
import { attributeIn } from '../../edits/statement';
import { machinesIn } from '../../elements';
import type { DeclarationRule, Found } from '../../rule';
import { headerOf, isBroken, isUnreadable } from '../../written';

/**
 * A differencing disk whose chain has no end: it names no parent, or a folder or nothing at all as parent. A disk that says itself
 * that it is differencing and lacks the attribute is reported where it is read (language.md, Settled readings, Required).
 */
export const differencingMissingParent: DeclarationRule = {
  code: 'storage/differencing-missing-parent',
  severity: 'error',
  source: 'semantics 7.1 ST-7, S20 (Differencing disks)',
  oncePerPlace: true,
  check: (bound) =>
    isBroken(bound.declaration)
      ? []
      : machinesIn(bound).flatMap((machine) => machine.vhds.flatMap((vhd) => withoutParent(machine, vhd))),
};

function withoutParent(machine: VirtualMachine, vhd: Vhd): readonly Found[] {
  const { kind, parent } = vhd.values;
  const start = `${vhd.path.text} is a differencing disk`;
  const end = `${machine.name} cannot start on any node`;
  if (parent) {
    if (namesFile(parent.text)) return [];
    return [
      {
        message: `${start}, and '${parent.text}' is no file it could hold the changes to: ${end}.`,
        place: parent.place,
      },
    ];
  }
  if (kind !== 'differencing' || attributeIn(vhd.block, 'kind') || isUnreadable(vhd, 'parent')) return [];
  return [{ message: `${start} without a parent to hold the changes to: ${end}.`, place: headerOf(vhd) }];
}
