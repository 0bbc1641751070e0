import type { Range } from '../../language/span';
import type { Scene, SceneEdge } from '../scene';

/** One thing of a scene as `hacluster graph --format json` writes it (cli.md, Shapes, graph). */
export interface SceneJsonNode {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly detail: string;
  readonly parent: string | null;
  readonly state: string | null;
  readonly range: Range | null;
}

export interface SceneJsonEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  /** A path or dependency that should be there and is not. */
  readonly missing?: true;
  /** One of several that will do: the others have the same value. */
  readonly any_of?: string;
}

export interface SceneJson {
  readonly version: 1;
  readonly view: string;
  readonly nodes: readonly SceneJsonNode[];
  readonly edges: readonly SceneJsonEdge[];
}

/** Dependencies from resource to resource: the gates between them, which only the drawing has, are followed through. */
function withoutGates(scene: Scene): readonly SceneJsonEdge[] {
  const alternatives = new Set(
    scene.nodes.flatMap(({ id, kind, label }) => (kind === 'gate' && label === 'OR' ? [id] : [])),
  );
  const gates = new Set(scene.nodes.flatMap(({ id, kind }) => (kind === 'gate' ? [id] : [])));
  const after = new Map<string, SceneEdge[]>();
  for (const edge of scene.edges)
    if (gates.has(edge.from)) after.set(edge.from, [...(after.get(edge.from) ?? []), edge]);
  const follow = (from: string, edge: SceneEdge, choice: string | undefined): readonly SceneJsonEdge[] => {
    if (gates.has(edge.to)) {
      const inner = alternatives.has(edge.to) ? edge.to : choice;
      return (after.get(edge.to) ?? []).flatMap((next) => follow(from, next, inner));
    }
    const { to, kind, missing } = edge;
    const plain = { id: `${kind}:${from}>${to}`, from, to, kind, ...(missing ? { missing } : {}) };
    return [choice === undefined ? plain : { ...plain, any_of: choice }];
  };
  return scene.edges.filter(({ from }) => !gates.has(from)).flatMap((edge) => follow(edge.from, edge, undefined));
}

/** The scene as data. `locate` gives the range in which the thing of an id is declared. */
export function sceneToJson(scene: Scene, locate: (id: string) => Range | undefined): SceneJson {
  const nodes = scene.nodes
    .filter(({ kind }) => kind !== 'gate')
    .map(({ id, kind, label, detail, parent = null, state = null }) => {
      const range = locate(id) ?? null;
      return { id, kind, label, detail, parent, state, range };
    });
  return { version: 1, view: scene.view, nodes, edges: withoutGates(scene) };
}
