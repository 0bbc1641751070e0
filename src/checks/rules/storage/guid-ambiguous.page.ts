import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const managed = '{6f1e1d0c-2f3b-4d0e-9a39-0d0ed1c1a001}';

const design = (further: string): string =>
  `${storageLab()}disk LUN1 {
  storage = SAN1
  volume {
    guid = "${managed}"
${further}  }
}
${diskGroup('VM1', { root: `\\\\?\\Volume${managed}`, disk: 'LUN1' })}`;

export const guidAmbiguousPage: RulePage = {
  code: 'storage/guid-ambiguous',
  title: 'A volume has further GUIDs on some node',
  why: `A disk that was online on a server before it was clustered left a GUID of its own there. The cluster manages one GUID of the volume on all nodes; the others are valid where they were made and nowhere else. Whoever copies a path from that node may get one of them, and the virtual machine then does not come online on any other node.

Take the other GUIDs away on the node and from the design, and address the volume by the GUID the cluster manages.`,
  failing: design('    guid_on HostA = "{9c0d7a52-7f7e-4a34-8f2e-5a1b0c2d3e4f}"\n'),
  mended: design(''),
};
