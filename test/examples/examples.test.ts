import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/language/document';
import { format } from '../../src/language/format/format';
import { readDesign } from '../../src/model/design';
import { inputOfActions } from '../../src/cli/scenario';
import { createTimeline, inputOfScenario, problemsOfInput, simulate } from '../../src/simulation';
import type { Run } from '../../src/simulation';

const folder = path.resolve(import.meta.dirname, '../../examples');
const files = readdirSync(folder).filter((file) => file.endsWith('.hacluster'));

const documentOf = (file: string) => createDocument(file, readFileSync(path.join(folder, file), 'utf8'));
const clusterOf = (file: string) => readDesign([documentOf(file)]).cluster;

describe.each(files)('%s', (file) => {
  it('is in canonical layout', () => {
    const document = documentOf(file);
    expect(format(document)).toBe(document.text());
  });

  const cluster = clusterOf(file);

  it('has scenarios', () => {
    expect(cluster.scenarios.all).not.toEqual([]);
  });

  it.each(cluster.scenarios.all.map(({ name, key }) => [name, key] as const))('holds in "%s"', (_, key) => {
    const scenario = cluster.scenarios.get(key);
    const input = scenario && inputOfScenario(scenario);
    expect(input?.expectations).not.toEqual([]);
    expect(input && problemsOfInput(cluster, input)).toEqual([]);
    expect(input && simulate(cluster, input).verdicts.filter(({ passed }) => !passed)).toEqual([]);
  });
});

/** Whether the chain of causes of every event ends at an action. */
function causesReachAction({ events }: Run): boolean {
  const reached = new Set<number>();
  for (const { id, kind, cause } of events)
    if (kind === 'action' || (cause !== null && reached.has(cause))) reached.add(id);
  return reached.size === events.length;
}

describe('figure1.hacluster: virtual machine and disk end on HostB, and every event follows from the action', () => {
  it.each(['0s fail node HostA', '0s move group VM2 to HostB'])('%s', (action) => {
    const run = simulate(clusterOf('figure1.hacluster'), inputOfActions([action], '--at'));
    const timeline = createTimeline(run);
    timeline.goTo(run.events.length);
    const { state } = timeline;
    expect([state.get('resource', 'VM2', 'state'), state.get('group', 'VM2', 'owner')]).toEqual(['online', 'HostB']);
    expect([state.get('disk', 'LUN2', 'state'), state.get('disk', 'LUN2', 'owner')]).toEqual(['online', 'HostB']);
    expect(causesReachAction(run)).toBe(true);
  });
});
