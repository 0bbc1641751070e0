import type * as vscode from 'vscode';
import type { FromPanel, ViewName } from '../../../protocol/panel';
import { parseFromPanel } from '../../../protocol/parse';
import { guard } from '../../infrastructure/boundary';
import { createDisposables } from '../../infrastructure/disposables';
import type { Ending } from '../../infrastructure/disposables';
import type { Services } from '../../infrastructure/services';
import { actOn } from './actions';
import { createPanelFeed } from './feed';
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

function titleOf(uri: vscode.Uri, view: ViewName): string {
  return `${titles[view]}: ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`;
}

/** Fills a webview panel, a new one or one that VS Code has brought back. */
export function createDiagramPanel(
  services: Services,
  panel: vscode.WebviewPanel,
  uri: vscode.Uri,
  firstView: ViewName,
  owner: PanelOwner,
): DiagramPanel {
  const { extensionUri, log, server } = services;
  const disposables = createDisposables();
  /** Whether there is a page: a hidden panel has none, and loads it anew when it is shown. */
  let loaded = false;
  const feed = createPanelFeed(services, uri, firstView, (message) => {
    if (loaded) void panel.webview.postMessage(message);
  });
  const refresh = (): void => {
    if (loaded) feed.draw();
  };
  const follow = (): void => {
    if (loaded) feed.mark();
  };
  const turnTo = (view: ViewName): void => {
    feed.turnTo(view);
    panel.title = titleOf(uri, view);
    refresh();
  };

  const receive = (message: FromPanel): void => {
    if (message.type === 'ready') {
      loaded = true;
      feed.repeat();
      refresh();
      follow();
    } else if (message.type === 'view') {
      if (message.view !== feed.view && owner.mayShow(message.view)) turnTo(message.view);
    } else if (message.type === 'command' && message.command === 'retry') {
      void guard(log, 'Starting the language server', () => server.start()).then(refresh);
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
      loaded = false;
      disposables.dispose();
      owner.closed();
    }),
  );
  panel.title = titleOf(uri, firstView);
  panel.webview.html = panelPage(panel.webview, extensionUri, { uri: uri.toString(), view: firstView });

  return {
    uri,
    get view() {
      return feed.view;
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
