import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const apart = ['anti_affinity_class_names = ["WebFarm"]'];

const design = (
  members: string,
): string => `${sharedVolume()}${machineGroup('WEB-01', { owner: 'HostA', group: apart })}${machineGroup('WEB-02', {
  owner: 'HostB',
  group: apart,
})}
nlb_cluster WebFarm { members = [${members}] }
`;

export const tooFewPage: RulePage = {
  code: 'guest/too-few',
  title: 'A guest cluster or farm has too few members',
  why: `With a single member nothing takes over when its virtual machine fails: the guest cluster or farm costs work and protects nothing. A farm with fewer hosts than its \`minimum\` never serves at all.

Add members, each in a group of its own.`,
  failing: design('WEB-01'),
  mended: design('WEB-01, WEB-02'),
};
