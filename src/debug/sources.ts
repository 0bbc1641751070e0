import type { DebugProtocol } from '@vscode/debugprotocol';

const scheme = /^[a-z][a-z0-9+.-]+:\/*/i;
const windowsDrive = /^\/?([a-z]):/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * One spelling for an address, so that a path and its `file:` URI are equal: editors name a file by its path in some messages
 * and by its URI in others. Any other scheme stays part of it.
 */
export function sameAddress(address: string): string {
  const isUri = scheme.test(address);
  const isFile = !isUri || address.toLowerCase().startsWith('file:');
  if (!isFile) return decoded(address);
  const path = isUri ? `/${decoded(address.replace(scheme, ''))}` : address.replaceAll('\\', '/');
  return path.replace(windowsDrive, (_drive, letter: string) => `/${letter.toLowerCase()}:`);
}

/** A file for the protocol: clients take a URI where they take a path. */
export function sourceOf(uri: string): DebugProtocol.Source {
  return { name: decoded(uri.slice(uri.lastIndexOf('/') + 1)), path: uri };
}
