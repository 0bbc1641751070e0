import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, run, soundDesign, temporaryFolder } from './run';

const folder = temporaryFolder();
const sound = put(folder, 'sound.hacluster', soundDesign);
const faulty = put(folder, 'faulty.hacluster', soundDesign.replace('memory = 8GB', 'memry = 8GB'));
const loose = put(folder, 'loose.hacluster', soundDesign.replace('memory = 8GB', 'memory=8gb'));
const part = put(folder, 'part.hacluster', 'node "A" { memory = 1GB }\n');
const unreadable = put(folder, 'unreadable.hacluster', `${soundDesign}node "X" {\n`);
const impatient = put(folder, 'impatient.hacluster', soundDesign.replace('within 10m', 'within 3s'));
const lost = put(
  folder,
  'lost.hacluster',
  `${soundDesign}
virtual_machine V1 { memory = 1GB  host = HostA }
virtual_machine V2 { memory = 1GB  host = HostB }
guest_cluster SQL {
  members = [V1]
  group DB { owner = V1 }
}
scenario "Too much" { at 0s move group DB to V2 }
scenario "HostB fails" { at 0s fail node HostB }
`,
);
const warned = put(folder, 'warned.hacluster', Buffer.from(`# \u00fc\n${soundDesign}`, 'latin1'));

/** Arguments | status | standard output | standard error, empty where it is left out. */
const calls: readonly (readonly [readonly string[], number, RegExp, RegExp?])[] = [
  [['check', sound], 0, /^Nothing found in 1 file\.\n$/],
  [
    ['check', sound, faulty],
    1,
    /^[^\n]*faulty\.hacluster:7:16: error: .*memry.* \[language\/unknown-attribute\]\n[^]*in 2 files\.\n$/,
  ],
  [['check', part], 0, /Nothing found/],
  [['check', warned], 0, /1 warning in 1 file/],
  [['check', warned, '--max-warnings', '1'], 0, /1 warning/],
  [['check', warned, '--max-warnings', '0'], 1, /1 warning/],
  [['format', sound], 0, /^cluster "C" \{\n/],
  [['format', loose], 0, /\nnode "HostA" \{ memory = 8GB \}\n/],
  [['format', loose, '--check'], 1, /loose\.hacluster: is not in canonical layout\n1 file to format, 0 unchanged\.\n$/],
  [['format', sound, '--check'], 0, /^0 files to format, 1 unchanged\.\n$/],
  [['format', unreadable, '--check'], 0, /unchanged/],
  [
    ['simulate', sound, '--scenario', 'hosta FAILS'],
    0,
    /^HostA fails\n +0 s +1 {2}fail node HostA\n[^]*\(because of 1\)[^]*held: VM1 online/,
  ],
  [['simulate', impatient, '--scenario', 'HostA fails'], 1, /FAILED: VM1 online on HostB within 3s/],
  [['simulate', sound, '--at', '0s fail node HostA', '--until', '1s'], 0, /1 s: the run ends/],
  [['simulate', sound, '--at', 'at 5s fail node HostA'], 0, / 5 s +1 {2}fail node HostA/],
  [
    ['simulate', sound, '--scenario', 'HostB fails'],
    2,
    /^$/,
    /no scenario 'HostB fails' in .*: is 'HostA fails' meant\?/,
  ],
  [['simulate', part, '--scenario', 'S'], 2, /^$/, /no scenario 'S' in .*: it has none\./],
  [['simulate', sound, '--at', '0s explode node HostA'], 2, /^$/, /'explode' is no action/],
  [['simulate', sound, '--at', 'fail node HostC'], 2, /^$/, /no node 'HostC'/],
  [['simulate', sound, '--at', '5 fail node HostA'], 2, /^$/, /needs a time with its unit/],
  [['simulate', sound, '--at', '0s\nfail node HostA'], 2, /^$/, /cannot be understood/],
  [['simulate', unreadable, '--at', '0s fail node HostA'], 1, /language\/syntax\][^]*Not simulated/],
  [['simulate', part, '--at', '0s fail node A'], 1, /:1:1: error: .*cluster.*\[language\/missing-attribute\]/],
  [['test', sound], 0, /^passed: HostA fails\n1 scenario passed, 0 failed\.\n$/],
  [
    ['test', sound, impatient],
    1,
    /FAILED: HostA fails\n.*impatient\.hacluster:28:3: expected VM1 online on HostB within 3s: .+\n1 scenario passed, 1 failed/,
  ],
  [['test', unreadable], 1, /language\/syntax\]\n[^]*not simulated\.\n0 scenarios passed, 0 failed/],
  [
    ['test', impatient, '--reporter', 'junit'],
    1,
    /<testsuites name="hacluster" tests="1" failures="1" errors="0"[^]*<failure message="expect VM1/,
  ],
  [
    ['test', unreadable, '--reporter', 'junit'],
    1,
    /errors="1"[^]*<error message="line \d+: .*" type="language\/syntax"/,
  ],
  [
    ['test', lost],
    2,
    /passed: HostA fails\npassed: HostB fails\nNOT RUN: Too much\n {2}.*lost\.hacluster:\d+:23: .*'V2'.*\n2 scenarios passed, 0 failed, 1 not run\.\n$/,
    /^hacluster: scenario 'Too much' in .*lost\.hacluster cannot be simulated: .*'V2'[^\n]*\n$/,
  ],
  [['test', lost, '--format', 'json'], 2, /"refused":\[\{"name":"Too much","message":"/, /Too much/],
  [
    ['test', lost, '--reporter', 'junit'],
    2,
    /tests="3" failures="0" errors="1"[^]*<error message="line \d+: .*V2/,
    /Too much/,
  ],
  [['schema'], 0, /^cluster: [^]*\n {2}memory = size \(/],
  [['graph', sound, '--view', 'storage', '--format', 'svg'], 0, /^<svg [^]*<\/svg>\s*$/],
  [['graph', sound, '--view', 'dependencies', '--format', 'svg'], 0, /^<svg [^]*VM1 Configuration/],
  [['graph', sound, '--view', 'dependencies', '--format', 'mermaid'], 0, /^flowchart/],
  [['graph', sound, '--view', 'dependencies', '--format', 'dot'], 0, /^digraph/],
  [['graph', part, '--view', 'storage'], 1, /missing-attribute/],
  [['graph', sound, '--view', 'storage', '--after', 'fail node HostC'], 2, /^$/, /HostC/],
  [['graph', sound, '--view', 'storage', '-o', path.join(folder, 'no', 'a.json')], 2, /^$/, /cannot write .*a\.json/],
  [['fix', sound], 0, /^Nothing to fix/],
  [
    ['fix', faulty],
    0,
    /^language\/unknown-attribute: .*\n--- .*\n\+\+\+ .*\n@@ [^]*\n-node "HostA" \{ memry = 8GB \}\n\+node "HostA" \{ memory = 8GB \}\n/,
  ],
  [['fix', faulty, '--rule', 'vm/configuration-missing'], 0, /^Nothing to fix/],
];

describe('status, standard output and standard error', () => {
  it.each(calls.map(([args, exit, stdout, stderr = /^$/]) => [args, exit, stdout, stderr] as const))(
    '%j',
    async (args, exit, stdout, stderr) => {
      const outcome = await run(args);
      expect(outcome.stdout).toMatch(stdout);
      expect(outcome.stderr).toMatch(stderr);
      expect(outcome.status).toBe(exit);
    },
  );
});

describe('standard input', () => {
  it.each<readonly [readonly string[], string, number, RegExp]>([
    [['check', '-'], soundDesign, 0, /Nothing found/],
    [['check', '-'], 'nodes A\n', 1, /^<stdin>:1:1: error/],
    [['format', '-'], 'node   A', 0, /^node A\n$/],
    [['test', '-'], soundDesign, 0, /1 scenario passed/],
  ])('%j', async (args, stdin, exit, stdout) => {
    const outcome = await run(args, stdin);
    expect(outcome.stdout).toMatch(stdout);
    expect([outcome.status, outcome.stderr]).toEqual([exit, '']);
  });
});

describe('files are changed by --write and -o only', () => {
  it.each([
    ['format --write', ['format', '--write'], 'node   A\n', 'node A\n'],
    ['format', ['format'], 'node   A\n', 'node   A\n'],
    ['format --check', ['format', '--check'], 'node   A\n', 'node   A\n'],
    ['fix --write', ['fix', '--write'], 'node A { memry = 1GB }\r\n', 'node A { memory = 1GB }\r\n'],
    ['fix', ['fix'], 'node A { memry = 1GB }\n', 'node A { memry = 1GB }\n'],
  ])('%s', async (_, args, before, after) => {
    const file = put(folder, 'written.hacluster', before);
    await run([...args, file]);
    expect(readFileSync(file, 'utf8')).toBe(after);
  });

  it('graph -o', async () => {
    const file = path.join(folder, 'picture.svg');
    const outcome = await run(['graph', sound, '--view', 'storage', '--format', 'svg', '-o', file]);
    expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg/);
  });
});
