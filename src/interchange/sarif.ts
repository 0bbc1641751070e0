import type { Severity } from '../language/finding';
import type { Range } from '../language/span';
import type { CheckReport, Diagnostic } from './diagnostics';

/** SARIF has three levels; it calls the rest notes (SARIF 2.1.0, section 3.27.10). */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** What a log says of a rule beside its findings. */
export interface SarifRule {
  /** What the rule finds, as a sentence without a full stop. */
  readonly title: string;
  /** Why it matters and what to do, in plain paragraphs. */
  readonly why: string;
  readonly severity: Severity;
}

/** A rule by its code (SARIF 2.1.0, section 3.49); of one that is not known the code alone. */
function descriptorOf(id: string, rule: SarifRule | undefined): object {
  if (!rule) return { id };
  return {
    id,
    fullDescription: { text: `${rule.title}.` },
    help: { text: rule.why },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

/** A relative reference or URI for a path (SARIF 2.1.0, section 3.4.3). */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/');
  return encodeURI(/^[A-Za-z]:\//.test(path) ? `file:///${path}` : path).replace(/[?#]/g, encodeURIComponent);
}

/** Lines and columns count from 1 (SARIF 2.1.0, section 3.30). */
function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function physicalLocation(file: string, range: Range): object {
  return { artifactLocation: { uri: uriOf(file) }, region: regionOf(range) };
}

function fixOf({ title, edits }: Diagnostic['fixes'][number]): object {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ range, newText }) => ({ deletedRegion: regionOf(range), insertedContent: { text: newText } })),
    })),
  };
}

function resultOf(file: string, found: Diagnostic, rules: readonly string[]): object {
  const { code, severity, message, range, related, fixes } = found;
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(file, range) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, id) => ({
            id,
            physicalLocation: physicalLocation(one.file, one.range),
            message: { text: one.message },
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fixOf) }),
  };
}

/** A check as a log of the Static Analysis Results Interchange Format 2.1.0; `version` is that of this program, `known` are the rules by code. */
export function toSarif(report: CheckReport, version: string, known: ReadonlyMap<string, SarifRule>): object {
  const rules = [...new Set(report.files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'hacluster', version, rules: rules.map((id) => descriptorOf(id, known.get(id))) } },
        columnKind: 'utf16CodeUnits',
        results: report.files.flatMap(({ file, diagnostics }) =>
          diagnostics.map((diagnostic) => resultOf(file, diagnostic, rules)),
        ),
      },
    ],
  };
}
