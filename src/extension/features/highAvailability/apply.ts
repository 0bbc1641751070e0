import * as vscode from 'vscode';
import { methods } from '../../../protocol/server';
import type { HighAvailabilityPlan, PlannedFile } from '../../../protocol/server';
import { UserError } from '../../infrastructure/boundary';
import { sameUri } from '../../infrastructure/designs';
import type { DesignServer } from '../../infrastructure/server';

function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => sameUri(document.uri, vscode.Uri.parse(uri)));
}

/** The plan for the text as it is now. The files it changes are opened first, so that their versions can be compared. */
export async function planFor(uri: vscode.Uri, machine: string, server: DesignServer): Promise<HighAvailabilityPlan> {
  const ask = async (): Promise<HighAvailabilityPlan> => {
    const plan = await server.request(methods.highAvailabilityPlan, { uri: uri.toString(), machine });
    if (!plan) throw new UserError(`The design has no virtual machine ${machine} outside a group.`);
    return plan;
  };
  const plan = await ask();
  const closed = plan.files.filter((file) => !openDocument(file.uri));
  if (closed.length === 0) return plan;
  for (const file of closed) await vscode.workspace.openTextDocument(vscode.Uri.parse(file.uri));
  return ask();
}

/** Whether a file still says what its edits were made for. One that the server reads from the disk must have no unsaved text. */
function isCurrent({ uri, version }: PlannedFile): boolean {
  const document = openDocument(uri);
  if (!document) return false;
  return version === null ? !document.isDirty : document.version === version;
}

/** Changes the design, in one step; gives false, and changes nothing, where the text is another one by now. */
export async function apply({ files }: HighAvailabilityPlan): Promise<boolean> {
  if (!files.every(isCurrent)) return false;
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, edits } of files) {
    edit.set(
      vscode.Uri.parse(uri),
      edits.map(({ range: { start, end }, newText }) =>
        vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText),
      ),
    );
  }
  return vscode.workspace.applyEdit(edit);
}
