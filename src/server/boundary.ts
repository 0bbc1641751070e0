import { ErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where the server reports what went wrong. */
export interface Log {
  error(message: string): void;
}

/** Whatever was thrown, for the log. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Names what a handler works on, with the version of the text, for the log. */
export type Subject<P> = (params: P) => string;

/** Makes handlers safe: what one throws is written to the log with the version of the document, and the next request works again. */
export interface Boundary<P> {
  /** For features of the editor: it shows nothing rather than an error. */
  orElse<Q extends P, R>(what: string, fallback: R, handle: (params: Q) => R | Promise<R>): (params: Q) => Promise<R>;
  /** For requests whose failure the caller shows. */
  orFail<Q extends P, R>(what: string, handle: (params: Q) => R | Promise<R>): (params: Q) => Promise<R>;
}

/** The boundary of one server. */
export function createBoundary<P>(log: Log, subject: Subject<P>): Boundary<P> {
  const report = (what: string, params: P, error: unknown): void => {
    log.error(`${what} for ${subject(params)}: ${traceOf(error)}`);
  };
  return {
    orElse: (what, fallback, handle) => async (params) => {
      try {
        return await handle(params);
      } catch (error) {
        report(what, params, error);
        return fallback;
      }
    },
    orFail: (what, handle) => async (params) => {
      try {
        return await handle(params);
      } catch (error) {
        report(what, params, error);
        throw new ResponseError(ErrorCodes.InternalError, error instanceof Error ? error.message : String(error));
      }
    },
  };
}
