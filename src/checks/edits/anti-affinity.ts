import type { Edit, Fix } from '../../language/finding';
import { writeString } from '../../language/tokens';
import type { Group } from '../../model/elements';
import { listOf } from '../../model/words';
import { addToList } from './list';
import { attributeIn, attributeText, insertStatements } from './statement';

/** The anti-affinity classes a group is in. */
export function classesOf(group: Group): readonly string[] {
  return group.values.anti_affinity_class_names ?? [];
}

/** Whether two groups are in one class: they stay on different nodes while there is a choice (semantics 2.3, S21). */
export function haveClassInCommon(one: Group, other: Group): boolean {
  const classes = new Set(classesOf(one).map((name) => name.toLowerCase()));
  return classesOf(other).some((name) => classes.has(name.toLowerCase()));
}

/** Puts groups into one anti-affinity class: that which two of them share already, or a new one. */
export function putInOneClass(groups: readonly Group[], fresh: string, preferred: boolean): Fix {
  const name = sharedClass(groups) ?? fresh;
  const title = `Put ${listOf(groups.map((group) => group.name))} into anti-affinity class ${name}`;
  return { title, preferred, edits: groups.flatMap((group) => addClass(group, name)) };
}

function sharedClass(groups: readonly Group[]): string | undefined {
  const all = groups.flatMap((group) => classesOf(group));
  return all.find((name, index) => all.findIndex((one) => one.toLowerCase() === name.toLowerCase()) < index);
}

/** A group whose classes stand in `defaults` gets a list of its own. */
function addClass(group: Group, name: string): readonly Edit[] {
  const classes = classesOf(group);
  if (classes.some((one) => one.toLowerCase() === name.toLowerCase())) return [];
  const written = attributeIn(group.block, 'anti_affinity_class_names')?.value;
  if (written?.kind === 'list') return [addToList(group.declaration, written, [writeString(name)])];
  const above = group.block.items.filter((item) => item.kind === 'attribute').at(-1);
  const list = `[${[...classes, name].map((one) => writeString(one)).join(', ')}]`;
  return [insertStatements(group, [attributeText(group, 'anti_affinity_class_names', list, above)], above)];
}
