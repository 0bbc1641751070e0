import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Unusable } from './call';

/** A design file as read. */
export interface SourceFile {
  /** What reports call it. */
  readonly name: string;
  /** Without the byte order mark, so that columns count as in an editor. */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  /** Whether bytes that are not UTF-8 were replaced: the text is not what the file holds. */
  readonly isDamaged: boolean;
}

/** Bounds of what is read, with their reasons. */
const limits = {
  designBytes: { value: 32 * 1024 ** 2, shown: '32 MB', why: 'a design of 8,000 virtual machines takes 5 MB' },
} as const;

/** File name that stands for standard input. */
export const standardInput = '-';

/** How standard input is called in reports. */
const standardInputName = '<stdin>';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file: check the path',
  ENOTDIR: 'there is no such file: a part of the path is no directory',
  EISDIR: 'it is a directory: name a .hacluster file in it',
  EACCES: 'access is denied: check the permissions of the file',
  EPERM: 'access is denied: check the permissions of the file',
  ENOSPC: 'the disk is full: free some space',
  EROFS: 'it lies on a read-only file system: write elsewhere',
};

/** Why the operating system refused, in words for a person. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code === '' ? error.message : `the system reports ${code}`);
}

function tooLarge(name: string): Unusable {
  const { shown, why } = limits.designBytes;
  return new Unusable(`cannot read ${name}: it is larger than ${shown}, the most that is read (${why}).`);
}

function readBytes(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size > limits.designBytes.value) throw tooLarge(file);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`cannot read ${file}: ${reasonOf(error)}.`);
  }
}

/** UTF-16 files begin with one of these (Unicode standard, section 23.8). */
const utf16Marks: readonly (readonly [number, number])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** Text of bytes. UTF-16 is refused and not decoded: a design is UTF-8, and writing it back would change its encoding. */
function decode(name: string, bytes: Uint8Array): SourceFile {
  if (bytes.length > limits.designBytes.value) throw tooLarge(name);
  if (utf16Marks.some(([first, second]) => bytes[0] === first && bytes[1] === second)) {
    throw new Unusable(`cannot read ${name}: it is UTF-16, and designs are UTF-8: save it with encoding UTF-8.`);
  }
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const hasByteOrderMark = whole.startsWith('\uFEFF');
  return { name, text: hasByteOrderMark ? whole.slice(1) : whole, hasByteOrderMark, isDamaged: !isUtf8(bytes) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Reads a file; `-` gives `stdin`, what came on standard input. Throws `Unusable`. */
export function readSource(file: string, stdin: Uint8Array): SourceFile {
  return file === standardInput ? decode(standardInputName, stdin) : decode(file, readBytes(file));
}

/** The file that an `include` names, seen from the file it stands in; Windows separators are taken as well. */
export function includedFile(name: string, from: string): string {
  const folder = from === standardInputName ? '.' : path.dirname(from);
  return path.join(folder, name.replaceAll('\\', '/'));
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
