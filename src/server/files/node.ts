import { open, readdir, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fileLimits } from '../../protocol/server';
import { designEnding, searchLimits } from './files';
import type { FileReader, FileText } from './files';
import { decode, reasonOf, tooLarge } from './text';

/** Folders that hold no designs of the user, and often a great many files. */
const skippedFolders: ReadonlySet<string> = new Set(['node_modules']);

function isFileAddress(uri: string): boolean {
  return uri.toLowerCase().startsWith('file:');
}

/** Bytes of an open file, at most one more than is allowed: a file may grow while it is read, and a device has no end. */
async function bytesOf(file: FileHandle): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.createReadStream({ end: fileLimits.bytes, autoClose: false })) {
    if (!(chunk instanceof Uint8Array)) continue;
    chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks, length);
}

/** Looks at the file before it opens it: to open a pipe waits for someone to write into it. */
async function readFile(uri: string): Promise<FileText> {
  const name = fileURLToPath(uri);
  const status = await stat(name);
  if (status.isDirectory()) return { missing: 'it is a directory: name a .hacluster file in it.' };
  if (!status.isFile()) return { missing: 'it is no regular file.' };
  if (status.size > fileLimits.bytes) return { missing: tooLarge };
  const file = await open(name);
  try {
    const decoded = decode(await bytesOf(file));
    return 'refused' in decoded ? { missing: decoded.refused } : { text: decoded.text };
  } finally {
    await file.close();
  }
}

/** Looks through a folder and those in it. Links to folders are not followed: they may lead round in a ring. */
async function search(folder: string, depth: number, found: string[]): Promise<void> {
  if (depth > searchLimits.depth || found.length >= searchLimits.files) return;
  // A folder that cannot be listed has nothing to offer to the editor.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length >= searchLimits.files) return;
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !skippedFolders.has(entry.name)) await search(inside, depth + 1, found);
    } else if (entry.name.endsWith(designEnding)) found.push(pathToFileURL(inside).href);
  }
}

/** Reads files of this machine; `others` reads those that are somewhere else. */
export function nodeFiles(others: FileReader): FileReader {
  return {
    read: async (uri) => {
      if (!isFileAddress(uri)) return others.read(uri);
      try {
        return await readFile(uri);
      } catch (error) {
        return { missing: `${reasonOf(error)}.` };
      }
    },
    find: async (folders) => {
      const found: string[] = [];
      for (const folder of folders.filter(isFileAddress)) await search(fileURLToPath(folder), 0, found);
      const elsewhere = folders.filter((folder) => !isFileAddress(folder));
      return elsewhere.length === 0 ? found : [...found, ...(await others.find(elsewhere))];
    },
  };
}
