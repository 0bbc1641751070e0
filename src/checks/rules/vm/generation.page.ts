import type { RulePage } from '../../pages/page';

const design = (generation: number): string => `cluster Lab { version = "2022" }
node HostA { memory = 4TB }
node HostB { memory = 4TB }

virtual_machine VM1 {
  memory     = 2TB
  processors = 96
  generation = ${String(generation)}
}
`;

export const generationPage: RulePage = {
  code: 'vm/generation',
  title: 'A virtual machine has more than its generation allows',
  why: `Virtual machines of generation 1 and 2 differ in how much memory, how many virtual processors and how many disks they can have, from Windows Server 2016 on by far. A machine with more than its generation allows cannot be set up so, and a cluster cannot start it.

Give it less, or make it a machine of the other generation; the guest has to be installed anew for that.`,
  failing: design(1),
  mended: design(2),
};
