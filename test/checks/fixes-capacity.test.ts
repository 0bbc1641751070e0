import { machineGroup as group, sharedVolume } from '../../src/checks/pages/shared-volume';
import { testFixes } from './fix-rows';

const hosts = { HostA: 'memory = 18GB', HostB: 'memory = 34GB' };
const design = (settings: readonly string[] = ['tolerates = 0']): string => sharedVolume(hosts, settings);
const mail = group('MAIL', { owner: 'HostA', memory: '10GB' });
const web = (owner: string): string => group('WEB', { owner, memory: '4GB' });
const farm = 'nlb_cluster Farm { members = [WEB-1, WEB-2] }\n';
const hostA = 'owner = HostA';

testFixes([
  {
    code: 'capacity/node-overcommitted',
    what: 'the group that finds no room starts elsewhere',
    title: 'Start ERP on HostB',
    before: design() + mail + group('ERP', { owner: 'HostA # next to MAIL', memory: '8GB' }),
    after: design() + mail + group('ERP', { owner: 'HostB # next to MAIL', memory: '8GB' }),
  },
  {
    code: 'capacity/uneven-load',
    what: 'a group starts on the node with room',
    title: 'Start MAIL on HostB',
    before: design() + mail + group('ERP', { owner: 'HostA', memory: '4GB' }) + web('HostB'),
    after:
      design() + mail.replace(hostA, 'owner = HostB') + group('ERP', { owner: 'HostA', memory: '4GB' }) + web('HostB'),
  },
  {
    code: 'affinity/family-together',
    what: 'into one class',
    title: 'Put DNS-1 and DNS-2 into anti-affinity class dns',
    before: design() + group('DNS-1', { owner: 'HostA' }) + group('DNS-2', { owner: 'HostA' }),
    after:
      design() +
      ['DNS-1', 'DNS-2']
        .map((name) => group(name, { owner: 'HostA', group: ['anti_affinity_class_names = ["dns"]'] }))
        .join(''),
  },
  {
    code: 'guest/members-together',
    what: 'a class named after the farm, added to a list that is there',
    before:
      design() +
      group('WEB-1', { owner: 'HostA', group: ['anti_affinity_class_names = ["x"] # tier'] }) +
      group('WEB-2', { owner: 'HostB' }) +
      farm,
    after:
      design() +
      group('WEB-1', { owner: 'HostA', group: ['anti_affinity_class_names = ["x", "Farm"] # tier'] }) +
      group('WEB-2', { owner: 'HostB', group: ['anti_affinity_class_names = ["Farm"]'] }) +
      farm,
  },
  {
    code: 'guest/members-together',
    what: 'the class that two of three share already',
    before:
      design() +
      group('WEB-1', { owner: 'HostA', group: ['anti_affinity_class_names = ["tier"]'] }) +
      group('WEB-2', { owner: 'HostB', group: ['anti_affinity_class_names = ["Tier"]'] }) +
      group('WEB-3', { owner: 'HostB' }) +
      farm.replace('WEB-2]', 'WEB-2, WEB-3]'),
    after:
      design() +
      group('WEB-1', { owner: 'HostA', group: ['anti_affinity_class_names = ["tier"]'] }) +
      group('WEB-2', { owner: 'HostB', group: ['anti_affinity_class_names = ["Tier"]'] }) +
      group('WEB-3', { owner: 'HostB', group: ['anti_affinity_class_names = ["Tier"]'] }) +
      farm.replace('WEB-2]', 'WEB-2, WEB-3]'),
  },
  {
    code: 'guest/members-together',
    what: 'classes that stand in defaults stay',
    before: `defaults { group { anti_affinity_class_names = ["x"] } }\n${design()}${group('WEB-1', { owner: 'HostA', group: ['anti_affinity_class_names = ["y"]'] })}${group('WEB-2', { owner: 'HostB' })}${farm}`,
    after: `defaults { group { anti_affinity_class_names = ["x"] } }\n${design()}${group('WEB-1', { owner: 'HostA', group: ['anti_affinity_class_names = ["y", "Farm"]'] })}${group('WEB-2', { owner: 'HostB', group: ['anti_affinity_class_names = ["x", "Farm"]'] })}${farm}`,
  },
  {
    code: 'guest/members-together',
    what: 'asked for where affinity is enforced',
    title: 'Put WEB-1 and WEB-2 into',
    before:
      design(['tolerates = 0', 'cluster_enforced_anti_affinity = true']) +
      group('WEB-1', { owner: 'HostA' }) +
      group('WEB-2', { owner: 'HostB' }) +
      farm,
    after:
      design(['tolerates = 0', 'cluster_enforced_anti_affinity = true']) +
      ['A', 'B']
        .map((one, index) =>
          group(`WEB-${String(index + 1)}`, { owner: `Host${one}`, group: ['anti_affinity_class_names = ["Farm"]'] }),
        )
        .join('') +
      farm,
  },
]);
