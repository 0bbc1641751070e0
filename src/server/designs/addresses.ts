import { sameAddress } from '../../debug/sources';

const windowsRooted = /^\/?[a-z]:/i;

/**
 * One key for a file, however its address is spelt: editors escape characters and write drive letters as they please. Case is
 * ignored where Windows names files: on drives and on shares.
 */
export function keyOf(uri: string): string {
  const address = sameAddress(uri);
  const isShare = /^file:\/\/[^/]/i.test(uri);
  return isShare || windowsRooted.test(address) ? address.toLowerCase() : address;
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * The address of a file that a design names, seen from its own: relative, absolute, on a Windows drive or on a share, with
 * either separator. undefined where its own has no folders (an unsaved text).
 */
export function addressOf(uri: string, file: string): string | undefined {
  const path = file.replaceAll('\\', '/');
  const drive = /^([a-z]):\/(.*)$/i.exec(path);
  if (drive) return resolved(`file:///${drive[1] ?? ''}:/${encoded(drive[2] ?? '')}`, undefined);
  const isFile = uri.toLowerCase().startsWith('file:');
  if (isFile && path.startsWith('//')) return resolved(`file:${encoded(path)}`, undefined);
  return resolved(encoded(path), uri);
}

function resolved(address: string, base: string | undefined): string | undefined {
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/** The last part of an address, as people name the file. */
export function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
