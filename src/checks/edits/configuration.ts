import type { Edit } from '../../language/finding';
import { atVersion } from '../../language/schema/version';
import type { ByVersion, Version } from '../../language/schema/version';
import { writeName, writeString } from '../../language/tokens';
import type { Cluster } from '../../model/cluster';
import type { VirtualMachine } from '../../model/elements';
import { requires } from '../dependencies';
import { requireAll, writeTerm } from './dependency';
import { attributeIn, attributeText, insertStatements } from './statement';

/** Ending of a configuration file (Hyper-V's own format, XML before 2016). */
const extension: ByVersion<string> = { '2008': '.xml', '2016': '.vmcx' };

/** The path of the configuration file of a machine in a folder, as Hyper-V of that version names it. */
export function configurationFile(folder: string, machine: VirtualMachine, version: Version): string {
  return `${folder}\\${machine.name}${atVersion(extension, version)}`;
}

/** A name for the configuration resource of a machine that no resource bears yet. */
export function configurationName(cluster: Cluster, machine: VirtualMachine): string {
  const name = `${machine.name} Configuration`;
  let free = name;
  for (let number = 2; cluster.resources.get(free.toLowerCase()); number += 1) free = `${name} ${String(number)}`;
  return free;
}

/** A configuration resource that depends on `provider`, where there is one; its lines are indented within it only. */
export function configurationBlock(name: string, path: string, provider: string | undefined): string {
  const dependency = provider === undefined ? [] : [`depends_on = ${writeTerm(provider)}`];
  const lines = [`path       = ${writeString(path)}`, ...dependency].map((line) => `\n  ${line}`);
  return `virtual_machine_configuration ${writeName(name)} {${lines.join('')}\n}`;
}

/** Makes a resource the configuration of a machine, and the machine depend on it and on `others`, as far as it does not yet. */
export function nameConfiguration(
  machine: VirtualMachine,
  name: string,
  others: readonly string[] = [],
): readonly Edit[] {
  const { block, declaration, values } = machine;
  const written = attributeIn(block, 'configuration')?.value;
  const above = block.items.find((item) => item.kind === 'attribute');
  const statements = written ? [] : [attributeText(machine, 'configuration', writeName(name), above)];
  const replacement: readonly Edit[] = written
    ? [{ place: { declaration, span: written.span }, newText: writeName(name) }]
    : [];
  const needed = [name, ...others].filter((one) => !requires(values.depends_on, one.toLowerCase()));
  if (needed.length > 0) return [...replacement, ...requireAll(machine, needed, statements)];
  return written ? replacement : [insertStatements(machine, statements, above)];
}
