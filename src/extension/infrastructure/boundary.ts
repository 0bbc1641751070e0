import * as vscode from 'vscode';

/** Something the user can put right. The message is shown as it is, without a trace in the log. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

const showLog = 'Show Log';

/** Words of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function report(log: vscode.LogOutputChannel, what: string, error: unknown): void {
  if (error instanceof vscode.CancellationError) return;
  if (error instanceof UserError) {
    void vscode.window.showWarningMessage(error.message);
    return;
  }
  log.error(`${what}:`, error instanceof Error ? error : String(error));
  void vscode.window.showErrorMessage(`${what} did not work: ${messageOf(error)}`, showLog).then((choice) => {
    if (choice === showLog) log.show();
  });
}

/**
 * The one place where the extension catches what an action of the user throws: it says so once, in words, and writes the rest to
 * the log. `what` names the action as the user knows it.
 */
export async function guard<T>(
  log: vscode.LogOutputChannel,
  what: string,
  action: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    report(log, what, error);
    return undefined;
  }
}
