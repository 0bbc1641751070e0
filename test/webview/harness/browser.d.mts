/**
 * What these tests use of playwright-core, which the project's own packages do not hold: its types are there only where
 * test/workbench is installed.
 */
export interface Locator {
  click(): Promise<void>;
  focus(): Promise<void>;
  first(): Locator;
  waitFor(): Promise<void>;
  getAttribute(name: string): Promise<string | null>;
  evaluate<T>(work: (element: Element) => T): Promise<T>;
}

export interface Page {
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  goto(address: string): Promise<unknown>;
  close(): Promise<void>;
  evaluate<T>(work: () => T): Promise<T>;
  evaluate<T, A>(work: (argument: A) => T, argument: A): Promise<T>;
  waitForFunction(condition: () => boolean): Promise<unknown>;
  screenshot(options: { readonly path: string }): Promise<unknown>;
  locator(selector: string): Locator;
  getByText(text: string): Locator;
  getByRole(role: 'button', options: { readonly name: string; readonly exact?: boolean }): Locator;
}

export interface Browser {
  newPage(options: {
    readonly viewport: { readonly width: number; readonly height: number };
    readonly reducedMotion?: 'reduce';
  }): Promise<Page>;
  close(): Promise<void>;
}

/** Whether there is a browser to be launched. */
export const hasBrowser: boolean;

/** A browser without a window. */
export function launch(): Promise<Browser>;
