import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const apart = ['anti_affinity_class_names = ["SQL"]'];

const design = (system: string): string => `${sharedVolume()}${machineGroup('SQL-01', {
  owner: 'HostA',
  group: apart,
  machine: [`guest_os      = "${system}"`],
})}${machineGroup('SQL-02', { owner: 'HostB', group: apart, machine: ['guest_os      = "Windows Server 2019"'] })}
guest_cluster SQL {
  members = [SQL-01, SQL-02]
  quorum { model = node_and_file_share_majority  witness = "\\\\Files\\SQL" }
}
`;

export const osUnsupportedPage: RulePage = {
  code: 'guest/os-unsupported',
  title: 'The operating system of a guest cannot do what the design has it do',
  why: `A guest joins a failover cluster from Windows Server 2008 on, and a load-balancing farm with any Windows Server since 2000; clients and other systems do neither. A heartbeat that can be checked, and a shutdown from outside, take integration services, which each release of Hyper-V has for the systems of its time.

Only systems whose name is understood are looked at. Use a newer system in the guest, or leave it to host clustering.`,
  failing: design('Windows Server 2003'),
  mended: design('Windows Server 2019'),
};
