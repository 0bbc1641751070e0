import type { VNode } from 'preact';
import type { ViewName } from '../src/diagram/scene';
import { FindField, IconButton, ToolButton } from './ui/controls';
import { Icon } from './ui/icons';

/** The views there are, in the order of the switch. */
const views: readonly (readonly [view: ViewName, label: string])[] = [
  ['dependencies', 'Dependencies'],
  ['storage', 'Storage'],
];

interface ToolBarProps {
  readonly view: ViewName;
  readonly title: string;
  readonly subtitle: string;
  readonly query: string;
  /** What the search came to: `3 found`; empty without one. */
  readonly found: string;
  readonly percent: number;
  readonly hasPicture: boolean;
  readonly onView: (view: ViewName) => void;
  readonly onFind: (query: string) => void;
  readonly onNextHit: () => void;
  readonly onLeaveFind: () => void;
  readonly onZoom: (factor: number) => void;
  readonly onFullSize: () => void;
  readonly onFit: () => void;
  readonly onExport: () => void;
}

/** How much one press of a zoom button or key does. */
export const zoomStep = 1.25;

/** View, what the picture is of, search, zoom, export. */
export function ToolBar(props: ToolBarProps): VNode {
  const { view, title, subtitle, query, found, percent, hasPicture } = props;
  return (
    <div class="toolbar" role="toolbar" aria-label="Picture">
      <div class="views" role="group" aria-label="View">
        {views.map(([name, label]) => (
          <button key={name} type="button" aria-pressed={name === view} onClick={() => props.onView(name)}>
            {label}
          </button>
        ))}
      </div>
      <span class="separator" />
      <h1>{title}</h1>
      <span class="subtitle">{subtitle}</span>
      <span class="space" />
      <FindField
        value={query}
        placeholder="Find in picture"
        onInput={props.onFind}
        onEnter={props.onNextHit}
        onEscape={props.onLeaveFind}
        icon={<Icon name="find" />}
        hint={query === '' ? <kbd>Ctrl+F</kbd> : <span aria-live="polite">{found}</span>}
      />
      <span class="separator" />
      <IconButton title="Zoom out (-)" disabled={!hasPicture} onClick={() => props.onZoom(1 / zoomStep)}>
        <Icon name="zoomOut" />
      </IconButton>
      <button class="percent" type="button" title="Full size (0)" disabled={!hasPicture} onClick={props.onFullSize}>
        {`${percent} %`}
      </button>
      <IconButton title="Zoom in (+)" disabled={!hasPicture} onClick={() => props.onZoom(zoomStep)}>
        <Icon name="zoomIn" />
      </IconButton>
      <IconButton title="Fit (1)" disabled={!hasPicture} onClick={props.onFit}>
        <Icon name="fit" />
      </IconButton>
      <span class="separator" />
      <ToolButton
        title="Export the picture as an SVG file"
        disabled={!hasPicture}
        onClick={props.onExport}
        icon={<Icon name="export" />}
      >
        Export
      </ToolButton>
    </div>
  );
}
