import { base, testPlaces, vm1, vm2 } from './places';
import type { Row } from './places';
import { fabric } from './support';

const group = (attributes: string, resources = 'generic_service S'): string =>
  `${fabric}group G { ${attributes}  ${resources} }\n`;

/** A guest cluster of VM1 and VM2 with a group. */
const guest = (attributes: string, resources = 'generic_service S'): string =>
  `${base}${vm1}${vm2}guest_cluster GC { members = [VM1, VM2]  group G { ${attributes}  ${resources} } }\n`;

const rows: readonly Row[] = [
  {
    code: 'group/no-possible-owner',
    what: 'two lists without a node in common',
    text: `${fabric}«group G» {
  generic_service S { possible_owners = [HV-01] }
  generic_service T { possible_owners = [HV-02] }
}\n`,
    says: ['S may be owned by HV-01 only and T may be owned by HV-02 only'],
  },
  {
    code: 'group/no-possible-owner',
    what: 'an empty list',
    text: group('', 'generic_service S { possible_owners = «[]» }'),
    says: ['S may be owned by none'],
  },
  {
    code: 'group/no-possible-owner',
    what: 'in a guest cluster, a machine that is no member',
    text: `${guest('', 'generic_service S { possible_owners = «[Other]» }')}virtual_machine Other { memory = 1GB }\n`,
    says: ['No member'],
  },
  {
    code: 'group/no-possible-owner',
    what: 'not where a name may mean any node',
    text: group('', 'generic_service S { possible_owners = [HV-09] }'),
    besides: 'language/unresolved-reference',
  },
  {
    code: 'group/no-possible-owner',
    what: 'not where one is left, or no list is given',
    text: `${group('', 'generic_service S { possible_owners = [HV-01, HV-02] }  generic_service T { possible_owners = [hv-02] }')}${vm1
      .replace('physical_disk LUN1', '')
      .replaceAll(/ and LUN1| {2}depends_on = LUN1/g, '')
      .replaceAll('F:', 'C:')}`,
    besides: 'storage/path-not-clustered',
  },

  {
    code: 'group/single-possible-owner',
    what: 'a list of one',
    text: group('', 'generic_service S  generic_service T { possible_owners = «[HV-02]» }'),
    says: ['when HV-02 fails, S and T stay offline'],
  },
  {
    code: 'group/single-possible-owner',
    what: 'lists with one node in common',
    text: `${fabric}node HV-03 { memory = 1GB }
«group G» {
  generic_service S { possible_owners = [HV-01, HV-02] }
  generic_service T { possible_owners = [HV-02, HV-03] }
}\n`,
    says: ['Only HV-02'],
  },
  {
    code: 'group/single-possible-owner',
    what: 'not in a cluster of one node',
    text: 'cluster C { }\nnode A { memory = 1GB }\ngroup G { generic_service S { possible_owners = [A] } }\n',
  },

  {
    code: 'group/owner-not-possible',
    what: 'another node than the list',
    text: group('owner = «HV-01»', 'generic_service S { possible_owners = [HV-02] }'),
    says: ['said to be on HV-01, which may not own S'],
  },
  {
    code: 'group/owner-not-possible',
    what: 'in a guest cluster, a machine that is no member',
    text: `${guest('owner = «Other»')}virtual_machine Other { memory = 1GB }\n`,
    says: ['no member of GC'],
  },
  {
    code: 'group/owner-not-possible',
    what: 'not a possible owner, a member, an undeclared node, or where nothing may own it',
    text: `${guest('owner = VM2', 'generic_service S { possible_owners = [VM2] }')}group H { owner = HV-09  generic_service T { possible_owners = [HV-01] } }\n`,
    besides: 'language/unresolved-reference',
  },
  {
    code: 'group/owner-not-possible',
    what: 'not where nothing may own it',
    text: group('owner = HV-01', 'generic_service S { possible_owners = [] }'),
    besides: 'group/no-possible-owner',
  },
  {
    code: 'group/preferred-not-possible',
    what: 'one of the list',
    text: group('preferred_owners = [«HV-01», HV-02]', 'generic_service S { possible_owners = [HV-02] }'),
    says: ['HV-01 is a preferred owner of group G, but may not own S'],
  },
  {
    code: 'group/preferred-not-possible',
    what: 'not in any order, where every node may own it',
    text: group('preferred_owners = [HV-02, HV-01]'),
  },

  {
    code: 'group/failback-without-effect',
    what: 'no preferred owners, and an empty list',
    text: `${group('auto_failback = «true»')}group H { auto_failback = «true»  preferred_owners = []  generic_service T }\n`,
    says: ['G', 'H'],
  },
  {
    code: 'group/failback-without-effect',
    what: 'not with preferred owners, without failback, or where the list could not be read',
    text: `${group('auto_failback = true  preferred_owners = [HV-01]')}group H { auto_failback = false  generic_service T }
group I { auto_failback = true  prefered_owners = [HV-01]  generic_service U }\n`,
    besides: 'language/unknown-attribute',
  },

  {
    code: 'group/failback-window',
    what: 'half a window, either half',
    text: `${group('failback_window_start = «22»')}group H { failback_window_end = «0»  generic_service T }\n`,
    says: [
      'failback_window_start has no effect without failback_window_end',
      'failback_window_end has no effect without',
    ],
  },
  {
    code: 'group/failback-window',
    what: 'an empty window',
    text: group('failback_window_start = «3»  failback_window_end = 3'),
    says: ['begins and ends at 3:00'],
  },
  {
    code: 'group/failback-window',
    what: 'not over midnight, without one, or where a half could not be read',
    text: `${group('failback_window_start = 22  failback_window_end = 3')}group H { failback_window_start = 3  failback_window_end = 33  generic_service T }\n`,
    besides: 'language/out-of-range',
  },

  {
    code: 'group/never-fails-over',
    what: 'a threshold of 0',
    text: group('failover_threshold = «0»', 'generic_service S  generic_service T'),
    says: ['none of S and T is started elsewhere'],
  },
  { code: 'group/never-fails-over', what: 'not with one of 1, or none', text: group('failover_threshold = 1') },

  {
    code: 'resource/timeouts',
    what: 'retry before the restarts are counted, at what is written',
    text: group(
      '',
      'generic_service S { retry_period_on_failure = «5m» }  generic_service T { restart_period = «2h» }',
    ),
    says: ['tried again 5m after', 'before the 2h'],
  },
  {
    code: 'resource/timeouts',
    what: 'pending for longer than the deadlock',
    text: group(
      '',
      'generic_service S { pending_timeout = «10m» }  generic_service T { deadlock_timeout = «1m» }  generic_service U { deadlock_timeout = 2m  pending_timeout = «150s» }',
    ),
    says: ['pending for 10m, but is given up after a deadlock_timeout of 5m', 'T may be pending for 3m', 'U'],
  },
  {
    code: 'resource/timeouts',
    what: 'not where they are equal',
    text: group('', 'generic_service S { pending_timeout = 5m  retry_period_on_failure = 15m }'),
  },
  {
    code: 'resource/timeouts',
    what: 'at each resource where the defaults say it',
    text: `cluster C { }
defaults { generic_service { pending_timeout = 10m } }
node A { memory = 1GB }
group G { «generic_service S»  «generic_service T» }\n`,
  },
];

testPlaces(rows);
