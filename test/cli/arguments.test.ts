import { describe, expect, it } from 'vitest';
import { run } from './run';

describe('a call that cannot be used: one line on standard error, nothing on standard output, status 2', () => {
  it.each<readonly [readonly string[], RegExp]>([
    [[], /command is missing.*--help/],
    [['frobnicate', 'a.hacluster'], /unknown command 'frobnicate'/],
    [['chek', 'a.hacluster'], /unknown command 'chek'.*check\?/],
    [['lsp', 'a.hacluster'], /too many arguments/],
    [['schema', '--format', 'xml'], /'xml' is invalid.*text, json/],
    [['check'], /missing required argument 'files'.*hacluster check --help/],
    [['check', 'a.hacluster', '--formt', 'json'], /unknown option '--formt'.*--format\?/],
    [['check', 'a.hacluster', '--format', 'xml'], /'xml' is invalid.*text, json, sarif/],
    [['check', 'a.hacluster', '--max-warnings', 'many'], /'many' is invalid.*whole number/],
    [['check', 'a.hacluster', '--max-warnings', '-1'], /whole number/],
    [['format', 'a.hacluster', '--check', '--write'], /'--check' cannot be used with option '--write'/],
    [['format', 'a.hacluster', 'b.hacluster'], /one file only.*--check or --write/],
    [['format', '-', '--write'], /standard input cannot be written back/],
    [['fix', '-', '--write'], /standard input cannot be written back/],
    [['fix', 'a.hacluster', 'b.hacluster'], /too many arguments/],
    [['fix', 'a.hacluster', '--rule', 'vm\\configuration-missing'], /no rule.*'vm\/configuration-missing' meant\?/],
    [['simulate', 'a.hacluster'], /--scenario NAME or --at/],
    [['simulate', 'a.hacluster', '--scenario', 'S', '--at', '0s fail node A'], /exclude each other/],
    [['simulate', 'a.hacluster', '--at', '0s fail node A', '--until', 'later'], /'later' is invalid.*90s or 2h/],
    [['simulate', 'a.hacluster', '--at', '0s fail node A', '--until', '2 parsecs'], /time with its unit/],
    [['test', 'a.hacluster', '--reporter', 'tap'], /'tap' is invalid.*junit/],
    [['graph', 'a.hacluster'], /required option '--view <view>'/],
    [['graph', 'a.hacluster', '--view', 'everything'], /'everything' is invalid.*dependencies, storage/],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await run(args);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^hacluster: [^\n]+\n$/);
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('what asks only for words', () => {
  it.each<readonly [readonly string[], RegExp]>([
    [['--version'], /^\d+\.\d+\.\d+\n$/],
    [
      ['--help'],
      /check .*\n[^]*fix .*\n[^]*format .*\n[^]*simulate .*\n[^]*test .*\n[^]*graph .*\n[^]*schema .*\n[^]*lsp /,
    ],
    [['help', 'simulate'], /--scenario <name>/],
    [['check', '--help'], /--max-warnings <count>/],
  ])('%j', async (args, text) => {
    const { status, stdout, stderr } = await run(args);
    expect(stdout).toMatch(text);
    expect([status, stderr]).toEqual([0, '']);
  });
});
