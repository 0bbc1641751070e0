import type { Picture } from '../diagram/picture';
import type { ViewName } from '../diagram/scene';

export type { ViewName } from '../diagram/scene';

/**
 * The messages between the extension and its panel: two closed unions. Each carries the version of the document and, while a
 * simulation runs, the id of the run it belongs to, so that nothing old is ever shown as new. Both ends parse what they get.
 */

/** What a picture is of. `version` is the document's version; `run` and `step` name the moment of a simulation. */
export interface Stamp {
  readonly uri: string;
  readonly version: number;
  readonly run: string | undefined;
  readonly step: number | undefined;
}

export type ToPanel =
  /** A new picture. It is of the text that `stamp` names. */
  | { readonly type: 'picture'; readonly stamp: Stamp; readonly picture: Picture; readonly moment: Moment | undefined }
  /** The text cannot be read at the moment: the last picture stays, with a bar above it. Line from 0. */
  | { readonly type: 'stale'; readonly stamp: Stamp; readonly line: number; readonly message: string }
  /** The layout takes longer than 300 ms. */
  | { readonly type: 'drawing'; readonly stamp: Stamp }
  /** The picture could not be drawn. */
  | { readonly type: 'failed'; readonly stamp: Stamp; readonly message: string }
  /** The editor's cursor is in the declaration of this shape; null: in none. */
  | { readonly type: 'mark'; readonly stamp: Stamp; readonly id: string | null };

/** One moment of a simulation as the panel shows it. */
export interface Moment {
  readonly run: string;
  readonly scenario: string;
  readonly step: number;
  readonly steps: number;
  readonly time_ms: number;
  readonly text: string;
  /** Ids of the shapes whose state or owner changed in this step. */
  readonly changed: readonly string[];
}

export type FromPanel =
  /** The panel is there and wants its picture. */
  | { readonly type: 'ready'; readonly view: ViewName }
  /** Show another view of the same design. */
  | { readonly type: 'view'; readonly view: ViewName }
  /** Go to the declaration of the shape. */
  | { readonly type: 'reveal'; readonly id: string }
  /** Go to a line, from 0. */
  | { readonly type: 'line'; readonly line: number }
  /** Run a command of the extension; only those named here. */
  | {
      readonly type: 'command';
      readonly command: 'newDesign' | 'simulateFailover' | 'stepForward' | 'stepBack' | 'showLog' | 'retry';
    }
  /** Save the picture as an SVG file. */
  | { readonly type: 'export'; readonly svg: string };

/** Type of the webview panels; VS Code stores it with a panel it brings back after a restart. */
export const panelType = 'hacluster.diagram';

/**
 * What a panel keeps with `setState`, so that it comes back after a restart. The page says both at the start, as
 * `data-uri` and `data-view` of its body; whatever else the panel keeps for itself is its own business.
 */
export interface PanelState {
  readonly uri: string;
  readonly view: ViewName;
}
