import type { BaseLanguageClient } from 'vscode-languageclient';
import * as vscode from 'vscode';
import { designPattern, fileLimits, methods } from '../../protocol/server';
import type { FindFilesParams, FindFilesResult, ReadFileParams, ReadFileResult } from '../../protocol/server';
import { messageOf } from './boundary';
import type { Ending } from './disposables';

/** What file systems report that people meet, in words. */
const reasons: Readonly<Record<string, string>> = {
  FileNotFound: 'there is no such file: check the path.',
  FileIsADirectory: 'it is a directory: name a .hacluster file in it.',
  NoPermissions: 'access is denied: check the permissions of the file.',
};

/** The text of a file as an editor would show it: with the encoding that the settings give it. */
async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  const file = vscode.Uri.parse(uri);
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > fileLimits.bytes) return { missing: `it is larger than ${fileLimits.shown}, the most that is read.` };
    return { text: await vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { uri: file }) };
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : '';
    return { missing: reasons[code] ?? `${messageOf(error)}.` };
  }
}

async function findFiles({ folders, most }: FindFilesParams): Promise<FindFilesResult> {
  const found: string[] = [];
  for (const folder of folders) {
    const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), designPattern);
    const uris = await vscode.workspace.findFiles(pattern, undefined, most - found.length);
    found.push(...uris.map((uri) => uri.toString()));
    if (found.length >= most) break;
  }
  return found;
}

/** Reads files for the server: it may be where there are none, and designs may be kept where only the editor can read them. */
export function answerForFiles(client: BaseLanguageClient): readonly Ending[] {
  return [client.onRequest(methods.readFile, readFile), client.onRequest(methods.findFiles, findFiles)];
}
