// What the workbench is told before it opens.

/** Names of the settings file's value for each look, as the pinned VS Code calls them. */
export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
};

/** @typedef {keyof typeof themes} Theme */

/** A workbench that shows the design and nothing else: no welcome page, no network, no second side bar. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** @param {Theme} theme */
export const themed = (theme) => ({ 'workbench.colorTheme': themes[theme], 'window.autoDetectColorScheme': false });
