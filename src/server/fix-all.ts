import { CodeActionKind } from 'vscode-languageserver';
import type { CodeAction } from 'vscode-languageserver';
import { fixAll } from '../checks/fix';
import type { Finding } from '../language/finding';
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

/**
 * The action with its edit: one change in all files of the design. As it was where the text is another one by now. What the user does
 * not want to see is not fixed either.
 */
export function withFixAllEdit(
  action: CodeAction,
  { version, code }: FixAllData,
  open: OpenDesign,
  { design, hidden }: Analysis,
  versions: boolean,
  versionOf: VersionOf,
): CodeAction {
  if (open.version !== version) return action;
  const only = code ?? ((one: string): boolean => hidden?.has(one) !== true);
  const { documents } = fixAll(design.documents, only);
  const edits = documents.flatMap((fixed, index) => {
    const before = design.documents[index];
    return before && before !== fixed ? editsTo(before, fixed.text()) : [];
  });
  return edits.length > 0 ? { ...action, edit: workspaceEditOf(edits, versions, versionOf) } : action;
}
