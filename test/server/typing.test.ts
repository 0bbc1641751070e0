import { afterEach, describe, expect, it } from 'vitest';
import { DocumentOnTypeFormattingRequest } from 'vscode-languageserver/node';
import { marked, positionIn } from '../support/markers';
import { startClient } from './client';
import type { TestClient } from './client';

const uri = 'file:///designs/a.hacluster';
let client: TestClient;

afterEach(() => {
  client.stop();
});

/** The text after the server has laid out what was typed before the `¦`. */
async function typed(source: string): Promise<string> {
  const { text, cursors } = marked(source);
  const cursor = cursors[0] ?? 0;
  client = await startClient();
  client.open(uri, text);
  const edits = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
    textDocument: { uri },
    position: positionIn(text, cursor),
    ch: text[cursor - 1] === '}' ? '}' : '\n',
    options: { tabSize: 2, insertSpaces: true },
  });
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, character);
  return [...(edits ?? [])]
    .sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offsetOf(range.start)) + newText + now.slice(offsetOf(range.end)),
      text,
    );
}

describe('layout while typing', () => {
  it.each([
    ['a brace lays out the block that it ends', 'node A {\nmemory=8GB\n  }¦\n', 'node A {\n  memory = 8GB\n}\n'],
    [
      'and leaves other blocks alone',
      'node  A { }\nnode B {\nmemory=8GB }¦\n',
      'node  A { }\nnode B {\n  memory = 8GB\n}\n',
    ],
    [
      'an inner block by itself',
      'group G {\nowner=A\nphysical_disk L {\n   persistent_reservations=true\n}¦\n}\n',
      'group G {\nowner=A\n  physical_disk L {\n    persistent_reservations = true\n  }\n}\n',
    ],
    ['a line break lays out the line that it ends', 'node A {\nmemory=8gb\n¦\n}\n', 'node A {\n  memory = 8GB\n\n}\n'],
    [
      'with those above it in the block',
      'node A {\n  site = S\n  processors=8\n  ¦\n}\n',
      'node A {\n  site       = S\n  processors = 8\n  \n}\n',
    ],
    ['the line of the cursor is left alone', 'node A {\n   ¦\n}\n', 'node A {\n   \n}\n'],
    ['what cannot be read is left alone', 'node A {\nmemory= =\n¦\n}\n', 'node A {\nmemory= =\n\n}\n'],
    ['a brace that ends nothing', '}¦\nnode  A { }\n', '}\nnode  A { }\n'],
    ['a line break at the top', 'node   A { }\n¦\nnode  B { }\n', 'node A { }\n\nnode  B { }\n'],
  ])('%s', async (_, source, expected) => {
    expect(await typed(source)).toBe(expected);
  });

  it('costs no more in a long file, and counts lines from its beginning', async () => {
    const before = 'node   X { memory = 1GB }\n'.repeat(500);
    expect(await typed(`${before}\nnode A {\nmemory=8GB\n}¦\n`)).toBe(`${before}\nnode A {\n  memory = 8GB\n}\n`);
  });
});
