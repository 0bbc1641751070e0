import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { ClientCapabilities, Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import { pageFile } from '../checks/pages/markdown';
import type { Document } from '../language/document';
import type { Finding, Related, Severity } from '../language/finding';
import type { ServerOptions } from '../protocol/server';
import type { Analysis } from './workspace';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const source = 'HA Cluster';

/** What of a diagnostic the client can show. */
export interface DiagnosticSupport {
  readonly related: boolean;
  readonly tags: boolean;
  /** Address of the folder that the pages of the rules are in; undefined where the client has none. */
  readonly pages: string | undefined;
}

/** Reads the support from what the client says of itself, for pushed and for pulled diagnostics. */
export function diagnosticSupport(
  { textDocument }: ClientCapabilities,
  { rulePages }: Pick<ServerOptions, 'rulePages'>,
): DiagnosticSupport {
  const ways = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  return {
    related: ways.some((way) => way?.relatedInformation === true),
    tags: ways.some((way) => way?.tagSupport !== undefined),
    pages: rulePages,
  };
}

function relatedInformation(
  documents: readonly Document[],
  related: readonly Related[],
): DiagnosticRelatedInformation[] {
  return related.flatMap(({ place, message }) => {
    const range = documents.map((document) => document.rangeOf(place)).find((found) => found !== undefined);
    return range ? [{ location: { uri: place.declaration.file, range }, message }] : [];
  });
}

/** A finding as the protocol has it; undefined where it lies in another file of the design. */
export function diagnosticOf(
  finding: Finding,
  document: Document,
  documents: readonly Document[],
  support: DiagnosticSupport,
): Diagnostic | undefined {
  const range = document.rangeOf(finding.place);
  if (!range) return undefined;
  const { code, message, severity } = finding;
  const related = support.related ? relatedInformation(documents, finding.related) : [];
  return {
    range,
    severity: severities[severity],
    code,
    ...(support.pages !== undefined && { codeDescription: { href: `${support.pages}/${pageFile(code)}` } }),
    source,
    message,
    ...(related.length > 0 && { relatedInformation: related }),
    ...(finding.faded && support.tags && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

/** All findings in one document. */
export function diagnosticsOf(
  { design, findings }: Analysis,
  document: Document,
  support: DiagnosticSupport,
): Diagnostic[] {
  return findings.flatMap((finding) => diagnosticOf(finding, document, design.documents, support) ?? []);
}

/** What is found at a place, whatever the design that it is found in. */
function nameOf({ code, range }: Diagnostic): string {
  return JSON.stringify([code, range]);
}

/** All findings in one document that belongs to several designs: what all of them find there, each once. */
export function diagnosticsOfAll(
  analyses: readonly Analysis[],
  document: Document,
  support: DiagnosticSupport,
): Diagnostic[] {
  const [first, ...others] = analyses;
  const found = first ? diagnosticsOf(first, document, support) : [];
  for (const analysis of others) {
    const known = new Set(found.map(nameOf));
    found.push(...diagnosticsOf(analysis, document, support).filter((one) => !known.has(nameOf(one))));
  }
  return found;
}
