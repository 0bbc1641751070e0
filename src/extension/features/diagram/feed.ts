import * as vscode from 'vscode';
import type { Stamp, ToPanel, ViewName } from '../../../protocol/panel';
import { methods } from '../../../protocol/server';
import type { PictureResult } from '../../../protocol/server';
import { messageOf } from '../../infrastructure/boundary';
import { editorOf } from '../../infrastructure/designs';
import { latestOnly } from '../../infrastructure/latest';
import type { Services } from '../../infrastructure/services';

/** What a panel is fed with: pictures of a design and the mark at the cursor. However often it is asked, one request of a kind is under way. */
export interface PanelFeed {
  readonly view: ViewName;
  /** Turns to another view. */
  turnTo(view: ViewName): void;
  /** Sends the last picture of the view again, for a page that has just been loaded. */
  repeat(): void;
  /** Asks for a picture of the newest text. */
  draw(): void;
  /** Marks the shape the cursor is in. */
  mark(): void;
}

type Known = Exclude<PictureResult, { readonly kind: 'unknown' }>;

/** After this time without an answer the panel says that it is drawing (mock-ups, Empty, wrong, old). In ms. */
const patience_ms = 300;

function messageFor(stamp: Stamp, result: Known): ToPanel {
  if (result.kind === 'unreadable') return { type: 'stale', stamp, line: result.line, message: result.message };
  return { type: 'picture', stamp, picture: result.picture, moment: result.moment };
}

/** Feeds one panel. `post` hands a message to its page, if it has one at the moment. */
export function createPanelFeed(
  { log, server }: Services,
  uri: vscode.Uri,
  firstView: ViewName,
  post: (message: ToPanel) => void,
): PanelFeed {
  const address = uri.toString();
  let view = firstView;
  let last: ToPanel | undefined;
  let stamp: Stamp = { uri: address, version: 0, run: undefined, step: undefined };

  const report = (what: string, error: unknown): void => {
    log.error(`${what} of ${address}, version ${stamp.version}:`, error instanceof Error ? error : String(error));
  };

  /** A design no editor shows may have been closed behind the panel; it is opened again for the second try. */
  const fetchPicture = async (anyway: boolean): Promise<Known> => {
    const params = { uri: address, view, ...(anyway && { anyway: true as const }) };
    const first = await server.request(methods.picture, params);
    if (first.kind !== 'unknown') return first;
    await vscode.workspace.openTextDocument(uri);
    const second = await server.request(methods.picture, params);
    if (second.kind === 'unknown') throw new Error('The design cannot be opened.');
    return second;
  };

  const deliver = (result: Known): void => {
    const moment = result.kind === 'picture' ? result.moment : undefined;
    stamp = { uri: address, version: result.version, run: moment?.run, step: moment?.step };
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
      report('Picture', error);
      post({ type: 'failed', stamp, message: messageOf(error) });
    } finally {
      clearTimeout(drawing);
    }
  };

  const mark = async (): Promise<void> => {
    const position = editorOf(uri)?.selection.active;
    if (!position) return;
    const { line, character } = position;
    try {
      const id = await server.request(methods.shapeAt, { uri: address, view, line, character });
      post({ type: 'mark', stamp, id });
    } catch (error) {
      report('Mark at the cursor', error);
    }
  };

  return {
    get view() {
      return view;
    },
    turnTo: (next) => {
      if (next !== view) last = undefined;
      view = next;
    },
    repeat: () => {
      if (last) post(last);
    },
    draw: latestOnly(draw),
    mark: latestOnly(mark),
  };
}
