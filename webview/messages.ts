import type { Caption, Picture, Point, Route, Shape, ShapeForm } from '../src/diagram/picture';
import type { EdgeKind, FindingCount, PathMark, ShapeKind, ViewName } from '../src/diagram/scene';
import type { Moment, PanelState, Stamp, ToPanel } from '../src/protocol/panel';
import type { Zoom } from './viewport';

/** Whether an unknown value is what it should be. Everything that comes into the panel is parsed with these. */
type Guard<T> = (value: unknown) => value is T;

type Fields = Readonly<Record<string, Guard<unknown>>>;
type Parsed<F extends Fields> = { readonly [K in keyof F]: F[K] extends Guard<infer T> ? T : never };

const isText: Guard<string> = (value) => typeof value === 'string';
const isNumber: Guard<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);
const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';
const isUndefined: Guard<undefined> = (value) => value === undefined;
const isNull: Guard<null> = (value) => value === null;
const isTrue: Guard<true> = (value) => value === true;

function isObject<F extends Fields>(fields: F): Guard<Parsed<F>> {
  const entries = Object.entries(fields);
  return (value): value is Parsed<F> =>
    typeof value === 'object' &&
    value !== null &&
    entries.every(([name, guard]) => guard(Object.getOwnPropertyDescriptor(value, name)?.value));
}

function isList<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((one) => guard(one));
}

function isEither<A, B>(one: Guard<A>, other: Guard<B>): Guard<A | B> {
  return (value): value is A | B => one(value) || other(value);
}

/** One of the names of a table; the table has each member of the type, so none can be forgotten. */
function isNameIn<T extends string>(table: Readonly<Record<T, true>>): Guard<T> {
  return (value): value is T => typeof value === 'string' && Object.hasOwn(table, value);
}

const isViewName = isNameIn<ViewName>({ dependencies: true, storage: true, placement: true });
const isPathMark = isNameIn<PathMark>({ owner: true, path: true, none: true });
const isSeverity = isNameIn<FindingCount['severity']>({ error: true, warning: true, info: true, hint: true });
const isCaptionRole = isNameIn<Caption['role']>({ column: true, hint: true });
const isForm = isNameIn<ShapeForm>({
  ...{ lane: true, container: true, card: true, volume: true },
  ...{ row: true, gate: true, note: true },
});
const isEdgeKind = isNameIn<EdgeKind>({
  ...{ depends_on: true, owns: true, holds: true },
  ...{ stores: true, parent_of: true, reaches: true },
});
const isShapeKind = isNameIn<ShapeKind>({
  ...{ node: true, storage: true, disk: true, passthrough: true, volume: true, mount_point: true, shared_volume: true },
  ...{ vhd: true, differencing: true, configuration: true, virtual_machine: true, group: true, network_name: true },
  ...{ ip_address: true, file_server: true, file_share: true, service: true, application: true, script: true },
  ...{ resource: true, witness: true, gate: true, lane: true },
});

const isFindingCount = isObject({ severity: isSeverity, count: isNumber, message: isText });
const isPoint: Guard<Point> = isObject({ x: isNumber, y: isNumber });

const isShape: Guard<Shape> = isObject({
  ...{ id: isText, kind: isShapeKind, form: isForm },
  ...{ x: isNumber, y: isNumber, width: isNumber, height: isNumber },
  ...{ label: isText, detail: isText },
  parent: isEither(isText, isUndefined),
  state: isEither(isText, isUndefined),
  findings: isEither(isFindingCount, isUndefined),
  paths: isEither(isList(isPathMark), isUndefined),
  absent: isEither(isTrue, isUndefined),
});

const isRoute: Guard<Route> = isObject({
  ...{ id: isText, from: isText, to: isText, kind: isEdgeKind },
  ...{ missing: isBoolean, arrow: isBoolean },
  points: isList(isPoint),
  words: isEither(isText, isUndefined),
  onSelection: isEither(isTrue, isUndefined),
});

const isCaption: Guard<Caption> = isObject({ x: isNumber, y: isNumber, text: isText, role: isCaptionRole });

const isPicture: Guard<Picture> = isObject({
  ...{ view: isViewName, title: isText, subtitle: isText },
  ...{ width: isNumber, height: isNumber },
  shapes: isList(isShape),
  edges: isList(isRoute),
  captions: isList(isCaption),
});

const isStamp: Guard<Stamp> = isObject({
  ...{ uri: isText, version: isNumber },
  run: isEither(isText, isUndefined),
  step: isEither(isNumber, isUndefined),
});

const isMoment: Guard<Moment> = isObject({
  ...{ run: isText, scenario: isText, text: isText },
  ...{ step: isNumber, steps: isNumber, time_ms: isNumber },
  changed: isList(isText),
});

/** What each message carries besides its type. */
const messages: { readonly [T in ToPanel['type']]: Guard<Extract<ToPanel, { readonly type: T }>> } = {
  picture: isMessage('picture', { stamp: isStamp, picture: isPicture, moment: isEither(isMoment, isUndefined) }),
  stale: isMessage('stale', { stamp: isStamp, line: isNumber, message: isText }),
  drawing: isMessage('drawing', { stamp: isStamp }),
  failed: isMessage('failed', { stamp: isStamp, message: isText }),
  mark: isMessage('mark', { stamp: isStamp, id: isEither(isText, isNull) }),
};

function isMessage<T extends string, F extends Fields>(type: T, fields: F): Guard<Parsed<F> & { readonly type: T }> {
  const isType: Guard<T> = (value): value is T => value === type;
  const guard = isObject({ ...fields, type: isType });
  return (value): value is Parsed<F> & { readonly type: T } => guard(value);
}

/** A message of the extension; undefined for anything else, which the panel passes over. */
export function parseToPanel(data: unknown): ToPanel | undefined {
  const known = Object.values(messages).find((guard: Guard<ToPanel>) => guard(data));
  return known?.(data) ? data : undefined;
}

/** What the panel keeps between its lives, besides what the extension needs to bring it back. */
export interface Saved extends PanelState {
  readonly zoom: Zoom | undefined;
  readonly selected: string | undefined;
}

const isSaved: Guard<Saved> = isObject({
  uri: isText,
  view: isViewName,
  zoom: isEither(isObject({ k: isNumber, x: isNumber, y: isNumber }), isUndefined),
  selected: isEither(isText, isUndefined),
});

/** The kept state; undefined where there is none or it is of another make. */
export function parseSaved(data: unknown): Saved | undefined {
  return isSaved(data) ? data : undefined;
}

/** What the page says of itself: the design and the view it was made for. */
export function parsePage(data: Readonly<Record<string, string | undefined>>): PanelState | undefined {
  const { uri, view } = data;
  return isText(uri) && isViewName(view) ? { uri, view } : undefined;
}
