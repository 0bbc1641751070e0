import type { ViewName } from '../diagram/scene';
import type { FromPanel, PanelState } from './panel';

/** What comes from the other side of a message channel is unknown until it has been looked at: these functions look. */

type PanelCommand = Extract<FromPanel, { readonly type: 'command' }>['command'];

const views: Readonly<Record<ViewName, true>> = { dependencies: true, storage: true, placement: true };

const panelCommands: Readonly<Record<PanelCommand, true>> = {
  newDesign: true,
  simulateFailover: true,
  stepForward: true,
  stepBack: true,
  showLog: true,
  retry: true,
};

/** Whether a value is an object whose fields may be asked for. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isView(value: unknown): value is ViewName {
  return typeof value === 'string' && Object.hasOwn(views, value);
}

function isPanelCommand(value: unknown): value is PanelCommand {
  return typeof value === 'string' && Object.hasOwn(panelCommands, value);
}

/** The message a panel sent, or undefined for anything that is none. */
export function parseFromPanel(value: unknown): FromPanel | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['type']) {
    case 'ready':
    case 'view':
      return isView(value['view']) ? { type: value['type'], view: value['view'] } : undefined;
    case 'reveal':
      return typeof value['id'] === 'string' ? { type: 'reveal', id: value['id'] } : undefined;
    case 'line':
      return typeof value['line'] === 'number' && Number.isSafeInteger(value['line']) && value['line'] >= 0
        ? { type: 'line', line: value['line'] }
        : undefined;
    case 'command':
      return isPanelCommand(value['command']) ? { type: 'command', command: value['command'] } : undefined;
    case 'export':
      return typeof value['svg'] === 'string' ? { type: 'export', svg: value['svg'] } : undefined;
    default:
      return undefined;
  }
}

/** The state VS Code kept for a panel, or undefined where it is not one of ours. */
export function parsePanelState(value: unknown): PanelState | undefined {
  if (!isRecord(value)) return undefined;
  const { uri, view } = value;
  return typeof uri === 'string' && isView(view) ? { uri, view } : undefined;
}
