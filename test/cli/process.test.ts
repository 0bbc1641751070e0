import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../scripts/lib/bundles.mjs';
import { put, soundDesign, temporaryFolder } from './run';

const folder = temporaryFolder();
const program = path.join(folder, 'cli.js');
const sound = put(folder, 'sound.hacluster', soundDesign);

beforeAll(async () => {
  const own = bundles.filter(({ outfile }) => /^dist\/(?:cli|cli-worker|elk)\.js$/.test(outfile));
  const options = { absWorkingDir: path.resolve(import.meta.dirname, '../..'), bundle: true };
  await Promise.all(
    own.map((bundle) => build({ ...options, ...bundle, outfile: path.join(folder, path.basename(bundle.outfile)) })),
  );
}, 60_000);

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundle; `act` may use the process before its end is waited for. */
async function runProgram(
  args: readonly string[],
  act: (child: ChildProcessWithoutNullStreams) => unknown = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args]);
  const end = Promise.all([textUntilClosed(child.stdout), text(child.stderr), once(child, 'close')]);
  await act(child);
  const [stdout, stderr] = await end;
  return { code: child.exitCode, stdout, stderr };
}

/** What a stream gives; nothing where the test closes it. */
async function textUntilClosed(stream: Readable): Promise<string> {
  try {
    return await text(stream);
  } catch (error) {
    if (stream.destroyed) return '';
    throw error;
  }
}

/** Writes to a process; over when it has read nearly all. A pipe holds far less than the tests write. */
function give(stdin: Writable, input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stdin.write(input, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

describe('the bundled program', () => {
  it.each<readonly [readonly string[], number, RegExp, RegExp]>([
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/, /^$/],
    [['check', sound], 0, /^Nothing found in 1 file\.\n$/, /^$/],
    [['check', 'missing.hacluster'], 2, /^$/, /^hacluster: [^\n]*missing\.hacluster[^\n]*\n$/],
    [['frobnicate'], 2, /^$/, /^hacluster: [^\n]*frobnicate[^\n]*\n$/],
    [['simulate', sound, '--scenario', 'HostA fails', '--format', 'json'], 0, /^\{"version":1,[^\n]*\}\n$/, /^$/],
    [['test', sound, '--reporter', 'junit'], 0, /^<\?xml/, /^$/],
    [['graph', sound, '--view', 'dependencies', '--format', 'svg'], 0, /^<svg/, /^$/],
  ])('%j', async (args, code, stdout, stderr) => {
    const ended = await runProgram(args);
    expect(ended.stdout).toMatch(stdout);
    expect(ended.stderr).toMatch(stderr);
    expect(ended.code).toBe(code);
  });

  it('is an executable script', () => {
    expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('reads standard input to its end', async () => {
    const { code, stdout } = await runProgram(['format', '-'], ({ stdin }) => stdin.end('node   A { }'));
    expect([code, stdout]).toEqual([0, 'node A { }\n']);
  });

  it('survives a reader that closes the pipe', async () => {
    const { code, stderr } = await runProgram(['format', '-'], ({ stdin, stdout }) => {
      stdout.destroy();
      stdin.end('node A { }\n'.repeat(20_000));
    });
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('Ctrl-C ends the program and says what is not finished', () => {
  const stopped = { code: 130, stdout: '', stderr: "hacluster: stopped; 'check -' is not finished.\n" };
  const large = 'node A { memory = 1GB }\n'.repeat(400_000);

  it('while it waits for input', async () => {
    const ended = await runProgram(['check', '-'], async (child) => {
      await give(child.stdin, large);
      child.kill('SIGINT');
    });
    expect(ended).toEqual(stopped);
  });

  it('while it computes', async () => {
    const ended = await runProgram(['check', '-'], async (child) => {
      await give(child.stdin, large);
      child.stdin.end();
      await once(child.stdin, 'close');
      child.kill('SIGINT');
    });
    expect(ended).toEqual(stopped);
  });
});
