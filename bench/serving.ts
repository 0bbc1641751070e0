import { CompletionRequest, HoverRequest } from 'vscode-languageserver/node';
import { startClient } from '../test/server/client';
import type { TestClient } from '../test/server/client';
import { generateDesign } from './generate';
import { time } from './measure';
import type { Figure } from './measure';

const uri = 'file:///bench.hacluster';
const keystrokes = 60;
const requests = 20;

/** Waits until the server has published diagnostics for a version. */
async function published(client: TestClient, version: number): Promise<void> {
  for (;;) {
    if (client.pushed.some((one) => one.version === version)) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  client.pushed.length = 0;
}

/** What an editor feels: from the text or the keystroke it sends to the answer it gets, through the real server. */
export async function measureServing(nodes: number, machines: number): Promise<readonly Figure[]> {
  const text = generateDesign(nodes, machines);
  const lines = text.split('\n');
  const memories = lines.flatMap((line, number) => (/^ +memory +=/.test(line) ? [number] : []));
  const opening = await time('open to first diagnostics', 3, async () => {
    const client = await startClient({});
    client.open(uri, text);
    await published(client, 1);
    client.stop();
  });

  const client = await startClient({});
  client.open(uri, text);
  await published(client, 1);
  let version = 1;
  const typing = await time(
    'keystroke to published diagnostics',
    2 * keystrokes,
    async (run) => {
      const isTyping = run % 2 === 0;
      const line =
        memories[Math.floor((memories.length * ((Math.abs(run >> 1) % keystrokes) + 0.5)) / keystrokes)] ?? 0;
      const character = (lines[line] ?? '').length;
      version += 1;
      const start = { line, character };
      client.change(uri, version, [
        { range: { start, end: { line, character: character + (isTyping ? 0 : 1) } }, text: isTyping ? ' ' : '' },
      ]);
      await published(client, version);
    },
    4,
  );
  const position = (run: number, character: number): { readonly line: number; readonly character: number } => ({
    line: memories[Math.floor((memories.length * (Math.abs(run) + 0.5)) / requests) % memories.length] ?? 0,
    character,
  });
  const textDocument = { uri };
  const completion = await time(
    'completion',
    requests,
    (run) => client.connection.sendRequest(CompletionRequest.type, { textDocument, position: position(run, 4) }),
    2,
  );
  const hover = await time(
    'hover',
    requests,
    (run) => client.connection.sendRequest(HoverRequest.type, { textDocument, position: position(run, 6) }),
    2,
  );
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed / 1024 ** 2;
  client.stop();
  return [
    opening,
    typing,
    completion,
    hover,
    { name: 'heap with the design open', unit: 'MB', median: heap, p95: heap, runs: 1 },
  ];
}
