import { describe, expect, it } from 'vitest';
import { farmDesign, guestDesign, hostsOf } from './guests-support';
import { judged } from './support';

interface Example {
  /** Section and row of the semantics reference. */
  readonly id: string;
  readonly says: string;
  readonly design: string;
  readonly lines: readonly string[];
  readonly until_ms?: number;
  /** Expectations of the lines that must not hold: the example could fail. */
  readonly refuted?: readonly string[];
}

const three = guestDesign({ hosts: [1, 2, 3] });
/** Virtual machines that stay down once they have crashed. */
const mortal = 'restart_action = none';
const five = guestDesign({ version: '2012R2', hosts: [1, 2, 3, 1, 2], machine: mortal });
const four = guestDesign({
  version: '2012R2',
  hosts: [1, 2, 3, 1],
  machine: mortal,
  quorum: 'model = node_and_file_share_majority  witness = "\\\\DC\\Witness"',
});
const two = guestDesign({ version: '2012R2', hosts: [1, 2], machine: mortal });
const old = `disk "GW" { storage = SAN }\n${guestDesign({
  version: '2008',
  hosts: [1, 2, 3, 1],
  machine: mortal,
  quorum: 'model = node_and_disk_majority  witness = GW',
})}`;
const web = farmDesign({ hosts: [1, 2, 3], minimum: 2 });
const monitored = (version: string): string =>
  hostsOf({ version, hosts: [1], machine: 'workload Shop { monitored = true }' });

const examples: readonly Example[] = [
  {
    id: '9.1 physical node dies',
    says: 'the surviving guest nodes take the workload over; the host cluster restarts the virtual machine elsewhere',
    design: three,
    lines: [
      'at 0s fail node HV-01',
      'expect Svc online on B within 6s',
      'expect Svc online on B within 7s',
      'expect App owned by B within 5s',
      'expect A online on HV-02 within 30s',
      'expect outage of guest_cluster FC below 8s',
    ],
    refuted: ['Svc online on B within 6s'],
  },
  {
    id: '9.1 VM crashes',
    says: 'a crash is the failure of a guest node; the virtual machine is restarted where it was',
    design: three,
    lines: [
      'at 0s crash virtual_machine A',
      'expect guest_cluster FC serving within 0s',
      'expect Svc online on B within 7s',
      'expect A online on HV-01 within 30s',
      'expect Svc online on B',
    ],
    refuted: ['guest_cluster FC serving within 0s'],
  },
  {
    id: '9.1 application in the VM fails',
    says: 'the guest cluster restarts its resource, then moves it; the host cluster sees nothing',
    design: guestDesign({ hosts: [1, 2, 3], service: 'restart_threshold = 1  restart_delay = 0s' }),
    lines: [
      'at 0s fail resource Svc',
      'expect Svc online on A within 2s',
      'at 10s fail resource Svc',
      'expect Svc online on B within 2s',
      'expect A online on HV-01 always',
      'expect no outage of A',
    ],
  },
  {
    id: '9.1 application in the VM fails',
    says: 'before 2012 nothing watches it: the virtual machine goes on, its workload does not',
    design: monitored('2008'),
    lines: [
      'at 10m fail workload Shop',
      'expect Shop serving',
      'expect A online on HV-01 always',
      'expect no outage of A',
    ],
    refuted: ['Shop serving'],
  },
  {
    id: '9.1 application in the VM fails',
    says: 'from 2012 on a monitored one is an embedded failure: the policy of the virtual machine restarts it',
    design: monitored('2012'),
    lines: ['at 10m fail workload Shop', 'expect Shop serving within 2m', 'expect no outage of A'],
    refuted: ['no outage of A'],
  },
  {
    id: '9.1 planned host maintenance',
    says: 'the workload is moved to another guest node, then the virtual machine is shut down',
    design: three,
    lines: [
      'at 0s move group App to B',
      'at 1m stop virtual_machine A',
      'expect Svc online on B always',
      'expect guest_cluster FC serving always',
      'expect A offline within 30s',
    ],
  },
  {
    id: '9.2 quorum',
    says: 'a host crash is a simultaneous failure of all guest nodes on it',
    design: guestDesign({ hosts: [1, 1, 2] }),
    lines: [
      'at 0s fail node HV-01',
      'expect guest_cluster FC serving at 1m',
      'expect guest_cluster FC serving within 5m',
    ],
    refuted: ['guest_cluster FC serving at 1m'],
  },
  {
    id: '9.2 quick migration',
    says: 'save and restore longer than delay times threshold: the guest cluster sees the node leave',
    design: guestDesign({ version: '2008', hosts: [1, 2, 3] }),
    lines: [
      'at 0s move group A to HV-02',
      'expect Svc online on B within 7s',
      'expect A online on HV-02 within 1m',
      'expect App owned by B',
    ],
  },
  {
    id: '9.2 quick migration',
    says: 'shorter than delay times threshold: the node goes on where it stood',
    design: guestDesign({
      version: '2008',
      hosts: [1, 2, 3],
      guest: 'same_subnet_delay = 2s  same_subnet_threshold = 120',
    }),
    lines: [
      'at 0s move group A to HV-02',
      'expect Svc online on A within 1m',
      'expect App owned by A always',
      'expect no outage of guest_cluster FC',
    ],
    refuted: ['no outage of guest_cluster FC'],
  },
  {
    id: '9.2 live migration',
    says: 'its freeze of half a second is below every threshold: nobody notices',
    design: guestDesign({ version: '2008R2', hosts: [1, 2, 3] }),
    lines: [
      'at 0s move group A to HV-02',
      'expect A online on HV-02 within 1m',
      'expect Svc online on A always',
      'expect no outage of guest_cluster FC',
    ],
  },
  {
    id: '9.2 rejoin',
    says: 'when the virtual machine is back the node rejoins, and a group that prefers it fails back',
    design: guestDesign({ hosts: [1, 2, 3], group: 'preferred_owners = [A, B]  auto_failback = true' }),
    lines: ['at 0s fail node HV-01', 'expect Svc online on B within 7s', 'expect Svc online on A within 3m'],
  },
  {
    id: '9.3 dead host',
    says: 'two of three serve while the farm converges; with one more gone it does not',
    design: web,
    lines: [
      'at 0s fail node HV-01',
      'expect nlb_cluster WEB serving always',
      'at 20s crash virtual_machine B',
      'expect nlb_cluster WEB serving within 5s',
      'expect nlb_cluster WEB serving within 5m',
    ],
    refuted: ['nlb_cluster WEB serving always', 'nlb_cluster WEB serving within 5s'],
  },
  {
    id: '9.3 drainstop',
    says: 'a drained host is no longer of the farm; its virtual machine goes on',
    design: farmDesign({ hosts: [1, 2], minimum: 2 }),
    lines: [
      'at 0s drain nlb_host A',
      'expect nlb_cluster WEB serving at 4s',
      'expect nlb_cluster WEB serving',
      'expect no outage of A',
    ],
    refuted: ['nlb_cluster WEB serving'],
  },
  {
    id: '9.4 node crash, seed era',
    says: 'seen after 5 s',
    design: three,
    lines: ['at 0s crash virtual_machine A', 'expect App owned by B within 4s', 'expect App owned by B within 5s'],
    refuted: ['App owned by B within 4s'],
  },
  {
    id: '9.4 node crash, 2016 and later',
    says: 'seen after 10 s, by the release of the guests',
    design: guestDesign({ hosts: [1, 2, 3], guest: 'version = "2016"' }),
    lines: ['at 0s crash virtual_machine A', 'expect App owned by B within 9s', 'expect App owned by B within 10s'],
    refuted: ['App owned by B within 9s'],
  },
  {
    id: '5.6.1',
    says: 'five nodes, no witness, one by one: the last man stands',
    design: five,
    lines: [
      'at 0m crash virtual_machine F',
      'at 1m crash virtual_machine E',
      'at 2m crash virtual_machine D',
      'at 3m crash virtual_machine B',
      'expect guest_cluster FC serving',
    ],
  },
  {
    id: '5.6.2',
    says: 'the same, but the last crash takes the only vote',
    design: five,
    lines: [
      'at 0m crash virtual_machine F',
      'at 1m crash virtual_machine E',
      'at 2m crash virtual_machine D',
      'at 3m crash virtual_machine A',
      'expect guest_cluster FC serving',
    ],
    refuted: ['guest_cluster FC serving'],
  },
  {
    id: '5.6.3',
    says: 'four and a witness: two at once, then one more',
    design: four,
    lines: [
      'at 0m crash virtual_machine A',
      'at 0m crash virtual_machine B',
      'at 1m crash virtual_machine D',
      'expect guest_cluster FC serving',
    ],
  },
  {
    id: '5.6.5',
    says: '2008, four nodes and a disk: the witness fails, one node fails, the next is too many',
    design: old,
    lines: [
      'at 0m fail disk GW',
      'at 1m crash virtual_machine A',
      'expect guest_cluster FC serving within 30s',
      'at 2m crash virtual_machine B',
      'expect guest_cluster FC serving',
    ],
    refuted: ['guest_cluster FC serving'],
  },
  {
    id: 'A26 voteless node crashes',
    says: 'up, 1 of 1',
    design: two,
    lines: ['at 0s crash virtual_machine B', 'expect guest_cluster FC serving'],
  },
  {
    id: 'A26 voting node crashes',
    says: 'down, 0 of 1',
    design: two,
    lines: ['at 0s crash virtual_machine A', 'expect guest_cluster FC serving'],
    refuted: ['guest_cluster FC serving'],
  },
  {
    id: 'A26 voting node shut down cleanly',
    says: 'up: the vote is handed over',
    design: two,
    lines: ['at 0s stop virtual_machine A', 'expect guest_cluster FC serving', 'expect Svc online on B within 30s'],
  },
];

describe('worked examples inside virtual machines', () => {
  it.each(examples)('$id: $says', ({ design, lines, until_ms, refuted = [] }) => {
    const verdicts = judged(design, lines, until_ms);
    expect(verdicts).toEqual(verdicts.map(([text]) => [text, !refuted.includes(text)]));
    expect(verdicts.length).toBeGreaterThan(0);
  });
});
