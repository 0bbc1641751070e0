import { CodeActionKind } from 'vscode-languageserver';
import type { ClientCapabilities, CodeAction, CodeActionContext, CodeActionParams, Range } from 'vscode-languageserver';
import type { ServerOptions } from '../protocol/server';
import type { DiagnosticSupport } from './diagnostics';
import { diagnosticSupport } from './diagnostics';
import { fixAllAction, fixAllKind, fixAllOfKind, isFixAllData, withFixAllEdit } from './fix-all';
import { wizardActions } from './high-availability';
import { editSupport, findingsAt, quickFixes } from './quick-fixes';
import type { EditSupport } from './quick-fixes';
import type { OpenDesign, Workspace } from './workspace';

/** What the editor can do with a design besides showing it. */
export interface CodeActions {
  actions(params: CodeActionParams): Promise<CodeAction[]>;
  /** An action with the edit that it was offered without. */
  resolve(action: CodeAction): Promise<CodeAction>;
}

/** Kinds of the actions on offer, for what the server says of itself. */
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];

/** Whether the client asks for actions of a kind: by its name, by one it lies within, or for all. */
function wants({ only }: CodeActionContext, kind: string): boolean {
  return only?.some((one) => one === '' || one === kind || kind.startsWith(`${one}.`)) ?? true;
}

/** Actions of the open files. Those for all findings are worked out when they are chosen, wherever the client can wait for that. */
export function createCodeActions(
  workspace: Workspace,
  client: () => ClientCapabilities,
  options: () => ServerOptions,
): CodeActions {
  const versionOf = (uri: string): number | null => workspace.get(uri)?.version ?? null;
  const support = (): EditSupport & DiagnosticSupport => ({
    ...editSupport(client()),
    ...diagnosticSupport(client(), options()),
  });

  const fixes = (open: OpenDesign, range: Range): CodeAction[] => {
    const { document } = open;
    const own = support();
    const single = quickFixes(document, workspace.analyses(open), range, own, versionOf);
    if (!own.later) return single;
    const analysis = workspace.analyse(open);
    const codes = new Set(findingsAt(document, analysis, range).map(({ code }) => code));
    return [...single, ...fixAllOfKind(open, analysis, codes)];
  };
  const withEdit = (action: CodeAction): CodeAction => {
    const data: unknown = action.data;
    if (!isFixAllData(data)) return action;
    const open = workspace.get(data.uri);
    if (!open) return action;
    return withFixAllEdit(action, data, open, workspace.analyses(open), support().versions, versionOf);
  };
  /** A menu that shows all there is at a place does not ask for this: working it out takes a check of the whole design or more. */
  const all = (open: OpenDesign): CodeAction[] => {
    const offered = fixAllAction(open, workspace.analyse(open));
    return support().later ? offered : offered.map(withEdit).filter(({ edit }) => edit);
  };

  return {
    actions: async ({ textDocument, range, context }) => {
      await workspace.ready(textDocument.uri);
      const open = workspace.get(textDocument.uri);
      if (!open) return [];
      return [
        ...(wants(context, CodeActionKind.QuickFix) ? fixes(open, range) : []),
        ...(context.only && wants(context, fixAllKind) ? all(open) : []),
        ...(options().knowsMethods === true && wants(context, CodeActionKind.RefactorRewrite)
          ? wizardActions(open, workspace.analyse(open), range)
          : []),
      ];
    },
    resolve: async (action) => {
      const data: unknown = action.data;
      if (isFixAllData(data)) await workspace.ready(data.uri);
      return withEdit(action);
    },
  };
}
