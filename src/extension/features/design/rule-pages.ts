import * as vscode from 'vscode';
import { rulePagesFolder, rulePageScheme, rulePagesOf } from '../../infrastructure/rule-pages';
import type { Feature } from '../../infrastructure/services';

/** Gives the editor the pages of the rules where it cannot open them in the extension's own folder. */
export const registerRulePages: Feature = ({ extensionUri }) =>
  vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, {
    provideTextDocumentContent: async ({ path }) => {
      const page = path.slice(rulePagesOf(extensionUri).path.length);
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(rulePagesFolder(extensionUri), page));
      return new TextDecoder().decode(bytes);
    },
  });
