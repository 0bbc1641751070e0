import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DiagnosticRefreshRequest } from 'vscode-languageserver/node';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import { bundles } from '../../scripts/lib/bundles.mjs';
import { createDocument } from '../../src/language/document';
import { readDesign } from '../../src/model/design';
import { inlineLate } from '../../src/server/late/inline';
import type { LateService } from '../../src/server/late/late';
import { threadLate } from '../../src/server/late/thread';
import { headOf, machineGroup } from '../simulation/support';
import { startClient, vscodeCapabilities } from './client';
import type { TestClient } from './client';

const uri = 'file:///designs/a.hacluster';
const code = 'capacity/not-tolerant';
const design = [
  headOf({ nodes: 2, version: '2022' }),
  machineGroup({ name: 'VM1', group: 'owner = HV-01', memory: '20GB' }),
  machineGroup({ name: 'VM2', group: 'owner = HV-02', memory: '20GB' }),
].join('\n');

let client: TestClient | undefined;

afterEach(() => {
  client?.stop();
  client = undefined;
});

async function codesOf(one: TestClient): Promise<readonly unknown[]> {
  return (await one.findings(uri)).map((finding) => finding.code);
}

describe('findings that take runs of the simulation', () => {
  it('come to a client that asks, which is told to ask again, and go with the next edit that mends it', async () => {
    let refreshed = 0;
    const able: ClientCapabilities = {
      ...vscodeCapabilities,
      workspace: { ...vscodeCapabilities.workspace, diagnostics: { refreshSupport: true } },
    };
    const one = await startClient(able, {
      prepare: (connection) => {
        connection.onRequest(DiagnosticRefreshRequest.type, () => {
          refreshed += 1;
        });
      },
    });
    client = one;
    one.open(uri, design);
    expect(await codesOf(one)).not.toContain(code);
    await vi.waitUntil(() => refreshed > 0, { timeout: 10_000 });
    expect(await codesOf(one)).toContain(code);
    one.change(uri, 2, [{ text: design.replaceAll('memory = 20GB', 'memory = 2GB') }]);
    expect(await codesOf(one)).not.toContain(code);
  });

  it('are pushed to a client that does not ask, for the version they were found in', async () => {
    const one = await startClient({});
    client = one;
    one.open(uri, design);
    const withCode = (): boolean =>
      one.pushed.some(({ diagnostics }) => diagnostics.some((found) => found.code === code));
    await vi.waitUntil(withCode, { timeout: 10_000 });
    expect(one.pushed.find(({ diagnostics }) => diagnostics.some((found) => found.code === code))?.version).toBe(1);
  });
});

describe('looking for them', () => {
  const read = readDesign([createDocument(uri, design)]);
  const folder = mkdtempSync(path.join(tmpdir(), 'hacluster-'));

  async function thread(): Promise<LateService> {
    const bundle = bundles.find(({ outfile }) => outfile === 'dist/late-worker.js');
    const outfile = path.join(folder, 'late-worker.js');
    await build({ absWorkingDir: path.resolve(import.meta.dirname, '../..'), bundle: true, ...bundle, outfile });
    return threadLate(outfile);
  }

  it('gives the same in a thread of its own, with places in the design that was asked about', async () => {
    const service = await thread();
    const inThread = await service.begin(read).findings;
    const inline = await inlineLate().begin(read).findings;
    expect(inline?.map((finding) => finding.code)).toEqual([code]);
    expect(inThread).toEqual(inline);
    expect(inThread?.[0]?.place.declaration).toBe(read.bound[0]?.declaration);
    service.dispose();
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('says nothing where it is given up, and works again after that', async () => {
    const service = inlineLate();
    const work = service.begin(read);
    work.cancel();
    expect(await work.findings).toBe(undefined);
    expect((await service.begin(read).findings)?.length).toBe(1);
  });
});
