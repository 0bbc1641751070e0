import { machineGroup as group, sharedVolume } from '../../src/checks/pages/shared-volume';
import { testPlaces } from './places';
import type { Row } from './places';

const small = { HostA: 'memory = 18GB', HostB: 'memory = 34GB' };
const marked = { HostA: 'memory = «18GB»', HostB: 'memory = 34GB' };
const free = ['tolerates = 0'];
const apart = ['anti_affinity_class_names = ["DC"]'];
const loose = (inner: string): string =>
  `virtual_machine OLD-01 { memory = 9GB  host = HostA  vhd "C:\\VMs\\old.vhd" { }  ${inner} }\n`;

const overcommitted: readonly Row[] = [
  {
    code: 'capacity/node-overcommitted',
    what: 'two machines that need more than the node has without its reserve',
    text:
      sharedVolume(marked, free) +
      group('MAIL', { owner: 'HostA', memory: '8GB' }) +
      group('ERP', { owner: 'HostA', memory: '8GB' }),
    says: ['need 16.1 GB, 64 MB of it for each on top of its own, and HostA has 16 GB for them: ERP waits until'],
  },
  {
    code: 'capacity/node-overcommitted',
    what: 'just as much as there is',
    text:
      sharedVolume(small, free) +
      group('MAIL', { owner: 'HostA', memory: '8GB' }) +
      group('ERP', { owner: 'HostA', memory: '8064MB' }),
  },
  {
    code: 'capacity/node-overcommitted',
    what: 'on 2008 the start fails',
    text: sharedVolume(marked, free, '2008R2') + group('MAIL', { owner: 'HostA', memory: '17GB' }),
    says: ['MAIL will not start there'],
  },
  {
    code: 'capacity/node-overcommitted',
    what: 'a machine outside any group counts, and comes first',
    text: sharedVolume(marked, free) + group('MAIL', { owner: 'HostA', memory: '8GB' }) + loose(''),
    says: ['MAIL waits'],
  },
  {
    code: 'capacity/node-overcommitted',
    what: 'not one that is off, nor a group that is offline or does not start',
    text:
      sharedVolume(small, free) +
      loose('state = off') +
      group('MAIL', { owner: 'HostA', memory: '8GB' }) +
      group('ERP', { owner: 'HostA', memory: '8GB', group: ['state = offline'] }) +
      group('CRM', { owner: 'HostA', memory: '8GB', group: ['priority = no_auto_start'] }) +
      group('BI', { owner: 'HostA', memory: '8GB', machine: ['state = saved'] }),
  },
  {
    code: 'capacity/node-overcommitted',
    what: 'a node that is down runs nothing',
    text:
      sharedVolume({ HostA: 'memory = 18GB  state = down', HostB: 'memory = 34GB' }, free) +
      group('MAIL', { owner: 'HostA', memory: '17GB' }),
  },
  {
    code: 'capacity/node-overcommitted',
    what: 'without an owner, 2008 R2 takes the first preferred one, whatever is there',
    text:
      sharedVolume(marked, free, '2008R2') +
      group('MAIL', { memory: '17GB', group: ['preferred_owners = [HostA, HostB]'] }),
  },
  {
    code: 'capacity/node-overcommitted',
    what: 'from 2012 on it goes where there is room',
    text: sharedVolume(small, free) + group('MAIL', { memory: '17GB', group: ['preferred_owners = [HostA, HostB]'] }),
  },
  {
    code: 'capacity/node-overcommitted',
    what: 'a memory that cannot be read',
    text:
      sharedVolume({ HostA: 'memory = 18', HostB: 'memory = 34GB' }) +
      group('MAIL', { owner: 'HostA', memory: '17GB' }),
    besides: 'language/wrong-type',
  },
];

const reserve: readonly Row[] = [
  {
    code: 'capacity/idle-reserve',
    what: 'a node that hosts nothing',
    text: sharedVolume().replace('node HostB', '«node HostB»') + group('MAIL', { owner: 'HostA' }),
    says: ['Nothing starts on HostB: held in reserve, it makes planning simpler, but HostA carries its share'],
  },
  {
    code: 'capacity/idle-reserve',
    what: 'a machine outside any group is a load',
    text: sharedVolume() + group('MAIL', { owner: 'HostB' }) + loose('').replace('memory = 9GB', 'memory = 1GB'),
  },
  { code: 'capacity/idle-reserve', what: 'an empty design', text: sharedVolume() },
  {
    code: 'capacity/idle-reserve',
    what: 'groups that the policy spreads go there too',
    text: sharedVolume() + group('MAIL', { owner: 'HostA' }) + group('ERP'),
  },
  {
    code: 'capacity/idle-reserve',
    what: 'a node that is paused or down is no reserve',
    text:
      sharedVolume({
        HostA: 'memory = 32GB',
        HostB: 'memory = 32GB  state = paused',
        HostC: 'memory = 1GB  state = down',
      }) + group('MAIL', { owner: 'HostA' }),
  },
];

const uneven: readonly Row[] = [
  {
    code: 'capacity/uneven-load',
    what: 'one node nearly full, one not',
    text:
      sharedVolume(small, free).replace('node HostA', '«node HostA»') +
      group('MAIL', { owner: 'HostA', memory: '10GB' }) +
      group('ERP', { owner: 'HostA', memory: '4GB' }) +
      group('WEB', { owner: 'HostB', memory: '4GB' }),
    says: ['take 88% of its memory, those on HostB 13%'],
  },
  {
    code: 'capacity/uneven-load',
    what: 'a reserve is no place to spread to',
    text: sharedVolume(small, free) + group('MAIL', { owner: 'HostA', memory: '14GB' }),
  },
  {
    code: 'capacity/uneven-load',
    what: 'nothing that the other node could take',
    text:
      sharedVolume(small, free) +
      group('MAIL', { owner: 'HostA', memory: '15GB', machine: ['possible_owners = [HostA]'] }) +
      group('WEB', { owner: 'HostB', memory: '4GB' }),
  },
  {
    code: 'capacity/uneven-load',
    what: 'not so much, though uneven',
    text:
      sharedVolume(small, free) +
      group('MAIL', { owner: 'HostA', memory: '5GB' }) +
      group('ERP', { owner: 'HostA', memory: '4GB' }) +
      group('WEB', { owner: 'HostB', memory: '1GB' }),
  },
  {
    code: 'capacity/uneven-load',
    what: 'both are busy',
    text:
      sharedVolume(small, free) +
      group('MAIL', { owner: 'HostA', memory: '14GB' }) +
      group('WEB', { owner: 'HostB', memory: '24GB' }),
  },
];

const four = { HostA: 'memory = 32GB  processors = 4', HostB: 'memory = 32GB  processors = 4' };

const processors: readonly Row[] = [
  {
    code: 'capacity/processors',
    what: 'more than eight for each on a node',
    text:
      sharedVolume({ ...four, HostA: 'memory = 32GB  processors = «4»' }) +
      group('MAIL', { owner: 'HostA', processors: 33 }),
    says: ['have 33 processors for its 4'],
  },
  {
    code: 'capacity/processors',
    what: 'on what is left after a failure',
    text:
      sharedVolume(four, ['tolerates = «1»']) +
      group('MAIL', { owner: 'HostA', processors: 17 }) +
      group('ERP', { processors: 16 }),
    says: ['After 1 node failure the virtual machines have 33 processors and the nodes that are left 4'],
  },
  {
    code: 'capacity/processors',
    what: 'eight for each, also after a failure',
    text: sharedVolume(four) + group('MAIL', { owner: 'HostA', processors: 32 }),
  },
  {
    code: 'capacity/processors',
    what: 'processors of a node are not known',
    text: sharedVolume({ ...four, HostB: 'memory = 32GB' }) + group('MAIL', { owner: 'HostB', processors: 60 }),
  },
];

const enforced = ['tolerates = 0', 'cluster_enforced_anti_affinity = true'];
const inClass = (name: string, names: string): string =>
  group(name, { owner: 'HostA', group: [`anti_affinity_class_names = [${names}]`] });

const affinity: readonly Row[] = [
  {
    code: 'affinity/unsatisfiable',
    what: 'the third of three groups on two nodes, its case ignored',
    text: sharedVolume(undefined, enforced) + inClass('A', '"DC"') + inClass('B', '"x", "dc"') + inClass('C', '«"DC"»'),
    says: [
      '3 groups are in anti-affinity class DC, which is enforced, and 2 nodes may own them: 1 group, C among them',
    ],
  },
  {
    code: 'affinity/unsatisfiable',
    what: 'a warning where it is so after a failure only',
    text:
      sharedVolume(undefined, ['tolerates = 1', 'cluster_enforced_anti_affinity = true']) +
      inClass('A', '"DC"') +
      inClass('B', '«"DC"»'),
    says: ['after 1 node failure there are places for 1 of them, and 1 group will stay offline'],
  },
  {
    code: 'affinity/unsatisfiable',
    what: 'as many as there are nodes',
    text: sharedVolume(undefined, enforced) + inClass('A', '"DC"') + inClass('B', '"DC"') + inClass('C', '"other"'),
  },
  {
    code: 'affinity/unsatisfiable',
    what: 'a wish',
    text: sharedVolume() + inClass('A', '"DC"') + inClass('B', '"DC"') + inClass('C', '"DC"'),
  },
  {
    code: 'affinity/unsatisfiable',
    what: 'one of them does not run',
    text:
      sharedVolume(undefined, enforced) +
      inClass('A', '"DC"') +
      inClass('B', '"DC"') +
      inClass('C', '"DC"').replace('owner =', 'state = offline\n  owner ='),
  },
  {
    code: 'affinity/family-together',
    what: 'two of a kind on one node',
    text:
      sharedVolume() +
      group('DNS-1', { owner: 'HostA' }).replace('machine DNS-1', 'machine «DNS-1»') +
      group('DNS-2', { owner: 'HostA' }),
    says: ['DNS-1 and DNS-2 look like one of a kind and all start on HostA'],
  },
  {
    code: 'affinity/family-together',
    what: 'one of them elsewhere',
    text:
      sharedVolume() +
      group('DNS-1', { owner: 'HostA' }) +
      group('DNS-2', { owner: 'HostA' }) +
      group('DNS-3', { owner: 'HostB' }),
  },
  {
    code: 'affinity/family-together',
    what: 'not alike',
    text: sharedVolume() + group('APP-1', { owner: 'HostA' }) + group('APP-2', { owner: 'HostA', memory: '4GB' }),
  },
  {
    code: 'affinity/family-together',
    what: 'in a class already',
    text:
      sharedVolume() +
      group('DC-A', { owner: 'HostA', group: apart }) +
      group('DC-B', { owner: 'HostA', group: apart }),
  },
  {
    code: 'affinity/family-together',
    what: 'a name that says nothing',
    text: sharedVolume() + group('VM1', { owner: 'HostA' }) + group('VM2', { owner: 'HostA' }),
  },
  {
    code: 'affinity/family-together',
    what: 'members of a farm, of which is said more',
    text: `${sharedVolume()}${group('WEB-1', { owner: 'HostA' })}${group('WEB-2', { owner: 'HostA' })}nlb_cluster W { members = [WEB-1, WEB-2] }\n`,
  },
];

testPlaces([...overcommitted, ...reserve, ...uneven, ...processors, ...affinity]);
