import { describe, expect, it } from 'vitest';
import { finished, lateFindings } from '../../src/analysis';
import { checkDesign } from '../../src/checks/check';
import { applyEdits } from '../../src/checks/fix';
import type { Finding } from '../../src/language/finding';
import { createDocument } from '../../src/language/document';
import type { Document } from '../../src/language/document';
import { readDesign } from '../../src/model/design';
import { offsetsOf, unmark } from '../checks/support';
import { headOf, machineGroup } from '../simulation/support';
import type { MachinePlan, Plan } from '../simulation/support';

function lateOf(text: string): { readonly document: Document; readonly late: readonly Finding[] } {
  const document = createDocument('test.hacluster', text);
  const design = readDesign([document]);
  return { document, late: finished(lateFindings(design, checkDesign(design))) };
}

function codes(text: string): readonly string[] {
  return lateOf(text).late.map(({ code, severity }) => `${code} ${severity}`);
}

function designOf(plan: Plan, machines: readonly MachinePlan[]): string {
  return [headOf(plan), ...machines.map(machineGroup)].join('\n');
}

const error = 'capacity/not-tolerant error';
const warning = 'capacity/rule-misses-placement warning';
const two: readonly MachinePlan[] = [
  { name: 'VM1', group: 'owner = HV-01', memory: '20GB' },
  { name: 'VM2', group: 'owner = HV-02', memory: '20GB' },
];

/** HV-01 gives 6, 4 and 4 GB to nodes with 9 and 7 GB: largest first, each where most is left, finds no place for the last. */
const missed = (version: string, first = ''): string =>
  designOf({ nodes: 3, version }, [
    { name: 'VM1', group: `owner = HV-01 ${first}`, memory: '6GB' },
    { name: 'VM2', group: 'owner = HV-01', memory: '4GB' },
    { name: 'VM3', group: 'owner = HV-01', memory: '4GB' },
  ])
    .replace('"HV-02" { memory = 32GB', '"HV-02" { memory = 11GB')
    .replace('"HV-03" { memory = 32GB', '"HV-03" { memory = 9GB');

describe('the rules about what a design tolerates', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['no room on the other node', designOf({ nodes: 2, version: '2022' }, two), [error]],
    ['the same on 2008, where memory is met when a machine starts', designOf({ nodes: 2 }, two), [error]],
    ['nothing is claimed', designOf({ nodes: 2, cluster: 'tolerates = 0' }, two), []],
    ['room enough', designOf({ nodes: 2, version: '2022' }, [{ name: 'VM1' }, { name: 'VM2' }]), []],
    [
      'two failures claimed: no two nodes fit on the third',
      designOf({ nodes: 3, version: '2022', cluster: 'tolerates = 2' }, [
        { name: 'VM1', group: 'owner = HV-01', memory: '12GB' },
        { name: 'VM2', group: 'owner = HV-02', memory: '12GB' },
        { name: 'VM3', group: 'owner = HV-03', memory: '12GB' },
      ]),
      [error],
    ],
    [
      'a place there is, though quorum is lost: that is another rule',
      designOf({ nodes: 2, quorum: 'model = node_majority' }, [{ name: 'VM1' }]),
      [],
    ],
    [
      'one node alone may own it: that is another rule',
      designOf({ nodes: 2, version: '2022' }, [
        { name: 'VM1', group: 'owner = HV-01', memory: '20GB', machine: 'possible_owners = [HV-01]' },
        { name: 'VM2', group: 'owner = HV-02', memory: '20GB', machine: 'possible_owners = [HV-02]' },
      ]),
      [],
    ],
    [
      'too much from the start: that is another rule',
      designOf({ nodes: 2, version: '2022' }, [
        { name: 'VM1', group: 'owner = HV-01', memory: '20GB' },
        { name: 'VM2', group: 'owner = HV-01', memory: '20GB' },
      ]),
      [],
    ],
    [
      'enforced anti-affinity alone is in the way: that is another rule',
      designOf({ nodes: 2, version: '2022', cluster: 'cluster_enforced_anti_affinity = true' }, [
        { name: 'VM1', group: 'owner = HV-01  anti_affinity_class_names = ["DC"]' },
        { name: 'VM2', group: 'owner = HV-02  anti_affinity_class_names = ["DC"]' },
      ]),
      [],
    ],
    [
      'a virtual machine outside any group does not move',
      `${headOf({ nodes: 2 })}\nvirtual_machine "T" { memory = 40GB  host = HV-01 }`,
      [],
    ],
    [
      'a text that is unclear',
      designOf({ nodes: 2, version: '2022' }, two).replace('memory = 20GB', 'memory = much'),
      [],
    ],
    ['the policy does not find the way', missed('2022'), [warning]],
    ['preferred owners lead it there', missed('2022', ' preferred_owners = [HV-03]'), []],
    [
      'hidden by a comment',
      `# hacluster-disable capacity/not-tolerant\n${designOf({ nodes: 2, version: '2022' }, two)}`,
      [],
    ],
    [
      'a warning, since the design says so',
      designOf({ nodes: 2, version: '2022', cluster: 'rules { warning = ["capacity/not-tolerant"] }' }, two),
      ['capacity/not-tolerant warning'],
    ],
  ])('%s', (_, text, found) => {
    expect(codes(text)).toEqual(found);
  });

  it.each([
    [
      'the figure',
      `cluster "C" { version = "2022"  tolerates = «1»\n quorum { model = node_and_disk_majority  witness = Witness } }`,
    ],
    ['the header', `«cluster "C"» { version = "2022"\n quorum { model = node_and_disk_majority  witness = Witness } }`],
  ])('stands on %s, and claiming less is one way out', (_, head) => {
    const whole = designOf({ nodes: 2, version: '2022' }, two).split('\n').slice(3).join('\n');
    const { text, spans } = unmark(`${head}\n${whole}`);
    const { document, late } = lateOf(text);
    const [finding] = late;
    if (!finding) throw new Error('nothing was found');
    expect(offsetsOf(document, finding.place)).toEqual(spans[0]);
    expect(finding.message).toBe(
      'When HV-01 fails, VM1 finds no place: the groups of HV-01 need 20.1 GB, the nodes that are left have 9.9 GB free, at most 9.9 GB on one of them. 1 other set of nodes that the design claims to tolerate the loss of would leave virtual machines without a place.',
    );
    expect(finding.related.map(({ message }) => message)).toEqual([
      'VM1 needs 20.1 GB and has no place left when HV-01 fails.',
    ]);
    expect(finding.fixes.map(({ title, preferred }) => [title, preferred])).toEqual([
      ['Claim to tolerate 0 node failures', false],
    ]);
    expect(codes(applyEdits(document, finding.fixes[0]?.edits ?? []))).toEqual([]);
  });

  it('gives each step back to whoever asks, and nothing before the last', () => {
    const design = readDesign([createDocument('a', designOf({ nodes: 3, version: '2022' }, two))]);
    const work = lateFindings(design, []);
    expect(work.next().done).toBe(false);
  });
});
