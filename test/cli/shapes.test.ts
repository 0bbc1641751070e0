import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { put, run, soundDesign, temporaryFolder } from './run';

const folder = temporaryFolder();
const sound = put(folder, 'sound.hacluster', soundDesign);
const faulty = put(folder, 'faulty.hacluster', soundDesign.replace('memory = 8GB', 'memry = 8GB'));
const twice = put(folder, 'twice & more.hacluster', `${readFileSync(faulty, 'utf8')}storage "SAN" { }\n`);

async function answerOf(...args: readonly string[]): Promise<unknown> {
  return JSON.parse((await run([...args, '--format', 'json'])).stdout);
}

const range = { start: { line: 6, character: 15 }, end: { line: 6, character: 20 } };

describe('the shapes of cli.md', () => {
  it('check', async () => {
    expect(await answerOf('check', faulty)).toMatchObject({
      version: 1,
      files: [
        {
          file: faulty,
          diagnostics: [
            {
              code: 'language/unknown-attribute',
              severity: 'error',
              range,
              related: [],
              fixes: [
                {
                  title: expect.any(String) as string,
                  preferred: true,
                  edits: [{ file: faulty, range, newText: 'memory' }],
                },
              ],
            },
          ],
        },
      ],
      counts: { error: 1, warning: 0, info: 0, hint: 0 },
    });
  });

  it('check as SARIF 2.1.0', async () => {
    const { stdout } = await run(['check', twice, '--format', 'sarif']);
    const uri = encodeURI(twice.replaceAll('\\', '/'));
    const region = { startLine: 7, startColumn: 16, endLine: 7, endColumn: 21 };
    expect(JSON.parse(stdout)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'hacluster',
              rules: [{ id: 'language/duplicate-name' }, { id: 'language/unknown-attribute' }],
            },
          },
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'language/unknown-attribute',
              ruleIndex: 1,
              locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
              fixes: [
                {
                  artifactChanges: [{ replacements: [{ deletedRegion: region, insertedContent: { text: 'memory' } }] }],
                },
              ],
            },
            {
              ruleId: 'language/duplicate-name',
              ruleIndex: 0,
              level: 'error',
              relatedLocations: [{ id: 0, physicalLocation: { region: { startLine: 10 } } }],
            },
          ],
        },
      ],
    });
  });

  it('test', async () => {
    expect(await answerOf('test', sound)).toMatchObject({
      version: 1,
      files: [
        {
          file: sound,
          scenarios: [
            {
              name: 'HostA fails',
              passed: true,
              duration_ms: expect.any(Number) as number,
              expectations: [
                { text: 'VM1 online on HostB within 10m', passed: true, range: { start: { line: 27, character: 2 } } },
              ],
            },
          ],
        },
      ],
      passed: 1,
      failed: 0,
    });
  });

  it('simulate: a refused design has its errors', async () => {
    expect(await answerOf('simulate', faulty, '--at', '0s fail node HostA')).toMatchObject({
      version: 1,
      errors: [{ code: 'language/unknown-attribute' }],
    });
  });

  it('simulate: the seed is the one asked for', async () => {
    expect(await answerOf('simulate', sound, '--at', '0s fail node HostA', '--seed', '7')).toMatchObject({ seed: 7 });
  });

  it('graph', async () => {
    const graph = await answerOf('graph', sound, '--view', 'dependencies', '--after', '0s fail node HostA');
    expect(graph).toMatchObject({
      version: 1,
      view: 'dependencies',
      nodes: expect.arrayContaining([
        expect.objectContaining({
          id: 'group:VM1',
          state: 'online',
          range: { start: { line: 13, character: 0 }, end: { line: 23, character: 1 } },
        }),
      ]) as unknown,
      edges: expect.arrayContaining([
        expect.objectContaining({ from: 'resource:VM1', to: 'resource:LUN1', kind: 'depends_on' }),
      ]) as unknown,
    });
  });

  it('format', async () => {
    expect(await answerOf('format', sound, '--check')).toEqual({
      version: 1,
      files: [{ file: sound, changed: false }],
    });
  });

  it('fix', async () => {
    expect(await answerOf('fix', faulty)).toMatchObject({
      version: 1,
      applied: [{ code: 'language/unknown-attribute' }],
      files: [{ file: faulty, changed: true, text: soundDesign }],
    });
  });
});
