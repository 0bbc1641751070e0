/** The colour roles of a drawing (design, Colour roles). The panel's style sheet gives each a theme variable of the editor. */
export const roles = [
  'canvas',
  'lane',
  'card',
  'text',
  'muted',
  'line',
  'card-line',
  'rule',
  'edge',
  'faint',
  'accent',
  'online',
  'offline',
  'failed',
  'pending',
  'partial',
  'paused',
  'isolated',
  'queued',
  'error',
  'warning',
  'failed-tint',
  'pending-tint',
  'partial-tint',
  'paused-tint',
  'isolated-tint',
  'queued-tint',
] as const;

export type Role = (typeof roles)[number];

export type Theme = Readonly<Record<Role, string>>;

/** The built-in light theme, with its yellow darkened until marks have 3:1; what an exported picture is drawn in. */
export const lightTheme: Theme = {
  canvas: '#FFFFFF',
  lane: '#F8F8F8',
  card: '#FFFFFF',
  text: '#3B3B3B',
  muted: '#616161',
  line: '#E0E0E0',
  'card-line': '#CBCBCB',
  rule: '#ECECEC',
  edge: '#767676',
  faint: '#8E8E8E',
  accent: '#005FB8',
  online: '#388A34',
  offline: '#616161',
  failed: '#CD3131',
  pending: '#A66F00',
  partial: '#A66F00',
  paused: '#652D90',
  isolated: '#B8560F',
  queued: '#652D90',
  error: '#CD3131',
  warning: '#A66F00',
  'failed-tint': '#FBECEC',
  'pending-tint': '#F7F2E8',
  'partial-tint': '#F7F2E8',
  'paused-tint': '#F1ECF5',
  'isolated-tint': '#F9F0E9',
  'queued-tint': '#F1ECF5',
};

/** What a role is painted with: a custom property in the panel, a fixed colour in a file. */
export type Ink = (role: Role) => string;

/** The ink of the panel: the style sheet says what the role is. */
export const panelInk: Ink = (role) => `var(--hacd-${role})`;

/** The ink of a file, valid in any viewer. */
export function fixedInk(theme: Theme): Ink {
  return (role) => theme[role];
}

export const fonts = {
  /** Drawn with what the reader has; the sizes leave room for the widest of them. */
  file: "'Segoe UI', 'Open Sans', system-ui, sans-serif",
  panel: 'var(--vscode-font-family, sans-serif)',
} as const;
