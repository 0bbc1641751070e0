import { provideVSCodeDesignSystem, vsCodeButton, vsCodeLink, vsCodeTextField } from '@vscode/webview-ui-toolkit';
import { h, type ComponentChildren, type JSX } from 'preact';

/**
 * The controls of the panel. This is the only file that knows the library they come from: another one is a change here.
 */

/** Registers the controls with the page. Must run before the first of them is rendered. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeLink(), vsCodeTextField());
}

interface ButtonProps {
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly primary?: boolean;
  readonly title?: string;
  readonly children?: ComponentChildren;
}

/** A button with words. */
export function Button({ onClick, disabled = false, primary = false, title, children }: ButtonProps): JSX.Element {
  return h('vscode-button', { appearance: primary ? 'primary' : 'secondary', onClick, disabled, title }, children);
}

/** A quiet button with an icon and words, for a tool bar. `title` is its name; the library would call it "Icon Button". */
export function ToolButton({
  onClick,
  disabled = false,
  title,
  icon,
  children,
}: ButtonProps & { readonly title: string; readonly icon: ComponentChildren }): JSX.Element {
  const start = h('span', { slot: 'start' }, icon);
  const properties = { class: 'words', appearance: 'icon', onClick, disabled, title, 'aria-label': title };
  return h('vscode-button', properties, [start, h('span', { class: 'label' }, children)]);
}

/** A button with an icon only; `title` is its name. */
export function IconButton({
  onClick,
  disabled = false,
  title,
  children,
}: ButtonProps & { readonly title: string }): JSX.Element {
  return h('vscode-button', { appearance: 'icon', onClick, disabled, title, 'aria-label': title }, children);
}

interface FindFieldProps {
  readonly value: string;
  readonly placeholder: string;
  readonly onInput: (value: string) => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  readonly hint: ComponentChildren;
  readonly icon: ComponentChildren;
}

/** A field to search with. */
export function FindField({ value, placeholder, onInput, onEnter, onEscape, hint, icon }: FindFieldProps): JSX.Element {
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape') onEscape();
  };
  const input = ({ target }: Event): void => {
    if (target instanceof HTMLElement && 'value' in target && typeof target.value === 'string') onInput(target.value);
  };
  const properties = { id: 'find', value, placeholder, 'aria-label': placeholder, onInput: input, onKeyDown: keys };
  return h('vscode-text-field', properties, [h('span', { slot: 'start' }, icon), h('span', { slot: 'end' }, hint)]);
}

interface LinkProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** Words that do something, inside a sentence. */
export function LinkButton({ onClick, children }: LinkProps): JSX.Element {
  const follow = (event: Event): void => {
    event.preventDefault();
    onClick();
  };
  return h('vscode-link', { href: '#', role: 'button', onClick: follow }, children);
}
