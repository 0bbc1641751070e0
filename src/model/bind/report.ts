import type { Declaration } from '../../language/declaration';
import type { Finding, Fix, Related } from '../../language/finding';
import type { Span } from '../../language/span';

/** Takes what the binder finds wrong in one declaration. */
export interface Reporter {
  readonly declaration: Declaration;
  readonly findings: readonly Finding[];
  report(code: string, message: string, span: Span, fixes?: readonly Fix[], related?: readonly Related[]): void;
  /** A fix that replaces `span` by `newText`. */
  replacement(title: string, span: Span, newText: string, preferred?: boolean): Fix;
}

/** A reporter for a declaration; everything it takes is an error. */
export function createReporter(declaration: Declaration): Reporter {
  const findings: Finding[] = [];
  return {
    declaration,
    findings,
    report: (code, message, span, fixes = [], related = []) => {
      findings.push({ code, severity: 'error', message, place: { declaration, span }, related, fixes });
    },
    replacement: (title, span, newText, preferred = true) => ({
      title,
      preferred,
      edits: [{ place: { declaration, span }, newText }],
    }),
  };
}

/** A reporter that takes nothing: for text whose findings are reported elsewhere. */
export function silentReporter(declaration: Declaration): Reporter {
  return { ...createReporter(declaration), report: () => undefined };
}
