import { figures } from '../../figures';
import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const apart = ['anti_affinity_class_names = ["WebFarm"]'];

function design(hosts: number): string {
  const names = Array.from({ length: hosts }, (_, index) => `WEB-${String(index + 1)}`);
  const groups = names.map((name, index) =>
    machineGroup(name, { owner: index % 2 === 0 ? 'HostA' : 'HostB', memory: '1GB', group: apart }),
  );
  return `${sharedVolume({ HostA: 'memory = 64GB', HostB: 'memory = 64GB' })}${groups.join('')}
nlb_cluster WebFarm { members = [${names.join(', ')}] }
`;
}

export const nlbSizePage: RulePage = {
  code: 'guest/nlb-size',
  title: 'A load-balancing farm has more hosts than Network Load Balancing takes',
  why: `Every host of a farm has a priority of its own, and there are 32 of them. Further hosts cannot join.

Make two farms of it, and let a DNS name or a device in front of them share the load out.`,
  failing: design(figures.farmHosts.value + 1),
  mended: design(figures.farmHosts.value),
};
