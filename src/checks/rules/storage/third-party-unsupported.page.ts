import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const design = (supports: string): string =>
  `${storageLab('2008', 'kind = third_party')}disk LUN1 { storage = SAN1  volume "F:" }
${diskGroup('VM1', { root: 'F:', disk: 'LUN1', group: [`storage_class LUN1 { supports = [${supports}] }`] })}`;

export const thirdPartyUnsupportedPage: RulePage = {
  code: 'storage/third-party-unsupported',
  title: 'A third-party disk resource is not said to support the release',
  why: `Shared storage may be managed by a third-party solution instead of the built-in disk resource, if that solution supports failover clusters of the release in use. If it does not, nobody knows whether its disks come online on another node after a failure.

Ask the maker, and name the releases in \`supports\`; else use a \`physical_disk\`.`,
  failing: design('"2003"'),
  mended: design('"2003", "2008"'),
};
