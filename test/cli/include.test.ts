import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/interchange/diagnostics';
import { put, run, temporaryFolder } from './run';

const folder = temporaryFolder();
mkdirSync(path.join(folder, 'parts'));

const head = 'cluster "C" {\n  version = "2012"\n}\nnode A { memory = 8GB }\nnode B { memory = 8GB }\n';
const group = 'group "G" {\n  owner = A\n  physical_disk LUN1\n}\n';

put(folder, 'parts/storage.hacluster', 'storage SAN { }\ninclude "disks.hacluster"\n');
put(folder, 'parts/disks.hacluster', 'disk LUN1 { storage = SAN }\n');
put(folder, 'parts/wrong.hacluster', 'storage SAN { }\ndisk LUN1 { storage = sanx }\n');
put(folder, 'parts/ring.hacluster', 'storage SAN { }\ndisk LUN1 { storage = SAN }\ninclude "../ring.hacluster"\n');
const whole = put(folder, 'whole.hacluster', `${head}include "parts\\storage.hacluster"\n${group}`);
const faulty = put(folder, 'faulty.hacluster', `${head}include "parts/wrong.hacluster"\n${group}`);
const ring = put(folder, 'ring.hacluster', `${head}include "parts/ring.hacluster"\n${group}`);
const absolute = put(
  folder,
  'absolute.hacluster',
  `${head}include "${path.join(folder, 'parts', 'storage.hacluster').replaceAll('/', '\\')}"\n${group}`,
);
const lost = put(folder, 'lost.hacluster', `${head}include "nowhere.hacluster"\n`);

/** Errors as `file:line code`, lines from 0. */
async function errorsOf(file: string): Promise<readonly string[]> {
  const { stdout } = await run(['check', file, '--format', 'json']);
  const report = JSON.parse(stdout) as CheckReport;
  return report.files.flatMap((one) =>
    one.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, range }) => `${path.relative(folder, one.file)}:${range.start.line} ${code}`),
  );
}

describe('include', () => {
  it.each([
    ['parts of parts make one design', whole, []],
    ['a part named by its whole path', absolute, []],
    ['a finding stands in the file it belongs to', faulty, ['parts/wrong.hacluster:1 language/unresolved-reference']],
    ['a ring is read once', ring, ['parts/ring.hacluster:2 language/duplicate-name']],
    ['a file that is not there', lost, ['lost.hacluster:5 language/unresolved-reference']],
  ])('%s', async (_, file, expected) => {
    expect(await errorsOf(file)).toEqual(expected);
  });

  it('is simulated as one design', async () => {
    const { status, stdout } = await run(['simulate', whole, '--at', '0s move group G to B', '--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ final: { disks: { LUN1: { owner: 'B' } } } });
  });

  it('is mended in the file that is wrong', async () => {
    await run(['fix', faulty, '--write']);
    expect(readFileSync(path.join(folder, 'parts/wrong.hacluster'), 'utf8')).toContain('storage = SAN }');
    expect(await errorsOf(faulty)).toEqual([]);
  });
});
