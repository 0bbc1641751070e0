import { fileLimits } from '../../protocol/server';

/** The text of a file as read. */
export interface DecodedText {
  /** Without the byte order mark, so that columns count as in an editor. */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  /** Whether bytes that are not UTF-8 were replaced: the text is not what the file holds. */
  readonly isDamaged: boolean;
}

/** What bytes came to: a text, or why they are none. */
export type Decoded = DecodedText | { readonly refused: string };

/** Why a file is not read that is larger than designs are. */
export const tooLarge = `it is larger than ${fileLimits.shown}, the most that is read (${fileLimits.why}).`;

/** UTF-16 files begin with one of these (Unicode standard, section 23.8). */
const utf16Marks: readonly (readonly [number, number])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** Text of bytes. UTF-16 is refused and not decoded: a design is UTF-8, and writing it back would change its encoding. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > fileLimits.bytes) return { refused: tooLarge };
  if (utf16Marks.some(([first, second]) => bytes[0] === first && bytes[1] === second)) {
    return { refused: 'it is UTF-16, and designs are UTF-8: save it with encoding UTF-8.' };
  }
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const hasByteOrderMark = whole.startsWith('\uFEFF');
  return { text: hasByteOrderMark ? whole.slice(1) : whole, hasByteOrderMark, isDamaged: !isUtf8(bytes) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

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
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code === '' ? error.message : `the system reports ${code}`);
}
