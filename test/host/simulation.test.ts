import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { figure1, lineOf } from '../server/figure1';
import { closeAll, showFile, showUntitled } from './support/designs';
import { pictureTabs } from './support/pictures';
import { endSimulations, simulate } from './support/simulation';
import type { Simulation, Standing } from './support/simulation';
import { until } from './support/until';

const failHostA = { faults: ['0s fail node HostA'] };

/** Steps until a condition holds. A run that has ended fails the test, as the next stop never comes. */
async function stepUntil(run: Simulation, holds: (standing: Standing) => boolean): Promise<Standing> {
  let here = await run.standing();
  while (!holds(here)) here = await run.move('next');
  return here;
}

describe('simulations', () => {
  let design: vscode.Uri;

  beforeEach(async () => {
    design = (await showFile('simulation.hacluster', figure1)).document.uri;
  });
  afterEach(async () => {
    await endSimulations();
    await closeAll();
  });

  it('step forwards and back to the same moment, run on, and stop', async () => {
    const run = await simulate(design, failHostA);
    const first = await run.standing();
    assert.match(first.event, /HostA loses power/);
    assert.equal(first.line, lineOf(figure1, 'node "HostA"'));

    const moved = await stepUntil(run, ({ line }) => line === lineOf(figure1, 'disk "LUN2"'));
    const next = await run.move('next');
    assert.notDeepEqual(next, moved);
    assert.deepEqual(await run.move('stepBack'), moved);
    assert.deepEqual(await run.move('reverseContinue').then(() => run.move('next')), first);

    const last = await run.move('continue');
    assert.equal(await run.evaluate('LUN2.owner'), 'HostB');
    assert.equal(await run.evaluate('VM2.owner'), 'HostB');
    assert.notDeepEqual(last, first);
    await run.finish('continue');
  });

  it('show the line they stand at in the editor', async () => {
    const run = await simulate(design, failHostA);
    const frame = await until('the frame', () => vscode.debug.activeStackItem instanceof vscode.DebugStackFrame);
    assert.ok(frame);
    const { line } = await stepUntil(run, (standing) => standing.line === lineOf(figure1, 'physical_disk LUN2'));
    await until(
      'the editor to be at the line',
      () =>
        vscode.window.activeTextEditor?.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line),
      () => vscode.window.activeTextEditor?.visibleRanges,
    );
    await run.finish('stop');
  });

  it('stop where a group with a breakpoint changes', async () => {
    const line = lineOf(figure1, 'group "VM2"');
    vscode.debug.addBreakpoints([
      new vscode.SourceBreakpoint(new vscode.Location(design, new vscode.Position(line, 0))),
    ]);
    const run = await simulate(design, { ...failHostA, stopOnEntry: true });
    const stopped = await run.move('continue');
    assert.equal(run.reason(), 'breakpoint');
    assert.equal(stopped.line, line);
    assert.match(stopped.event, /VM2/);
  });

  it('are the same every time', async () => {
    const consoleOf = async (): Promise<readonly string[]> => {
      const run = await simulate(design, { ...failHostA, stopOnEntry: true });
      await run.move('continue');
      await run.finish('continue');
      return run.console();
    };
    const first = await consoleOf();
    assert.ok(first.some((line) => line.includes('VM2 is online on HostB')));
    assert.deepEqual(await consoleOf(), first);
  });

  it('open the storage picture when none is open', async () => {
    await simulate(design, failHostA);
    await until('the picture', () => pictureTabs().some(({ label }) => label.startsWith('Storage Ownership')));
  });

  it('run a design that has no file', async () => {
    const { document } = await showUntitled(figure1);
    const run = await simulate(document.uri, { scenario: 'HostA loses power' });
    assert.equal((await run.standing()).line, lineOf(figure1, 'at 0s  fail node HostA'));
    await run.move('continue');
    await run.finish('continue');
    assert.ok(run.console().includes('2 of 2 expectations passed.'));
  });

  it('are started by the command with what it is given', async () => {
    await vscode.commands.executeCommand('hacluster.simulateFailover', design, ['fail node HostA']);
    const session = await until('the session', () => vscode.debug.activeDebugSession);
    assert.equal(session.name, 'Fail node HostA');
    assert.deepEqual(session.configuration['faults'], ['0s fail node HostA']);
  });
});
