import type { RulePage } from '../../pages/page';
import { twoDisks } from '../../pages/two-disks';

export const notHighlyAvailablePage: RulePage = {
  code: 'vm/not-highly-available',
  title: 'A virtual machine is in no group of the cluster',
  why: `A virtual machine at the top of a design lives on its host and is no cluster resource: when the host fails, nothing starts it elsewhere, and it stays down until the host is back.

The fix "Make highly available" does what the High Availability Wizard does: it builds a group with the disks, a configuration resource, the virtual machine and their dependencies, and takes along every other virtual machine with files on the same disks, because a disk is on one node at a time as a whole. A machine whose disk is in a group already joins that group. Files on local or unclustered storage have to be moved first.`,
  failing: `${twoDisks}
virtual_machine VM1 {
  memory = 2GB
  host   = HostA
  state  = off
  vhd "F:\\VM1\\os.vhd"
}
`,
  mended: `${twoDisks}
group "Virtual Machine(1)" {
  owner = HostA
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" {
    path       = "F:\\VM1\\VM1.xml"
    depends_on = LUN1
  }
  virtual_machine VM1 {
    memory = 2GB
    state  = off
    configuration = "VM1 Configuration"
    depends_on = "VM1 Configuration" and LUN1
    vhd "F:\\VM1\\os.vhd"
  }
}
`,
};
