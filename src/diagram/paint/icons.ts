import type { ShapeKind } from '../scene';
import { element, type Tree } from './tree';
import type { Ink, Role } from './theme';

type Stroke = readonly [
  tag: 'path' | 'rect' | 'circle' | 'ellipse',
  attributes: Readonly<Record<string, string | number>>,
];

const path = (d: string): Stroke => ['path', { d }];
const rect = (x: number, y: number, width: number, height: number, rx: number): Stroke => [
  'rect',
  { x, y, width, height, rx },
];
const circle = (cx: number, cy: number, r: number): Stroke => ['circle', { cx, cy, r }];

const sheet = path('M3 1.5h6.5L13 5v9.5H3zM9.5 1.5V5H13');
const platterTop: Stroke = ['ellipse', { cx: 8, cy: 4, rx: 5.5, ry: 2.2 }];
const platterSide = path('M2.5 4v8c0 1.2 2.5 2.2 5.5 2.2s5.5-1 5.5-2.2V4');
const folder = 'M1.5 12.5v-9H6l1.5 2h7v7z';

/** One icon a kind, 16 px, strokes of 1.2. */
const icons: Readonly<Record<ShapeKind, readonly Stroke[]>> = {
  node: [rect(1.5, 2, 13, 5, 1), rect(1.5, 9, 13, 5, 1), path('M4 4.5h.01M4 11.5h.01M10 4.5h2M10 11.5h2')],
  storage: [rect(2, 1.5, 12, 13, 1), path('M2 5.8h12M2 10.1h12M4.5 3.7h.01M4.5 8h.01M4.5 12.3h.01')],
  disk: [platterTop, platterSide, path('M2.5 8c0 1.2 2.5 2.2 5.5 2.2s5.5-1 5.5-2.2')],
  passthrough: [platterTop, platterSide, path('M5 9h6M9 7l2 2-2 2')],
  volume: [path('M1.5 9.5l2-6h9l2 6v3a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1zM1.5 9.5h13M11.5 11.5h.01')],
  mount_point: [path(folder), path('M5.5 9h5M8.5 7l2 2-2 2')],
  shared_volume: [
    circle(8, 3.4, 1.9),
    circle(3.2, 12, 1.9),
    circle(12.8, 12, 1.9),
    path('M7 5.1L4.2 10.3M9 5.1l2.8 5.2M5.2 12h5.6'),
  ],
  vhd: [sheet, rect(5.3, 8, 5.4, 3.6, 0.6)],
  differencing: [sheet, path('M5.4 12L8 7.5l2.6 4.5z')],
  configuration: [sheet, path('M5.5 8h5M5.5 10.2h5M5.5 12.4h3')],
  virtual_machine: [rect(1.5, 2.5, 13, 8.5, 1), path('M5.5 14h5M8 11v3M6.8 5v3.5l2.9-1.75z')],
  group: [
    ['rect', { x: 2, y: 2, width: 12, height: 12, rx: 2, 'stroke-dasharray': '2.5 2' }],
    rect(5.5, 5.5, 5, 5, 0.8),
  ],
  network_name: [path('M2 2.5h5.5L14 9l-5 5-6.5-6.5zM5 5.5h.01')],
  ip_address: [
    circle(8, 8, 6),
    path('M2 8h12M8 2c2 1.6 2.8 3.7 2.8 6S10 12.4 8 14M8 2C6 3.6 5.2 5.7 5.2 8S6 12.4 8 14'),
  ],
  file_server: [path(folder), path('M1.5 7.5h13')],
  file_share: [path(folder), path('M1.5 7.5h13')],
  service: [
    circle(8, 8, 2.2),
    path('M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M3.6 12.4L5 11M11 5l1.4-1.4'),
  ],
  application: [rect(2, 2.5, 12, 11, 1), path('M2 5.5h12')],
  script: [rect(2, 2.5, 12, 11, 1), path('M2 5.5h12M5 8.5L7 10l-2 1.5M8.5 11.5H11')],
  resource: [rect(3, 3, 10, 10, 2), path('M8 6v4M6 8h4')],
  witness: [rect(2, 6.5, 12, 8, 1), path('M5.5 6.5V2h5v4.5M5 9.5h6')],
  gate: [],
  lane: [['rect', { x: 2, y: 3, width: 12, height: 10, rx: 2, 'stroke-dasharray': '2.5 2' }]],
};

/** The icon of a kind with its top left corner at `x`, `y`. */
export function icon(kind: ShapeKind, x: number, y: number, role: Role, ink: Ink): Tree {
  const stroke = { stroke: ink(role), 'stroke-width': 1.2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return element(
    'g',
    { transform: `translate(${x} ${y})`, fill: 'none', ...stroke },
    icons[kind].map(([tag, attributes]) => element(tag, attributes)),
  );
}
