import type { RefObject, VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { paint } from '../src/diagram/paint/paint';
import type { Picture } from '../src/diagram/picture';
import type { Moment } from '../src/protocol/panel';
import { isLarge, windowAt, within } from './culling';
import { draw } from './drawing';
import { focusable, whereTo } from './navigation';
import { zoomStep } from './ToolBar';
import { createViewport, type Viewport, type Zoom } from './viewport';

interface CanvasProps {
  readonly picture: Picture;
  readonly moment: Moment | undefined;
  readonly selected: string | undefined;
  readonly focused: string | undefined;
  readonly hits: readonly string[];
  /** Where the window stood when this view was left; undefined before the first time. */
  readonly zoom: Zoom | undefined;
  readonly viewport: RefObject<Viewport | undefined>;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onOpen: (id: string) => void;
  readonly onFocus: (id: string) => void;
  readonly onFind: () => void;
}

/** The id of the shape that an event happened on. */
function shapeOf(target: EventTarget | null): string | undefined {
  const shape = target instanceof Element ? target.closest('[data-id]') : null;
  return shape?.getAttribute('data-id') ?? undefined;
}

const pans: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The picture: drag, wheel and keys move over it, a click or Enter goes to the declaration. */
export function Canvas(props: CanvasProps): VNode {
  const { picture, moment, selected, focused, hits, viewport } = props;
  const svg = useRef<SVGSVGElement>(null);
  const ground = useRef<SVGGElement>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!svg.current || !ground.current) return undefined;
    const created = createViewport(svg.current, ground.current, (zoom) => latest.current.onZoom(zoom));
    viewport.current = created;
    const { zoom: kept, picture: first } = latest.current;
    if (kept) created.restore(kept);
    else created.fitWidth(first);
    return () => {
      created.destroy();
      viewport.current = undefined;
    };
  }, [picture.view, viewport]);

  useEffect(() => {
    const shape = latest.current.picture.shapes.find(({ id }) => id === selected);
    if (shape) viewport.current?.reveal(shape);
  }, [selected, viewport]);

  const first = focused ?? focusable(picture)[0]?.id;
  const { zoom } = props;
  const box = svg.current;
  const window = isLarge(picture) && zoom ? windowAt(zoom, box?.clientWidth ?? 0, box?.clientHeight ?? 0) : undefined;
  const windowKey = JSON.stringify(window);
  const drawing = useMemo(() => {
    const seen = window ? within(picture, window, first) : picture;
    const options = { changed: new Set(moment?.changed), selected, focused: first, hits: new Set(hits) };
    return draw(paint(seen, options));
  }, [picture, moment, selected, first, hits, windowKey]);

  const wanted = useRef<string | undefined>(undefined);
  useEffect(() => {
    const elements = [...(svg.current?.querySelectorAll<SVGElement>('[data-id]') ?? [])];
    const element = elements.find((candidate) => candidate.getAttribute('data-id') === wanted.current);
    if (wanted.current !== undefined) element?.focus({ preventScroll: true });
    wanted.current = undefined;
  }, [first, drawing]);
  const giveFocus = (id: string): void => {
    wanted.current = id;
    props.onFocus(id);
    const shape = picture.shapes.find((candidate) => candidate.id === id);
    if (shape) viewport.current?.reveal(shape);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const id = shapeOf(event.target) ?? first;
    const pan = event.altKey ? pans[event.key] : undefined;
    if (pan) viewport.current?.pan(...pan);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === '+' || event.key === '=') viewport.current?.zoomBy(zoomStep);
    else if (event.key === '-') viewport.current?.zoomBy(1 / zoomStep);
    else if (event.key === '0') viewport.current?.fullSize();
    else if (event.key === '1') viewport.current?.fit(picture);
    else if (event.key === '/') props.onFind();
    else if (id !== undefined && event.key === 'Enter') props.onOpen(id);
    else {
      const next = id === undefined ? undefined : whereTo(picture, id, event.key);
      if (next === undefined) return;
      giveFocus(next);
    }
    event.preventDefault();
  };

  return (
    <svg
      ref={svg}
      class={moment ? 'canvas stepping' : 'canvas'}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const id = shapeOf(event.target);
        if (id !== undefined) props.onOpen(id);
      }}
      onFocusIn={(event) => {
        const id = shapeOf(event.target);
        if (id !== undefined) props.onFocus(id);
      }}
    >
      <g ref={ground} class="ground" key={picture.view}>
        {drawing}
      </g>
    </svg>
  );
}
