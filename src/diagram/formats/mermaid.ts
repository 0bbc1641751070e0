import type { Scene, SceneEdge, SceneNode } from '../scene';

/** Short names for the ids of a scene: both languages are particular about what a name may hold. */
export function shortNames(nodes: readonly SceneNode[]): ReadonlyMap<string, string> {
  return new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
}

/** Characters that mean something to Mermaid inside quotes, as entities by number. */
function quoted(text: string): string {
  const safe = text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[#"<>&`\\]/g, (character) => `#${character.codePointAt(0) ?? 32};`);
  return `"${safe}"`;
}

function words({ kind, label, detail }: SceneNode): string {
  return kind === 'gate' || detail === '' ? label : `${label} (${detail})`;
}

const arrows: Readonly<Record<SceneEdge['kind'], string>> = {
  depends_on: '-->',
  owns: '-->',
  holds: '-->',
  stores: '-->',
  parent_of: '-->',
  reaches: '-.->',
};

/** The scene as a Mermaid flow chart. */
export function toMermaid(scene: Scene): string {
  const names = shortNames(scene.nodes);
  const children = new Map<string | undefined, SceneNode[]>();
  for (const node of scene.nodes) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  const write = (node: SceneNode, indent: string): readonly string[] => {
    const inside = children.get(node.id) ?? [];
    const name = names.get(node.id) ?? '';
    if (inside.length === 0 || scene.view === 'storage') {
      const open = node.kind === 'gate' ? '{{' : '[';
      const close = node.kind === 'gate' ? '}}' : ']';
      return [
        `${indent}${name}${open}${quoted(words(node))}${close}`,
        ...inside.flatMap((child) => write(child, indent)),
      ];
    }
    const lines = inside.flatMap((child) => write(child, `${indent}  `));
    return [`${indent}subgraph ${name}[${quoted(words(node))}]`, ...lines, `${indent}end`];
  };
  const nodes = (children.get(undefined) ?? []).flatMap((node) => write(node, '  '));
  const edges = scene.edges.flatMap(({ from, to, kind, missing }) => {
    const ends = [names.get(from), names.get(to)];
    if (ends.includes(undefined)) return [];
    return [`  ${ends[0] ?? ''} ${missing ? '-. missing .->' : arrows[kind]} ${ends[1] ?? ''}`];
  });
  return ['flowchart LR', ...nodes, ...edges, ''].join('\n');
}
