import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent, type ZoomTransform } from 'd3-zoom';
import type { Picture, Shape } from '../src/diagram/picture';

const limits = { least: 0.05, readable: 0.7, most: 4, margin: 24, keyStep: 80 } as const;

/** Where the picture lies under the window of the panel: scale and offset in px. */
export interface Zoom {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** The window onto the picture. It moves only when it is told to: a new picture leaves it where it is. */
export interface Viewport {
  zoomBy(factor: number): void;
  fullSize(): void;
  /** Shows the whole picture, never larger than full size. */
  fit(picture: Picture): void;
  /** Shows the picture from its top left, as wide as there is room but never smaller than it can be read. */
  fitWidth(picture: Picture): void;
  pan(columns: number, rows: number): void;
  /** Brings a shape into view, if it is not. */
  reveal(shape: Shape): void;
  restore(zoom: Zoom): void;
  destroy(): void;
}

/** Makes `svg` a window onto what `ground` holds: drag and wheel move it, the wheel with Ctrl and two fingers scale it. */
export function createViewport(svg: SVGSVGElement, ground: SVGGElement, onZoom: (zoom: Zoom) => void): Viewport {
  const selection = select(svg);
  const size = () => ({ width: svg.clientWidth, height: svg.clientHeight });
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([limits.least, limits.most])
    .clickDistance(4)
    .filter((event: Event) => !(event instanceof WheelEvent) && !(event instanceof MouseEvent && event.button !== 0))
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      ground.classList.toggle('gliding', sourceEvent === null);
      ground.setAttribute('transform', `translate(${transform.x} ${transform.y}) scale(${transform.k})`);
      onZoom({ k: transform.k, x: transform.x, y: transform.y });
    });
  selection.call(behaviour).on('dblclick.zoom', null);

  const now = (): ZoomTransform => zoomTransform(svg);
  const go = (transform: ZoomTransform): void =>
    void selection.call((target) => behaviour.transform(target, transform));

  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    ground.classList.remove('gliding');
    if (event.ctrlKey || event.metaKey) {
      const { left, top } = svg.getBoundingClientRect();
      const factor = 2 ** (-event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 0.01 : 0.2));
      behaviour.scaleBy(selection, factor, [event.clientX - left, event.clientY - top]);
    } else {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : limits.keyStep / 4;
      const [across, down] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
      behaviour.translateBy(selection, (-across * unit) / now().k, (-down * unit) / now().k);
    }
    ground.classList.remove('gliding');
  };
  svg.addEventListener('wheel', wheel, { passive: false });

  return {
    zoomBy: (factor) => behaviour.scaleBy(selection, factor),
    fullSize: () => behaviour.scaleTo(selection, 1),
    fit: (picture) => {
      const { width, height } = size();
      const k = Math.max(limits.least, Math.min(1, width / picture.width, height / picture.height));
      go(zoomIdentity.scale(k));
    },
    fitWidth: (picture) => go(zoomIdentity.scale(Math.max(limits.readable, Math.min(1, size().width / picture.width)))),
    pan: (columns, rows) => {
      const { k } = now();
      behaviour.translateBy(selection, (-columns * limits.keyStep) / k, (-rows * limits.keyStep) / k);
    },
    reveal: (shape) => {
      const { width, height } = size();
      const { k, x, y } = now();
      const left = shape.x * k + x;
      const top = shape.y * k + y;
      const right = left + shape.width * k;
      const bottom = top + shape.height * k;
      if (left >= 0 && top >= 0 && right <= width && bottom <= height) return;
      if (right > 0 && bottom > 0 && left < width && top < height && shape.form === 'container') return;
      const across =
        left < 0 || shape.width * k > width ? limits.margin - left : Math.min(0, width - limits.margin - right);
      const down =
        top < 0 || shape.height * k > height ? limits.margin - top : Math.min(0, height - limits.margin - bottom);
      go(zoomIdentity.translate(x + across, y + down).scale(k));
    },
    restore: ({ k, x, y }) => {
      go(zoomIdentity.translate(x, y).scale(k));
      ground.classList.remove('gliding');
    },
    destroy: () => {
      svg.removeEventListener('wheel', wheel);
      selection.on('.zoom', null);
    },
  };
}
