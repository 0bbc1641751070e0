import * as vscode from 'vscode';
import type { FromPanel, Stamp, ToPanel, ViewName } from '../../../protocol/panel';
import { parseFromPanel } from '../../../protocol/parse';
import { methods } from '../../../protocol/server';
import type { PictureResult } from '../../../protocol/server';
import { guard, messageOf } from '../../infrastructure/boundary';
import { createDisposables } from '../../infrastructure/disposables';
import type { Ending } from '../../infrastructure/disposables';
import { editorOf } from '../../infrastructure/designs';
import { latestOnly } from '../../infrastructure/latest';
import type { Services } from '../../infrastructure/services';
import { actOn } from './actions';
import { panelPage } from './page';

/** One panel: a view of one design, always of its newest text. */
export interface DiagramPanel extends Ending {
  readonly uri: vscode.Uri;
  readonly view: ViewName;
  readonly active: boolean;
  /** Brings it to the front without taking the focus. */
  reveal(): void;
  /** Asks for a new picture; however often it is called, one request is under way. */
  refresh(): void;
  /** Marks the shape the cursor is in. */
  follow(): void;
}

/** What happens outside a panel when something happens in it. */
export interface PanelOwner {
  /** The panel came to the front or left it. */
  readonly activity: () => void;
  /** Whether the panel may show this view; if another panel already does, that one comes to the front. */
  readonly mayShow: (view: ViewName) => boolean;
  readonly closed: () => void;
}

const titles: Readonly<Record<ViewName, string>> = {
  dependencies: 'Resource Dependencies',
  storage: 'Storage Ownership',
  placement: 'Placement',
};

/** After this time without an answer the panel says that it is drawing (mock-ups, Empty, wrong, old). In ms. */
const patience_ms = 300;

function titleOf(uri: vscode.Uri, view: ViewName): string {
  return `${titles[view]}: ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`;
}

type Known = Exclude<PictureResult, { readonly kind: 'unknown' }>;

function messageFor(stamp: Stamp, result: Known): ToPanel {
  if (result.kind === 'unreadable') return { type: 'stale', stamp, line: result.line, message: result.message };
  return { type: 'picture', stamp, picture: result.picture, moment: result.moment };
}

/** Fills a webview panel, a new one or one that VS Code has brought back. */
export function createDiagramPanel(
  { extensionUri, log, server }: Services,
  panel: vscode.WebviewPanel,
  uri: vscode.Uri,
  firstView: ViewName,
  owner: PanelOwner,
): DiagramPanel {
  const disposables = createDisposables();
  let view = firstView;
  let loaded = false;
  let ended = false;
  /** The last picture of this view: a page that is loaded again starts from it. */
  let last: ToPanel | undefined;
  let stamp: Stamp = { uri: uri.toString(), version: 0, run: undefined, step: undefined };

  const post = (message: ToPanel): void => {
    if (loaded && !ended) void panel.webview.postMessage(message);
  };

  /** A design no editor shows may have been closed behind the panel; it is opened again for the second try. */
  const fetchPicture = async (anyway: boolean): Promise<Known> => {
    const params = { uri: uri.toString(), view, ...(anyway && { anyway: true as const }) };
    const first = await server.request(methods.picture, params);
    if (first.kind !== 'unknown') return first;
    await vscode.workspace.openTextDocument(uri);
    const second = await server.request(methods.picture, params);
    if (second.kind === 'unknown') throw new Error('The design cannot be opened.');
    return second;
  };

  const deliver = (result: Known): void => {
    const moment = result.kind === 'picture' ? result.moment : undefined;
    stamp = { uri: uri.toString(), version: result.version, run: moment?.run, step: moment?.step };
    const message = messageFor(stamp, result);
    if (message.type === 'picture') last = message;
    post(message);
  };

  const draw = async (): Promise<void> => {
    const asked = view;
    const drawing = setTimeout(() => {
      post({ type: 'drawing', stamp });
    }, patience_ms);
    try {
      const result = await fetchPicture(false);
      const partial = result.kind === 'unreadable' && !last ? await fetchPicture(true) : undefined;
      if (asked !== view) return;
      if (partial) deliver(partial);
      deliver(result);
    } catch (error) {
      log.error(
        `Picture of ${uri.toString()}, version ${stamp.version}:`,
        error instanceof Error ? error : String(error),
      );
      post({ type: 'failed', stamp, message: messageOf(error) });
    } finally {
      clearTimeout(drawing);
    }
  };
  const drawLatest = latestOnly(draw);
  const refresh = (): void => {
    if (loaded) drawLatest();
  };

  const mark = async (): Promise<void> => {
    const position = editorOf(uri)?.selection.active;
    if (!position) return;
    const { line, character } = position;
    const id = await server.request(methods.shapeAt, { uri: uri.toString(), view, line, character });
    post({ type: 'mark', stamp, id });
  };
  const markLatest = latestOnly(() => guard(log, 'Marking the shape at the cursor', mark));
  const follow = (): void => {
    if (loaded) markLatest();
  };

  const show = (next: ViewName): void => {
    if (next !== view) last = undefined;
    view = next;
    panel.title = titleOf(uri, view);
    refresh();
  };

  const receive = (message: FromPanel): void => {
    if (message.type === 'ready') {
      loaded = true;
      if (last) post(last);
      refresh();
      follow();
    } else if (message.type === 'view') {
      if (message.view !== view && owner.mayShow(message.view)) show(message.view);
    } else if (message.type === 'command' && message.command === 'retry') {
      refresh();
    } else {
      void guard(log, 'The action of the panel', () => actOn(message, uri, server));
    }
  };

  disposables.add(
    panel.webview.onDidReceiveMessage((value: unknown) => {
      const message = parseFromPanel(value);
      if (message) receive(message);
      else log.warn('The panel sent a message that is not known.');
    }),
  );
  disposables.add(
    panel.onDidChangeViewState(() => {
      loaded &&= panel.visible;
      owner.activity();
    }),
  );
  disposables.add(
    panel.onDidDispose(() => {
      ended = true;
      disposables.dispose();
      owner.closed();
    }),
  );
  panel.title = titleOf(uri, view);
  panel.webview.html = panelPage(panel.webview, extensionUri, { uri: uri.toString(), view });

  return {
    uri,
    get view() {
      return view;
    },
    get active() {
      return panel.active;
    },
    reveal: () => {
      panel.reveal(undefined, true);
    },
    refresh,
    follow,
    dispose: () => {
      panel.dispose();
    },
  };
}
