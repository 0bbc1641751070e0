import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const design = (second: string): string => `${sharedVolume()}${machineGroup('MAIL-01', { owner: 'HostA' })}
scenario "HostA loses power" {
  at 0s  fail node HostA
  at 30m ${second} node HostA
  expect MAIL-01 online
}
`;

export const unreachablePage: RulePage = {
  code: 'scenario/unreachable',
  title: 'An action of a scenario is about something that is already so',
  why: `A node that has lost power cannot lose it again, and what has not failed cannot be repaired: such an action changes nothing, and the scenario does not test what its author had in mind. Often a name or a verb was mistaken.

Correct the action, or take it out.`,
  failing: design('fail'),
  mended: design('repair'),
};
