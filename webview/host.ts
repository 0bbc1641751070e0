import type { FromPanel, PanelState, ToPanel } from '../src/protocol/panel';
import { parsePage, parseSaved, parseToPanel, type Saved } from './messages';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The panel's side of the connection to the extension. */
export interface Host {
  send(message: FromPanel): void;
  listen(receive: (message: ToPanel) => void): void;
  /** The design the panel is of and the view it was opened with. */
  readonly page: PanelState;
  /** What was kept of the design when the panel was last hidden or the window closed. */
  readonly saved: Saved | undefined;
  save(state: Saved): void;
}

/** Connects to the extension. May be called once only: the editor hands out its interface a single time. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  const kept = parseSaved(api.getState());
  const page = parsePage(document.body.dataset) ?? { uri: '', view: 'dependencies' };
  return {
    send: (message) => api.postMessage(message),
    listen: (receive) =>
      window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const message = parseToPanel(data);
        if (message) receive(message);
      }),
    page,
    saved: kept?.uri === page.uri ? kept : undefined,
    save: (state) => api.setState(state),
  };
}
