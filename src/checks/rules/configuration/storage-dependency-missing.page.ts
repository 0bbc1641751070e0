import type { RulePage } from '../../pages/page';
import { designOf } from '../../pages/two-disks';

export const configurationStorageDependencyMissingPage: RulePage = {
  code: 'configuration/storage-dependency-missing',
  title: 'A configuration resource does not depend on the disk with its file',
  why: `The configuration resource reads a file when it comes online. If it does not depend on the disk with that file, it may come online before the disk and fail, and its virtual machine does not start.

Name the disk in \`depends_on\` of the configuration.`,
  failing: designOf({ configuration: ['path = "F:\\VM1\\VM1.xml"'] }),
  mended: designOf(),
};
