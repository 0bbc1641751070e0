import type { Scene, SceneNode } from '../scene';
import { shortNames } from './mermaid';

/** A string of the DOT language: only quote and backslash mean something in it. */
function quoted(text: string): string {
  return `"${text.replace(/[\r\n]+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}

function label({ kind, label: name, detail }: SceneNode): string {
  return kind === 'gate' || detail === '' ? quoted(name) : quoted(name).slice(0, -1) + '\\n' + quoted(detail).slice(1);
}

/** The scene as a graph of Graphviz; groups become clusters in the dependencies view. */
export function toDot(scene: Scene): string {
  const names = shortNames(scene.nodes);
  const children = new Map<string | undefined, SceneNode[]>();
  for (const node of scene.nodes) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  const write = (node: SceneNode, indent: string): readonly string[] => {
    const inside = children.get(node.id) ?? [];
    const name = names.get(node.id) ?? '';
    if (scene.view === 'dependencies' && node.parent === undefined) {
      const lines = inside.flatMap((child) => write(child, `${indent}  `));
      return [`${indent}subgraph cluster_${name} {`, `${indent}  label=${label(node)};`, ...lines, `${indent}}`];
    }
    const shape = node.kind === 'gate' ? 'hexagon' : 'box';
    return [
      `${indent}${name} [label=${label(node)}, shape=${shape}];`,
      ...inside.flatMap((child) => write(child, indent)),
    ];
  };
  const nodes = (children.get(undefined) ?? []).flatMap((node) => write(node, '  '));
  const edges = scene.edges.flatMap(({ from, to, kind, missing }) => {
    const ends = [names.get(from), names.get(to)];
    if (ends.includes(undefined)) return [];
    const style = missing ? ' [style=dotted, color=red, label="missing"]' : kind === 'reaches' ? ' [style=dashed]' : '';
    return [`  ${ends[0] ?? ''} -> ${ends[1] ?? ''}${style};`];
  });
  return [`digraph ${quoted(scene.title)} {`, '  rankdir=LR;', ...nodes, ...edges, '}', ''].join('\n');
}
