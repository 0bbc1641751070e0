import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { methods } from '../../src/protocol/server';
import type { HighAvailabilityPlan } from '../../src/protocol/server';
import { positionIn } from '../support/markers';
import { startClient } from './client';
import type { TestClient } from './client';
import { diskOf } from './disk';
import { figure1 } from './figure1';

const uri = 'untitled:Untitled-1';
const whole = 'file:///designs/whole.hacluster';
const part = 'file:///designs/part.hacluster';
const disk3 = 'disk "LUN3" { storage = SAN1  lun = 3  size = 100GB  volume "H:" { } }\n';
const vm3 =
  'virtual_machine "VM3" { memory = 2GB  host = HostB  state = running  vhd "H:\\VM3\\os.vhd" { size = 20GB } }\n';
const vm4 = 'virtual_machine "VM4" { memory = 2GB  vhd "C:\\VM4\\os.vhd" { size = 20GB } }\n';
const loose = `${figure1}\n${disk3}${vm4}${vm3}`;
let client: TestClient;

beforeEach(async () => {
  client = await startClient(undefined, {
    files: diskOf({ [part]: disk3 + vm3 }),
    initializationOptions: { knowsMethods: true },
  });
});
afterEach(() => {
  client.stop();
});

async function planOf(file: string, machine: string): Promise<HighAvailabilityPlan> {
  const plan = await client.request(methods.highAvailabilityPlan, { uri: file, machine });
  if (!plan) throw new Error('no plan');
  return plan;
}

/** Codes of the errors and what is said of the machine after the edits. */
async function findingsAfter(plan: HighAvailabilityPlan, texts: Readonly<Record<string, string>>): Promise<unknown> {
  for (const { uri: file, version, edits } of plan.files) {
    const text = texts[file] ?? '';
    const edited = TextDocument.applyEdits(
      TextDocument.create(file, 'hacluster', 1, text),
      edits.map((edit) => ({ ...edit })),
    );
    if (version === null) client.open(file, edited);
    else client.change(file, version + 1, [{ text: edited }]);
  }
  const found = await Promise.all(plan.files.map(({ uri: file }) => client.findings(file)));
  return found
    .flat()
    .flatMap(({ code, severity }) => (severity === 1 || code === 'vm/not-highly-available' ? code : []));
}

describe('making a virtual machine highly available', () => {
  it('begins with those outside any group, the one at the cursor first', async () => {
    client.open(uri, loose);
    const listed = async (words?: string): Promise<unknown> =>
      client.request(methods.looseMachines, {
        uri,
        ...(words !== undefined && { position: positionIn(loose, loose.indexOf(words)) }),
      });
    const one = { name: 'VM3', host: 'HostB' };
    const two = { name: 'VM4', host: null };
    expect(await listed()).toEqual([two, one]);
    expect(await listed('memory = 2GB  host')).toEqual([one, two]);
    expect(await listed('node "HostA"')).toEqual([two, one]);
    expect(await client.request(methods.looseMachines, { uri: whole })).toEqual([]);
  });

  it('says what will be built, with warnings, and the edits for this version of a text without a file', async () => {
    client.open(uri, loose);
    const plan = await planOf(uri, 'VM3');
    expect(plan.checks.map(({ severity, message, range }) => [severity, message, range.start.line])).toEqual([
      [
        'warning',
        'VM3 is running: it must be turned off, shut down or saved before it is made highly available.',
        positionIn(loose, loose.indexOf(vm3)).line,
      ],
    ]);
    expect(plan.summary[0]).toBe('New group Virtual Machine(1), owned by HostB');
    expect(plan.report).toContain('# Make VM3 highly available');
    expect(plan.files).toMatchObject([{ uri, version: 1 }]);
    expect(await findingsAfter(plan, { [uri]: loose })).toEqual(['vm/not-highly-available']);
  });

  it('gives no edits where an error stands in the way', async () => {
    client.open(uri, loose);
    const plan = await planOf(uri, 'vm4');
    expect(plan.checks.map(({ severity }) => severity)).toContain('error');
    expect(plan.files).toEqual([]);
  });

  it('changes the part that the machine stands in', async () => {
    client.open(whole, `include "part.hacluster"\n${figure1}`);
    const plan = await planOf(whole, 'VM3');
    expect(plan.files).toMatchObject([{ uri: part, version: null }]);
    expect(await findingsAfter(plan, { [part]: disk3 + vm3 })).toEqual([]);
    expect(await client.request(methods.highAvailabilityPlan, { uri: whole, machine: 'VM3' })).toBeNull();
  });

  it.each(['VM1', 'nobody', ''])('has no plan for “%s”', async (machine) => {
    client.open(uri, loose);
    expect(await client.request(methods.highAvailabilityPlan, { uri, machine })).toBeNull();
  });
});

describe('the action that starts the wizard', () => {
  const titlesAt = async (words: string, only?: string[]): Promise<readonly string[]> => {
    const start = positionIn(loose, loose.indexOf(words));
    const actions = (await client.codeActions(uri, { start, end: start }, only)) as readonly CodeAction[];
    return actions.flatMap(({ title, command }) =>
      command?.command === 'hacluster.makeHighlyAvailable' ? [`${title} ${JSON.stringify(command.arguments)}`] : [],
    );
  };
  const wizard = ['Make VM3 highly available… ["untitled:Untitled-1","VM3"]'];

  it('is at a machine outside any group, and nowhere else', async () => {
    client.open(uri, loose);
    expect(await titlesAt('vhd "H:')).toEqual(wizard);
    expect(await titlesAt('vhd "H:', ['refactor'])).toEqual(wizard);
    expect(await titlesAt('vhd "H:', ['quickfix'])).toEqual([]);
    expect(await titlesAt('virtual_machine "VM2"')).toEqual([]);
  });

  it('is not there for a client that has no such command', async () => {
    client.stop();
    client = await startClient();
    client.open(uri, loose);
    expect(await titlesAt('vhd "H:')).toEqual([]);
  });
});
