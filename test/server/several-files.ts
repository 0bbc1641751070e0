import { marked, positionIn } from '../support/markers';
import type { TestClient } from './client';

export const folder = 'file:///designs';
export const whole = `${folder}/whole.hacluster`;
export const other = `${folder}/other.hacluster`;
export const storage = `${folder}/parts/storage.hacluster`;
export const disks = `${folder}/parts/disks.hacluster`;

/** A cluster of two nodes, four lines with the `include` that follows it. */
export const head = `cluster "C" { version = "2012" }
node A { memory = 8GB }
node B { memory = 8GB }
`;

/** Where a request asks for something. */
export interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Opens texts by address; gives the place of the last `¦` in them. */
export function openMarked(client: TestClient, files: Readonly<Record<string, string>>): At {
  let at: At = { textDocument: { uri: '' }, position: { line: 0, character: 0 } };
  for (const [uri, source] of Object.entries(files)) {
    const { text, cursors } = marked(source);
    client.open(uri, text);
    const [cursor] = cursors;
    if (cursor !== undefined) at = { textDocument: { uri }, position: positionIn(text, cursor) };
  }
  return at;
}
