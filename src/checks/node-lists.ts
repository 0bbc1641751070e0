import type { Edit } from '../language/finding';
import { isBareName, writeString } from '../language/tokens';
import type { DeclaredElements } from '../model/bind/declaration';
import { addToList } from './edits/list';
import { attributeIn, attributeText, insertStatements } from './edits/statement';

/** A node as declared. */
export type DeclaredNode = DeclaredElements['node'];

/** What a node says is installed on it; a list that is left out means that all is there (language.md, Attributes). */
type Installed = 'features' | 'updates';

function normal(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** Whether two features or updates are the same: `hyper_v` and `Hyper-V`, `KB950050` and `kb 950050`. */
export function isSameInstalled(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

/** Whether a node says what is installed, and that this is not. */
export function lacks({ values }: DeclaredNode, list: Installed, item: string): boolean {
  return values[list] !== undefined && !values[list].some((one) => isSameInstalled(one, item));
}

/** Adds to the list of a node. Where it stands in `defaults`, the node gets one of its own. */
export function install(node: DeclaredNode, list: Installed, items: readonly string[]): Edit {
  const write = (text: string): string => (isBareName(text) && list === 'features' ? text : writeString(text));
  const written = attributeIn(node.block, list)?.value;
  if (written?.kind === 'list') return addToList(node.declaration, written, items.map(write));
  const all = [...(node.values[list] ?? []), ...items].map(write);
  const last = node.block.items.at(-1);
  return insertStatements(node, [attributeText(node, list, `[${all.join(', ')}]`, last)], last);
}

/** Whether a node has a virtual switch of that name; one that does not say which it has is taken to have every one. */
export function hasSwitch({ values }: DeclaredNode, name: string): boolean {
  const switches = values.virtual_switches;
  return switches === undefined || switches.some((one) => one.toLowerCase() === name.toLowerCase());
}
