import { machineGroup as group, sharedVolume } from '../../src/checks/pages/shared-volume';
import { base, testPlaces } from './places';
import type { Row } from './places';

const apart = ['anti_affinity_class_names = ["SQL"]'];
const pair = (a: readonly string[], b: readonly string[] = a, owner = 'HostB'): string =>
  group('SQL-1', { owner: 'HostA', group: a }) + group('SQL-2', { owner, group: b });
const apartPair = pair(apart);
const inOneGroup = `group SQL {
  owner = HV-01
  physical_disk LUN1
  virtual_machine_configuration C1 { path = "F:\\1.xml"  depends_on = LUN1 }
  virtual_machine_configuration C2 { path = "F:\\2.xml"  depends_on = LUN1 }
  virtual_machine SQL-1 { memory = 1GB  configuration = C1  vhd "F:\\1.vhd"  depends_on = C1 and LUN1 }
  virtual_machine SQL-2 { memory = 1GB  configuration = C2  vhd "F:\\2.vhd"  depends_on = C2 and LUN1 }
}
`;
const witness = (text: string): string => `quorum { model = node_and_file_share_majority  witness = ${text} }`;

const together: readonly Row[] = [
  {
    code: 'guest/members-together',
    what: 'in one group',
    text: `${base}${inOneGroup}guest_cluster S { members = «[SQL-1, SQL-2]»  ${witness('"\\\\DC\\S"')} }\n`,
    says: ['SQL-1 and SQL-2, nodes of S, are in group SQL and therefore always on one node'],
  },
  {
    code: 'guest/members-together',
    what: 'on one node from the start',
    text: `${sharedVolume()}${pair([], [], 'HostA')}nlb_cluster W { members = «[SQL-1, SQL-2]» }\n`,
    says: ['hosts of W, start on HostA, and nothing keeps them apart'],
  },
  {
    code: 'guest/members-together',
    what: 'on different nodes, but free to meet',
    text: `${sharedVolume()}${pair([])}nlb_cluster W { members = «[SQL-1, SQL-2]» }\n`,
    says: ['may come to be on one node after a move or a failover'],
  },
  {
    code: 'guest/members-together',
    what: 'kept apart by a class, its case ignored',
    text: `${sharedVolume()}${pair(apart, ['anti_affinity_class_names = ["x", "sql"]'])}nlb_cluster W { members = [SQL-1, SQL-2] }\n`,
  },
  {
    code: 'guest/members-together',
    what: 'kept apart by their possible owners',
    text: `${sharedVolume()}${['A', 'B']
      .map((one) => group(`SQL-${one}`, { owner: `Host${one}`, machine: [`possible_owners = [Host${one}]`] }))
      .join('')}nlb_cluster W { members = [SQL-A, SQL-B] }\n`,
  },
  {
    code: 'guest/members-together',
    what: 'outside any group, on one host',
    text: `${sharedVolume()}${['A', 'B']
      .map((one) => `virtual_machine S${one} { memory = 1GB  host = HostA  vhd "C:\\VMs\\${one}.vhd" { } }\n`)
      .join('')}nlb_cluster W { members = «[SA, SB]» }\n`,
    says: ['start on HostA'],
  },
  {
    code: 'guest/members-together',
    what: 'a member that is not declared',
    text: `${sharedVolume()}${group('SQL-1', { owner: 'HostA' })}nlb_cluster W { members = [SQL-1, SQL-9] }\n`,
    besides: 'language/unresolved-reference',
  },
];

const farm = (count: number): string => {
  const names = Array.from({ length: count }, (_, index) => `W${String(index)}`);
  const groups = names.map((name) => group(name, { owner: 'HostA', memory: '64MB', group: apart }));
  return `${sharedVolume()}${groups.join('')}nlb_cluster F { members = ${count > 32 ? '«' : ''}[${names.join(', ')}]${count > 32 ? '»' : ''} }\n`;
};

const sizes: readonly Row[] = [
  {
    code: 'guest/too-few',
    what: 'one member',
    text: `${sharedVolume()}${apartPair}guest_cluster S { members = «[SQL-1, sql-1]» }\nnlb_cluster W { members = [SQL-1, SQL-2] }\n`,
    says: ['S has 1 node: when its virtual machine fails, nothing takes over'],
  },
  {
    code: 'guest/too-few',
    what: 'fewer than must serve',
    text: `${sharedVolume()}${apartPair}nlb_cluster W { members = «[SQL-1, SQL-2]»  minimum = 3 }\n`,
    says: ['W has 2 hosts and needs 3 to serve: it never does'],
  },
  {
    code: 'guest/too-few',
    what: 'members that are left out',
    text: `${sharedVolume()}nlb_cluster W { }\n`,
    besides: 'language/missing-attribute',
  },
  { code: 'guest/nlb-size', what: '33 hosts', text: farm(33), says: ['33 hosts'] },
  { code: 'guest/nlb-size', what: '32 hosts', text: farm(32) },
];

const sharing = (version: string, kind: string, ref: string): string =>
  `${sharedVolume(undefined, [], version)}storage S2 { kind = ${kind} }\ndisk D { storage = S2  clustered = false }\n${apartPair}guest_cluster S { members = [SQL-1, SQL-2]  storage = [${ref}] }\n`;

const storage: readonly Row[] = [
  {
    code: 'guest/storage-kind',
    what: 'Fibre Channel on 2008 R2',
    text: sharing('2008R2', 'fibre_channel', 'SAN1, «S2»'),
    says: ['From Windows Server 2012 on they can be used with virtual Fibre Channel adapters'],
  },
  { code: 'guest/storage-kind', what: 'Fibre Channel on 2012', text: sharing('2012', 'fibre_channel', 'S2') },
  { code: 'guest/storage-kind', what: 'iSCSI on 2008 R2', text: sharing('2008R2', 'iscsi', 'S2') },
  {
    code: 'guest/storage-kind',
    what: 'SAS on 2012',
    text: sharing('2012', 'sas', '«S2»'),
    says: ['shared VHDX files'],
  },
  { code: 'guest/storage-kind', what: 'SAS on 2012 R2', text: sharing('2012R2', 'sas', 'S2') },
  {
    code: 'guest/storage-kind',
    what: 'a VHD of two nodes',
    text: `${sharedVolume()}${group('SQL-1', { owner: 'HostA', group: apart, machine: ['vhd "C:\\ClusterStorage\\Volume1\\data.vhd" { }'] })}${group('SQL-2', { owner: 'HostB', group: apart, machine: ['vhd «"C:\\ClusterStorage\\Volume1\\data.vhd"» { }'] })}guest_cluster S { members = [SQL-1, SQL-2] }\n`,
    says: ['SQL-2 will not start while SQL-1 runs'],
  },
  {
    code: 'guest/storage-kind',
    what: 'a VHDX of two nodes',
    text: `${sharedVolume()}${['1', '2'].map((one) => group(`SQL-${one}`, { owner: 'HostA', group: apart, machine: ['vhd "C:\\ClusterStorage\\Volume1\\data.vhdx" { }'] })).join('')}guest_cluster S { members = [SQL-1, SQL-2] }\n`,
  },
];

const running = (machine: readonly string[], team = 'guest_cluster'): string =>
  `${sharedVolume()}${group('SQL-1', { owner: 'HostA', group: apart, machine })}${group('SQL-2', { owner: 'HostB', group: apart })}${team} S { members = [SQL-1, SQL-2] }\n`;

const systems: readonly Row[] = [
  {
    code: 'guest/os-unsupported',
    what: 'too old for a failover cluster',
    text: running(['guest_os = «"Windows Server 2003 R2"»']),
    says: ['SQL-1 with Windows Server 2003 R2 cannot be a node of S'],
  },
  {
    code: 'guest/os-unsupported',
    what: 'no Windows Server',
    text: running(['guest_os = «"Ubuntu Server 22.04"»'], 'nlb_cluster'),
    says: ['cannot be a host of S'],
  },
  {
    code: 'guest/os-unsupported',
    what: 'old enough for a farm',
    text: running(['guest_os = "Windows Server 2003"'], 'nlb_cluster'),
  },
  { code: 'guest/os-unsupported', what: 'new enough', text: running(['guest_os = "Windows Server 2008 R2 SP1"']) },
  { code: 'guest/os-unsupported', what: 'a name that is not known', text: running(['guest_os = "our image 7"']) },
  {
    code: 'guest/os-unsupported',
    what: 'no integration services for a heartbeat',
    text:
      sharedVolume() +
      group('OLD', { owner: 'HostA', machine: ['guest_os = «"Windows 2000"»', 'check_heartbeat = true'] }),
    says: ['sends no heartbeat'],
  },
  {
    code: 'guest/os-unsupported',
    what: 'nothing that needs them',
    text: sharedVolume() + group('OLD', { owner: 'HostA', machine: ['guest_os = "Windows NT 4.0"'] }),
  },
];

const guarded = (text: string, rest = ''): string =>
  `${sharedVolume()}${apartPair}${group('FILE', { owner: 'HostA' })}guest_cluster S {\n  members = [SQL-1, SQL-2]\n  ${witness(text)}\n${rest}}\n`;

const witnesses: readonly Row[] = [
  {
    code: 'guest/witness-inside',
    what: 'on another machine of the cluster, named in full',
    text: guarded('«"\\\\file.contoso.com\\S"»'),
    says: ['virtual machine of the same host cluster'],
  },
  { code: 'guest/witness-inside', what: 'on a node', text: guarded('«"\\\\SQL-1\\S"»'), says: ['a node of S'] },
  {
    code: 'guest/witness-inside',
    what: 'on a name of its own',
    text: guarded('«"\\\\Shares\\S"»', '  group G { ip_address A { }  network_name Shares { depends_on = A } }\n'),
    says: ['a resource of S itself'],
  },
  { code: 'guest/witness-inside', what: 'on a server outside', text: guarded('"\\\\DC-01\\FILE"') },
];

testPlaces([...together, ...sizes, ...storage, ...systems, ...witnesses]);
