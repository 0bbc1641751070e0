import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versions } from '../../src/language/schema/version';
import { startingNode } from '../../src/model/start';
import { createTimeline, simulate } from '../../src/simulation';
import { clusterOf } from '../support/design';

const nodes = ['A', 'B', 'C'] as const;
const some = fc.uniqueArray(fc.constantFrom(...nodes), { minLength: 1 });

/** Groups of a design with room for all of them: what each of them says of where it starts. */
const plans = fc.record({
  version: fc.constantFrom(...versions),
  states: fc.tuple(...nodes.map(() => fc.constantFrom('up', 'up', 'paused'))),
  groups: fc.array(
    fc.record({
      owner: fc.option(fc.constantFrom(...nodes)),
      preferred: fc.option(some),
      possible: fc.option(some),
      zoned: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never;

function textOf({ version, states, groups }: Plan): string {
  const list = (name: string, names: readonly string[] | null): string =>
    names ? `  ${name} = [${names.join(', ')}]\n` : '';
  return `cluster C { version = "${version}"  quorum { model = node_majority } }
${nodes.map((name, index) => `node ${name} { memory = 64GB  state = ${states[index] ?? 'up'} }\n`).join('')}storage Every { }
storage Some { nodes = [A, B] }
${groups
  .map(
    ({ owner, preferred, possible, zoned }, index) => `disk D${String(index)} { storage = ${zoned ? 'Some' : 'Every'} }
group G${String(index)} {
${owner ? `  owner = ${owner}\n` : ''}${list('preferred_owners', preferred)}  physical_disk D${String(index)} { ${list('possible_owners', possible).trim()} }
}
`,
  )
  .join('')}`;
}

describe('the node a group starts on', () => {
  it('is where a run has it, wherever the group alone decides', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const cluster = clusterOf(textOf(plan));
        const run = simulate(cluster, { scenario: '', seed: 1, actions: [], expectations: [], until_ms: undefined });
        const { state } = createTimeline(run);
        for (const group of cluster.groups.all) {
          const node = startingNode(cluster, group);
          if (node) expect([group.name, state.get('group', group.name, 'owner')]).toEqual([group.name, node.name]);
        }
      }),
    );
  });

  it.each([
    ['2008', '', 'A'],
    ['2008R2', '', undefined],
    ['2022', '', undefined],
    ['2008', 'preferred_owners = [C, B]', 'C'],
    ['2008R2', 'preferred_owners = [C, B]', 'C'],
    ['2022', 'preferred_owners = [C, B]', 'C'],
    ['2022', 'owner = B  preferred_owners = [C]', 'B'],
    ['2022', 'owner = nobody  preferred_owners = [C]', 'C'],
  ])('%s, %s: %s', (version, lines, name) => {
    const cluster = clusterOf(`cluster X { version = "${version}" }
node A { memory = 1GB }
node B { memory = 1GB }
node C { memory = 1GB }
group G { ${lines} }
`);
    const [group] = cluster.groups.all;
    expect(group && startingNode(cluster, group)?.name).toBe(name);
  });
});
