import type { Caption, Picture, Route, Shape } from '../picture';
import type { FindingCount } from '../scene';
import { card, gate } from './card';
import { container, lane } from './container';
import { edge, halo } from './edges';
import { penWith, type Pen } from './pen';
import { hoverText, nodeNames, spokenName } from './spoken';
import { fixedInk, fonts, panelInk, type Theme } from './theme';
import { element, type Tree } from './tree';
import { note, row, volume } from './volume';

export interface PaintOptions {
  /** Colours for a file that stands alone. Left out: roles, which the panel's style sheet resolves. */
  readonly theme?: Theme;
  /** Ids of what changed in the step that is shown. */
  readonly changed?: ReadonlySet<string>;
  readonly selected?: string | undefined;
  /** Has the keyboard; there is one such shape in the panel, so that Tab enters the picture once. */
  readonly focused?: string | undefined;
  /** What a search found. */
  readonly hits?: ReadonlySet<string>;
}

/** A ring stands outside its shape, but inside the volume where the shape is a row of one. */
const rings = { around: { outside: 2.5, radius: 8 }, row: { outside: -1.5, radius: 4 } } as const;

function outline({ form, width, height }: Shape, className: string, weight: number, pen: Pen): Tree {
  const ring = form === 'row' ? rings.row : rings.around;
  return element('rect', {
    class: className,
    x: -ring.outside,
    y: -ring.outside,
    width: width + 2 * ring.outside,
    height: height + 2 * ring.outside,
    rx: ring.radius,
    fill: 'none',
    stroke: pen.ink('accent'),
    'stroke-width': weight,
  });
}

function inside(shape: Shape, found: ReadonlyMap<string, readonly FindingCount[]>, pen: Pen): readonly Tree[] {
  switch (shape.form) {
    case 'lane':
      return lane(shape, pen);
    case 'container':
      return container(shape, found.get(shape.id) ?? [], pen);
    case 'volume':
      return volume(shape, pen);
    case 'note':
      return note(shape, pen);
    case 'row':
      return row(shape, pen);
    case 'gate':
      return gate(shape, pen);
    case 'card':
      return card(shape, pen);
  }
}

/** Errors and warnings by the container they lie in, its own included. */
function findingsInside(shapes: readonly Shape[]): ReadonlyMap<string, readonly FindingCount[]> {
  const map = new Map<string, FindingCount[]>();
  for (const { id, form, parent, findings } of shapes) {
    const home = form === 'container' ? id : parent;
    if (!findings || home === undefined) continue;
    map.set(home, [...(map.get(home) ?? []), findings]);
  }
  return map;
}

function caption({ x, y, text, role }: Caption, pen: Pen): Tree {
  return pen.words(text, x, y, { size: 11, bold: role === 'column', role: 'muted' });
}

function paintEdges(routes: readonly Route[], options: PaintOptions, pen: Pen): readonly Tree[] {
  return routes.map((route) => {
    const moving = options.changed?.has(route.to) === true && (route.kind === 'owns' || route.kind === 'stores');
    const key = `${route.id} ${route.points.map(({ x, y }) => `${x},${y}`).join(' ')}`;
    return element('g', { class: 'edge' }, edge(route, moving, pen), key);
  });
}

/**
 * The drawing of a picture as a tree of SVG elements: the same for the panel, for files and for tests. In the panel each shape
 * is one focusable element with its spoken name; a file has titles instead. Equal input gives an equal tree.
 */
export function paint(picture: Picture, options: PaintOptions = {}): Tree {
  const { theme, selected, focused, hits } = options;
  const pen = penWith(theme ? fixedInk(theme) : panelInk);
  const found = findingsInside(picture.shapes);
  const nodes = nodeNames(picture);
  const paintShape = (shape: Shape): Tree => {
    const place = { transform: `translate(${shape.x} ${shape.y})` };
    const drawing = inside(shape, found, pen);
    if (shape.form === 'lane') return element('g', { ...place, class: 'shape' }, drawing, shape.id);
    const title = element('title', {}, [hoverText(shape, nodes)]);
    if (theme) return element('g', place, [title, ...drawing], shape.id);
    const level = shape.form === 'container' ? 1 : shape.form === 'row' ? 3 : 2;
    return element(
      'g',
      {
        ...place,
        class: `shape ${shape.form}`,
        'data-id': shape.id,
        role: 'treeitem',
        tabindex: shape.id === focused ? 0 : -1,
        'aria-label': spokenName(shape, nodes),
        'aria-level': level,
        'aria-selected': shape.id === selected ? 'true' : 'false',
      },
      [
        title,
        ...(hits?.has(shape.id) ? [outline(shape, 'hit', 1.5, pen)] : []),
        ...(options.changed?.has(shape.id) ? [outline(shape, 'changed', 1, pen)] : []),
        ...(shape.id === selected ? [outline(shape, 'selection', 2, pen)] : []),
        outline(shape, 'focus', 2, pen),
        ...drawing,
      ],
      shape.id,
    );
  };

  const grounds = picture.shapes.filter(({ form }) => form === 'lane' || form === 'container');
  const things = picture.shapes.filter(({ form }) => form !== 'lane' && form !== 'container');
  const shown = picture.edges.filter((route) => !route.onSelection || route.from === selected || route.to === selected);
  const front = shown.filter(({ kind }) => kind === 'parent_of' || kind === 'holds');
  const back = shown.filter(({ kind }) => kind !== 'parent_of' && kind !== 'holds');
  const dashed = back.filter(({ kind, missing }) => kind === 'reaches' && !missing);
  const solid = back.filter((route) => !dashed.includes(route));
  const halos = dashed.length === 0 ? [] : solid.filter(({ kind }) => kind === 'owns').map((route) => halo(route, pen));
  const hidden = { 'aria-hidden': 'true' } as const;
  const layers = [
    element('g', { class: 'grounds' }, grounds.map(paintShape), 'grounds'),
    element(
      'g',
      { ...hidden, class: 'captions' },
      picture.captions.map((one) => caption(one, pen)),
      'captions',
    ),
    element('g', { ...hidden, class: 'back' }, [...paintEdges(dashed, options, pen), ...halos], 'back'),
    element('g', { ...hidden, class: 'edges' }, paintEdges(solid, options, pen), 'edges'),
    element('g', { class: 'things' }, things.map(paintShape), 'things'),
    element('g', { ...hidden, class: 'front' }, paintEdges(front, options, pen), 'front'),
  ];
  const name = `${viewNames[picture.view]} of ${picture.title || 'the design'}: ${picture.subtitle}`;
  if (!theme) {
    return element('g', { role: 'tree', 'aria-label': name, 'font-family': fonts.panel }, layers);
  }
  const { width, height } = picture;
  const ground = element('rect', { width, height, fill: pen.ink('canvas') });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': fonts.file,
    },
    [element('title', {}, [name]), ground, ...layers],
  );
}

const viewNames = {
  dependencies: 'Resource dependencies',
  storage: 'Storage ownership',
  placement: 'Placement',
} as const;
