import { afterEach, describe, expect, it } from 'vitest';
import {
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  RegistrationRequest,
} from 'vscode-languageserver/node';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver/node';
import { settingName } from '../../src/server/personal/setting';
import { startClient, vscodeCapabilities } from './client';
import type { TestClient } from './client';
import { figure1 } from './figure1';

const uri = 'file:///designs/a.hacluster';
const other = 'file:///designs/other/b.hacluster';
const code = 'vm/storage-dependency-missing';
const broken = figure1.replace('"VM2 Configuration" and LUN2', '"VM2 Configuration"');
const severities = ['error', 'warning', 'info', 'hint'];
const everything = { start: { line: 0, character: 0 }, end: { line: 500, character: 0 } };

const capabilities: ClientCapabilities = {
  ...vscodeCapabilities,
  workspace: {
    ...vscodeCapabilities.workspace,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

let client: TestClient;

afterEach(() => {
  client.stop();
});

/** A client with the setting; what it holds for a file may change. */
async function start(settings: Record<string, unknown>, able = capabilities): Promise<{ refreshed: number }> {
  const seen = { refreshed: 0 };
  client = await startClient(able, {
    prepare: (connection) => {
      connection.onRequest(ConfigurationRequest.type, ({ items }) =>
        items.map(({ scopeUri, section }) => (section === settingName ? (settings[scopeUri ?? ''] ?? null) : null)),
      );
      connection.onRequest(RegistrationRequest.type, () => undefined);
      connection.onRequest(DiagnosticRefreshRequest.type, () => {
        seen.refreshed += 1;
      });
    },
  });
  return seen;
}

function changed(): void {
  void client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
}

async function severityOf(file: string, wanted = code): Promise<string | undefined> {
  const found = (await client.findings(file)).find((one) => one.code === wanted);
  return found && severities[(found.severity ?? 0) - 1];
}

function withRules(rules: string): string {
  return broken.replace('  quorum {', `  rules { ${rules} }\n  quorum {`);
}

describe('severities of one’s own', () => {
  it.each([
    ['no setting', undefined, broken, 'error'],
    ['off', { [code]: 'off' }, broken, undefined],
    ['a warning', { [code]: 'warning' }, broken, 'warning'],
    ['info', { [code]: 'info' }, broken, 'info'],
    ['a hint', { [code]: 'hint' }, broken, 'hint'],
    ['what the design says wins', { [code]: 'off' }, withRules(`warning = ["${code}"]`), 'warning'],
    ['the design may turn it off', { [code]: 'error' }, withRules(`off = ["${code}"]`), undefined],
    ['another code', { 'vm/configuration-missing': 'off' }, broken, 'error'],
    ['a value that is none', { [code]: 'fatal' }, broken, 'error'],
    ['no object', 'off', broken, 'error'],
    ['a list', [code], broken, 'error'],
  ])('%s', async (_, setting, text, severity) => {
    await start({ [uri]: setting });
    client.open(uri, text);
    expect(await severityOf(uri)).toBe(severity);
  });

  it('cannot turn off what leaves unclear what a design means', async () => {
    await start({ [uri]: { 'language/syntax': 'off', 'language/unused': 'off' } });
    client.open(uri, `${figure1}\ndisk {`);
    expect(await severityOf(uri, 'language/syntax')).toBe('error');
    expect(client.logged).toEqual([
      `Setting ${settingName}: language/syntax is always an error: it leaves unclear what a design means.`,
    ]);
  });

  it('say once in the log what has no effect', async () => {
    const setting = { 'vm/storage-dependency-mising': 'off', [code]: 'fatal', constructor: 'off' };
    await start({ [uri]: setting, [other]: setting });
    client.open(uri, broken);
    client.open(other, broken);
    await client.findings(uri);
    await client.findings(other);
    changed();
    await client.findings(uri);
    expect(client.logged).toEqual([
      `Setting ${settingName}: no rule has the code vm/storage-dependency-mising. Is ${code} meant?`,
      `Setting ${settingName}: ${code} is set to "fatal"; it can be off, error, warning, info, hint.`,
      expect.stringContaining('no rule has the code constructor') as unknown,
    ]);
  });

  it('differ between folders', async () => {
    await start({ [uri]: { [code]: 'hint' } });
    client.open(uri, broken);
    client.open(other, broken);
    expect([await severityOf(uri), await severityOf(other)]).toEqual(['hint', 'error']);
  });

  it('hold as soon as they are changed', async () => {
    const settings: Record<string, unknown> = {};
    const seen = await start(settings);
    client.open(uri, broken);
    const first = await client.diagnostics(uri);
    expect((await client.diagnostics(uri, first.resultId)).kind).toBe('unchanged');
    settings[uri] = { [code]: 'off' };
    changed();
    await expect.poll(() => seen.refreshed).toBe(1);
    expect((await client.diagnostics(uri, first.resultId)).kind).toBe('full');
    expect(await severityOf(uri)).toBeUndefined();
    settings[uri] = null;
    changed();
    await expect.poll(() => severityOf(uri)).toBe('error');
  });

  it('are followed where diagnostics are pushed', async () => {
    const settings: Record<string, unknown> = { [uri]: { [code]: 'off' } };
    await start(settings, { workspace: capabilities.workspace ?? {} });
    const last = (): unknown => client.pushed.at(-1)?.diagnostics.map((one) => one.code);
    client.open(uri, broken);
    await expect.poll(last).not.toContain(code);
    settings[uri] = {};
    changed();
    await expect.poll(last).toContain(code);
  });

  it('leave no fix for what is not shown', async () => {
    await start({ [uri]: { [code]: 'off' } });
    client.open(uri, broken);
    expect(await client.codeActions(uri, everything, ['quickfix'])).toEqual([]);
    expect(await client.codeActions(uri, everything, ['source.fixAll'])).toEqual([]);
    client.change(uri, 2, [{ text: broken.replace('memory_reserve', 'memory_reserv') }]);
    const [action] = (await client.codeActions(uri, everything, ['source.fixAll'])) as readonly CodeAction[];
    expect(JSON.stringify(action?.edit)).toContain('"newText":"e"');
    expect(JSON.stringify(action?.edit)).not.toContain('LUN2');
  });
});
