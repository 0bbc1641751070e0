import type { Connection } from 'vscode-languageserver';
import { methods } from '../../protocol/server';
import type { FindFilesParams, FindFilesResult, ReadFileResult } from '../../protocol/server';
import { traceOf } from '../boundary';
import type { FileReader } from './files';
import { noFiles, searchLimits } from './files';

/** Files that the editor reads for the server: in a browser, and wherever an editor keeps files that are on no disk. */
export function clientFiles(connection: Connection, isOffered: () => boolean): FileReader {
  return {
    read: async (uri) => {
      if (!isOffered()) return noFiles.read(uri);
      try {
        return await connection.sendRequest<ReadFileResult>(methods.readFile, { uri });
      } catch (error) {
        connection.console.error(`Reading ${uri}: ${traceOf(error)}`);
        return { missing: 'the editor could not read it.' };
      }
    },
    find: async (folders) => {
      if (!isOffered()) return [];
      const params: FindFilesParams = { folders, most: searchLimits.files };
      try {
        return await connection.sendRequest<FindFilesResult>(methods.findFiles, params);
      } catch (error) {
        connection.console.error(`Looking for designs in ${folders.join(', ')}: ${traceOf(error)}`);
        return [];
      }
    },
  };
}
