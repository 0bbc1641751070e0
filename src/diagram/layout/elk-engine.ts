import type { ELK, ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Point } from '../picture';
import type { Arrangement, LayoutEngine, LayoutGraph } from './engine';
import { spacing } from './sizes';

/**
 * Layers from left to right, lines with right angles, and the order of the file kept inside each layer: with model order
 * an added box moves only what it must.
 */
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.separateConnectedComponents': 'false',
  'elk.spacing.nodeNode': String(spacing.cards),
  'elk.spacing.edgeNode': String(spacing.edgeToCard),
  'elk.spacing.edgeEdge': String(spacing.edges),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(spacing.layers),
  'elk.layered.spacing.edgeNodeBetweenLayers': String(spacing.edgeToCard),
  'elk.layered.spacing.edgeEdgeBetweenLayers': String(spacing.edges),
};

/** All arrows leave a box at one port and reach it at one: those of siblings share a trunk. */
function box(index: number, width: number, height: number): ElkNode {
  const port = (side: 'WEST' | 'EAST') => ({
    id: `${side}${index}`,
    width: 0,
    height: 0,
    x: side === 'WEST' ? 0 : width,
    y: height / 2,
    layoutOptions: { 'elk.port.side': side },
  });
  return {
    id: `box${index}`,
    width,
    height,
    ports: [port('WEST'), port('EAST')],
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  };
}

function toElk(graph: LayoutGraph): ElkNode {
  return {
    id: 'container',
    layoutOptions: options,
    children: graph.boxes.map(({ width, height }, index) => box(index, width, height)),
    edges: graph.arrows.map(({ from, to }, index) => ({
      id: `arrow${index}`,
      sources: [`EAST${from}`],
      targets: [`WEST${to}`],
    })),
  };
}

function fromElk(laidOut: ElkNode): Arrangement {
  const rounded = ({ x = 0, y = 0 }: { readonly x?: number; readonly y?: number }): Point => ({
    x: Math.round(x),
    y: Math.round(y),
  });
  return {
    width: Math.ceil(laidOut.width ?? 0),
    height: Math.ceil(laidOut.height ?? 0),
    boxes: (laidOut.children ?? []).map(rounded),
    arrows: (laidOut.edges ?? []).map(({ sections = [] }) =>
      sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
        [startPoint, ...bendPoints, endPoint].map(rounded),
      ),
    ),
  };
}

/** The engine over elkjs. It weighs 1.5 MB, so it is loaded when the first container is laid out. */
export function elkEngine(): LayoutEngine {
  let loading: Promise<ELK> | undefined;
  const load = async (): Promise<ELK> => {
    const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
    return new Elk();
  };
  return {
    layout: async (graph) => {
      loading ??= load();
      const elk = await loading;
      return fromElk(await elk.layout(toElk(graph)));
    },
  };
}
