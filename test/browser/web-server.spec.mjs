// The language server of the web build: one script that runs as a worker of a plain page, as VS Code for the Web starts it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { examplesFolder, inProject } from '../../scripts/lib/project.mjs';
import { launchBrowser } from '../workbench/browser.mjs';
import { serveFolder } from './driver/static-server.mjs';

/** What is said of the design as it is: one of its hosts has nothing to do. */
const remark = 'capacity/idle-reserve';
const uri = 'file:///designs/figure1.hacluster';
const right = readFileSync(path.join(examplesFolder, 'figure1.hacluster'), 'utf8');
const wrong = right.replace('depends_on     = "VM2 Configuration" and LUN2', 'depends_on     = "VM2 Configuration"');

const emptyPage = '<!doctype html><title>Language server</title>';

describe('the language server of the web build', () => {
  let files;
  let browser;
  let page;

  /** Sends a request and gives the answer. */
  const request = (method, params) => page.evaluate((given) => globalThis.client.request(...given), [method, params]);
  const notify = (method, params) => page.evaluate((given) => globalThis.client.notify(...given), [method, params]);
  const published = (version) => page.evaluate((wanted) => globalThis.client.diagnostics(wanted), version);

  before(async () => {
    files = await serveFolder(inProject('dist/web'), { '/': emptyPage });
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(`${files.address}/`);
    await page.evaluate(() => {
      const worker = new Worker('/server.js');
      const answers = new Map();
      const found = new Map();
      const waiting = new Map();
      let id = 0;
      worker.addEventListener('message', ({ data }) => {
        if (data.method === 'textDocument/publishDiagnostics') {
          found.set(data.params.version, data.params.diagnostics);
          waiting.get(data.params.version)?.(data.params.diagnostics);
        } else if (data.method === undefined) {
          const { resolve, reject } = answers.get(data.id);
          if (data.error) reject(new Error(data.error.message));
          else resolve(data.result);
        }
      });
      globalThis.client = {
        request: (method, params) =>
          new Promise((resolve, reject) => {
            id += 1;
            answers.set(id, { resolve, reject });
            worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
            worker.postMessage({ jsonrpc: '2.0', id, method, params });
          }),
        notify: (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params }),
        diagnostics: (version) =>
          found.has(version)
            ? Promise.resolve(found.get(version))
            : new Promise((resolve) => waiting.set(version, resolve)),
      };
    });
  });

  after(async () => {
    await browser?.close();
    files?.stop();
  });

  it('says what it can do', async () => {
    const { capabilities } = await request('initialize', { processId: null, rootUri: null, capabilities: {} });
    assert.ok(capabilities.codeActionProvider);
    await notify('initialized', {});
  });

  it('finds what is wrong with a design, and that it has been put right', async () => {
    assert.notEqual(wrong, right);
    const textDocument = { uri, languageId: 'hacluster', version: 1, text: wrong };
    await notify('textDocument/didOpen', { textDocument });
    assert.deepEqual(
      (await published(1)).map(({ code }) => code),
      ['vm/storage-dependency-missing', remark],
    );
    await notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: right }] });
    assert.deepEqual(
      (await published(2)).map(({ code }) => code),
      [remark],
    );
  });

  it('lays out pictures', async () => {
    const { kind, picture } = await request('hacluster/picture', { uri, view: 'storage' });
    assert.equal(kind, 'picture');
    assert.ok(picture.shapes.some(({ id }) => id === 'resource:VM2'));
  });

  it('knows what may fail', async () => {
    const faults = await request('hacluster/faults', { uri });
    assert.equal(faults[0].action, 'fail node HostA');
  });
});
