import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileLimits } from '../protocol/server';
import { decode, reasonOf, tooLarge } from '../server/files/text';
import type { DecodedText } from '../server/files/text';
import { Unusable } from './call';

/** A design file as read. */
export interface SourceFile extends DecodedText {
  /** What reports call it. */
  readonly name: string;
}

/** File name that stands for standard input. */
export const standardInput = '-';

/** How standard input is called in reports. */
const standardInputName = '<stdin>';

/** Bytes read at a time. */
const chunkBytes = 64 * 1024;

/** All bytes, or one more than is allowed: a pipe or a device has no size, and perhaps no end. */
function readBytes(file: string): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    while (length <= fileLimits.bytes) {
      const chunk = new Uint8Array(chunkBytes);
      const read = readSync(handle, chunk, 0, chunk.length, null);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      length += read;
    }
    return Buffer.concat(chunks, length);
  } finally {
    closeSync(handle);
  }
}

function readFile(file: string): SourceFile {
  try {
    if (statSync(file).size > fileLimits.bytes) throw new Unusable(`cannot read ${file}: ${tooLarge}`);
    return decoded(file, readBytes(file));
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`cannot read ${file}: ${reasonOf(error)}.`);
  }
}

function decoded(name: string, bytes: Uint8Array): SourceFile {
  const text = decode(bytes);
  if ('refused' in text) throw new Unusable(`cannot read ${name}: ${text.refused}`);
  return { name, ...text };
}

/** Reads a file; `-` gives `stdin`, what came on standard input. Throws `Unusable`. */
export function readSource(file: string, stdin: Uint8Array): SourceFile {
  return file === standardInput ? decoded(standardInputName, stdin) : readFile(file);
}

/** The file that an `include` names, seen from the file it stands in; Windows separators are taken as well. */
export function includedFile(name: string, from: string): string {
  const folder = from === standardInputName ? '.' : path.dirname(from);
  const file = name.replaceAll('\\', '/');
  return path.isAbsolute(file) ? path.normalize(file) : path.join(folder, file);
}

/** Writes a text as UTF-8. Throws `Unusable`. */
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new Unusable(`cannot write ${file}: ${reasonOf(error)}.`);
  }
}

/** Writes a changed design back, with the byte order mark it had. Throws `Unusable`. */
export function writeSource(source: SourceFile, text: string): void {
  if (source.isDamaged) {
    throw new Unusable(
      `cannot write ${source.name}: it holds bytes that are not UTF-8, which would be lost: save it as UTF-8 first.`,
    );
  }
  writeText(source.name, source.hasByteOrderMark ? `\uFEFF${text}` : text);
}

/** Refuses `-` for a command that writes its files. */
export function refuseStandardInput(files: readonly string[], what: string): void {
  if (files.includes(standardInput)) {
    throw new Unusable(`${what} needs a file: what comes on standard input cannot be written back.`);
  }
}
