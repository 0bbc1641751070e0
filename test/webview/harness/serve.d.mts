/** The panel in a plain page, for tests. */
export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** Builds the panel and serves it on a free port. The page is `/?theme=dark&view=storage`. */
export function serve(): Promise<Served>;
