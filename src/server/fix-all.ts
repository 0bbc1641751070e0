import { CodeActionKind } from 'vscode-languageserver';
import type { CodeAction } from 'vscode-languageserver';
import { checkDesign } from '../checks/check';
import { leavesUnclear } from '../checks/codes';
import { fixAll } from '../checks/fix';
import type { Document } from '../language/document';
import type { Finding } from '../language/finding';
import { readDesign } from '../model/design';
import type { Design } from '../model/design';
import { isRecord } from '../protocol/parse';
import { editsTo } from './text-edits';
import { workspaceEditOf } from './workspace-edit';
import type { VersionOf } from './workspace-edit';
import type { Analysis, OpenDesign } from './workspace';

/** Kind of the action that applies every preferred fix: what `editor.codeActionsOnSave` names. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.hacluster`;

/** What an action is about until its edit is asked for. */
export interface FixAllData {
  readonly uri: string;
  /** Of the file it was offered for. */
  readonly version: number;
  /** The one code whose findings are fixed; undefined: all. */
  readonly code?: string;
}

/** Whether what came back with an action is what was sent with it. */
export function isFixAllData(value: unknown): value is FixAllData {
  return (
    isRecord(value) &&
    typeof value['uri'] === 'string' &&
    typeof value['version'] === 'number' &&
    (value['code'] === undefined || typeof value['code'] === 'string')
  );
}

function isFixable({ fixes }: Finding): boolean {
  return fixes.some(({ preferred, snippet }) => preferred && snippet !== true);
}

/** The action for all findings of a design, without its edit; none where nothing has a fix that can be taken unasked. */
export function fixAllAction({ uri, version }: OpenDesign, { findings }: Analysis): CodeAction[] {
  if (!findings.some(isFixable)) return [];
  const data: FixAllData = { uri, version };
  return [{ title: 'Fix all findings of the design', kind: fixAllKind, data }];
}

/** For each of the codes that a design has several findings of with a fix: an action for all of these, without its edit. */
export function fixAllOfKind(
  { uri, version }: OpenDesign,
  { findings }: Analysis,
  codes: ReadonlySet<string>,
): CodeAction[] {
  return [...codes].flatMap((code) => {
    const fixable = findings.filter((finding) => finding.code === code && isFixable(finding));
    if (fixable.length < 2) return [];
    const data: FixAllData = { uri, version, code };
    return [{ title: `Fix all: ${code}`, kind: CodeActionKind.QuickFix, data }];
  });
}

function errorsByCode(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity } of findings) {
    if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** Whether another design, which shares files with the one that was fixed, has no more errors than before. */
function isSpared({ documents }: Design, fixed: ReadonlyMap<Document, Document>): boolean {
  if (!documents.some((document) => fixed.has(document))) return true;
  const before = checkDesign(readDesign(documents));
  // What could not be read hides what else is wrong, and mending it brings that to light.
  if (before.some(({ code }) => leavesUnclear(code))) return true;
  const after = checkDesign(readDesign(documents.map((document) => fixed.get(document) ?? document)));
  const old = errorsByCode(before);
  return [...errorsByCode(after)].every(([code, count]) => count <= (old.get(code) ?? 0));
}

/**
 * The action with its edit: one change in all files of the first of the designs that its file belongs to. As it was where the text is
 * another one by now, and where another of the designs would have new errors. What the user does not want to see is not fixed either.
 */
export function withFixAllEdit(
  action: CodeAction,
  { version, code }: FixAllData,
  open: OpenDesign,
  [{ design, hidden }, ...others]: readonly [Analysis, ...Analysis[]],
  versions: boolean,
  versionOf: VersionOf,
): CodeAction {
  if (open.version !== version) return action;
  const only = code ?? ((one: string): boolean => hidden?.has(one) !== true);
  const { documents } = fixAll(design.documents, only);
  const fixed = new Map(
    documents.flatMap((document, index): [Document, Document][] => {
      const before = design.documents[index];
      return before && before !== document ? [[before, document]] : [];
    }),
  );
  if (fixed.size === 0 || !others.every((other) => isSpared(other.design, fixed))) return action;
  const edits = [...fixed].flatMap(([before, document]) => editsTo(before, document.text()));
  return { ...action, edit: workspaceEditOf(edits, versions, versionOf) };
}
