import { chmodSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, run, soundDesign, temporaryFolder } from './run';

const folder = temporaryFolder();
const utf8 = new TextEncoder();
const utf16 = Buffer.from(`\uFEFF${soundDesign}`, 'utf16le');
const latin1 = Buffer.from(`# Grundst\u00fcck\n${soundDesign}`, 'latin1');

const huge = put(folder, 'huge.hacluster', '');
truncateSync(huge, 50 * 1024 ** 2);
const directory = path.join(folder, 'directory');
mkdirSync(directory);
const locked = put(folder, 'locked.hacluster', soundDesign);
chmodSync(locked, 0);

const isReadable = (file: string): boolean => {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
};

describe('a file that cannot be read: one line, status 2', () => {
  it.each<readonly [string, RegExp]>([
    [path.join(folder, 'missing.hacluster'), /missing\.hacluster: there is no such file: check the path/],
    [path.join(folder, 'missing', 'a.hacluster'), /there is no such file/],
    [path.join(put(folder, 'file', ''), 'a.hacluster'), /part of the path is no directory/],
    [directory, /it is a directory/],
    [huge, /larger than 32 MB/],
    [put(folder, 'utf16le.hacluster', utf16), /UTF-16.*save it with encoding UTF-8/],
    [put(folder, 'utf16be.hacluster', Buffer.from(utf16).swap16()), /UTF-16/],
  ])('%s', async (file, message) => {
    for (const command of [
      ['check', file],
      ['format', file],
      ['test', file],
      ['fix', file, '--write'],
    ]) {
      const { status, stdout, stderr } = await run(command);
      expect(stderr).toMatch(message);
      expect(stderr).toMatch(/^hacluster: [^\n]+\n$/);
      expect([status, stdout]).toEqual([2, '']);
    }
  });

  it.skipIf(isReadable(locked))('without permission (skipped for a user who may read everything)', async () => {
    const { status, stderr } = await run(['check', locked]);
    expect([status, stderr]).toEqual([
      2,
      `hacluster: cannot read ${locked}: access is denied: check the permissions of the file.\n`,
    ]);
  });

  it('one of several: nothing is printed for the others', async () => {
    const { status, stdout } = await run(['check', put(folder, 'good.hacluster', soundDesign), 'missing.hacluster']);
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('a file that is read with a diagnostic', () => {
  it.each<readonly [string, string | Uint8Array, string, number]>([
    ['empty', '', 'language/missing-attribute at 0:0', 1],
    ['only a comment', '# later\n', 'language/missing-attribute at 0:0', 1],
    ['not UTF-8', latin1, 'language/encoding at 0:9', 0],
    ['zeros', new Uint8Array(100), 'language/syntax at 0:0', 1],
  ])('%s', async (name, content, expected, exit) => {
    const { status, stdout } = await run(['check', put(folder, `${name}.hacluster`, content), '--format', 'json']);
    const report = JSON.parse(stdout) as {
      files: { diagnostics: { code: string; range: { start: { line: number; character: number } } }[] }[];
    };
    const found = report.files[0]?.diagnostics.map(
      ({ code, range: { start } }) => `${code} at ${start.line}:${start.character}`,
    );
    expect(found).toContain(expected);
    expect(status).toBe(exit);
  });

  it('a byte order mark does not count as a column and stays', async () => {
    const file = put(folder, 'mark.hacluster', '\uFEFFnodes "A" { }\n');
    expect((await run(['check', file])).stdout).toMatch(/:1:1: error/);
    expect((await run(['format', put(folder, 'mark2.hacluster', '\uFEFFnode   A\n'), '--write'])).status).toBe(0);
    expect(readFileSync(path.join(folder, 'mark2.hacluster'), 'utf8')).toBe('\uFEFFnode A\n');
  });

  it('what is not UTF-8 is never written back', async () => {
    const file = put(folder, 'latin1.hacluster', Buffer.concat([latin1, utf8.encode('node   X')]));
    const before = readFileSync(file);
    const { status, stderr } = await run(['format', file, '--write']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/bytes that are not UTF-8/);
    expect(readFileSync(file)).toEqual(before);
  });
});
