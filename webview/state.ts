import type { Picture } from '../src/diagram/picture';
import type { ViewName } from '../src/diagram/scene';
import type { Moment, Stamp, ToPanel } from '../src/protocol/panel';

/** All that the panel shows. The extension has the truth; this is what of it has arrived, and what the reader chose. */
export interface Shown {
  /** The view of the picture. Another view is shown when its picture is there: the extension may have it elsewhere. */
  readonly view: ViewName;
  readonly stamp: Stamp | undefined;
  readonly picture: Picture | undefined;
  readonly moment: Moment | undefined;
  /** Line, from 0, that cannot be read at the moment. */
  readonly unreadable: { readonly line: number; readonly message: string } | undefined;
  readonly drawing: boolean;
  readonly failed: string | undefined;
  readonly selected: string | undefined;
  /** The shape that Tab reaches; undefined: the first. */
  readonly focused: string | undefined;
  readonly query: string;
}

export type Action =
  | ToPanel
  | { readonly type: 'select'; readonly id: string | undefined }
  | { readonly type: 'focus'; readonly id: string }
  | { readonly type: 'find'; readonly query: string };

/** The panel before its first picture. */
export function initialState(view: ViewName, selected: string | undefined): Shown {
  const nothing = { stamp: undefined, picture: undefined, moment: undefined, unreadable: undefined, failed: undefined };
  return { view, ...nothing, drawing: false, selected, focused: undefined, query: '' };
}

/** What the panel shows after an action. */
export function reduce(state: Shown, action: Action): Shown {
  switch (action.type) {
    case 'select':
      return { ...state, selected: action.id };
    case 'focus':
      return { ...state, focused: action.id };
    case 'find':
      return { ...state, query: action.query };
    default:
      // The extension asks for one picture at a time and sends them in order: what comes last is the newest.
      return receive(state, action);
  }
}

function receive(state: Shown, message: ToPanel): Shown {
  switch (message.type) {
    case 'picture': {
      const { stamp, picture, moment } = message;
      const known = picture.shapes.some(({ id }) => id === state.focused);
      const settled = { unreadable: undefined, drawing: false, failed: undefined };
      return {
        ...state,
        view: picture.view,
        stamp,
        picture,
        moment,
        ...settled,
        focused: known ? state.focused : undefined,
      };
    }
    case 'stale':
      return {
        ...state,
        drawing: false,
        failed: undefined,
        unreadable: { line: message.line, message: message.message },
      };
    case 'drawing':
      return { ...state, drawing: true };
    case 'failed':
      return { ...state, drawing: false, failed: message.message };
    case 'mark':
      return { ...state, selected: message.id ?? undefined };
  }
}

/** Ids of the shapes whose name or second line holds the words searched for, in reading order. */
export function hitsOf(picture: Picture | undefined, query: string): readonly string[] {
  const words = query.trim().toLowerCase();
  if (!picture || words === '') return [];
  const found = picture.shapes.filter(
    ({ form, label, detail }) =>
      form !== 'lane' && form !== 'gate' && `${label}\n${detail}`.toLowerCase().includes(words),
  );
  return found.map(({ id }) => id);
}
