/** An element of a drawing, as plain data: the panel makes DOM of it, the command line text. */
export interface Tree {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (Tree | string)[];
  /** The same as long as the element stands for the same thing. */
  readonly key?: string;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element. Attributes that are undefined are left out. */
export function element(
  tag: string,
  attributes: Attributes,
  children: readonly (Tree | string)[] = [],
  key?: string,
): Tree {
  return { tag, attributes, children, ...(key === undefined ? {} : { key }) };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML 1.0 does not allow, and halves of surrogate pairs (XML 1.0, 2.2). */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text that is safe between tags and inside quotes: nothing of it can end either, and what XML forbids is shown replaced. */
export function escapeXml(text: string): string {
  return text.replace(notInXml, '\uFFFD').replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The tree as text of an SVG file. */
export function toSvgText(tree: Tree): string {
  const attributes = Object.entries(tree.attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escapeXml(String(value))}"`))
    .join('');
  if (tree.children.length === 0) return `<${tree.tag}${attributes}/>`;
  const inside = tree.children
    .map((child) => (typeof child === 'string' ? escapeXml(child) : toSvgText(child)))
    .join('');
  return `<${tree.tag}${attributes}>${inside}</${tree.tag}>`;
}
