import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const design = (expectation: string): string => `${sharedVolume()}${machineGroup('MAIL-01', { owner: 'HostA' })}
scenario "HostA loses power" {
  at 0s fail node HostA
${expectation}}
`;

export const noExpectationPage: RulePage = {
  code: 'scenario/no-expectation',
  title: 'A scenario expects nothing',
  why: `A scenario is a test: it says what happens, and what must come of it. Without an \`expect\` it passes whatever happens.

Say what must be so: \`expect MAIL-01 online on HostB within 3m\`.`,
  failing: design(''),
  mended: design('  expect MAIL-01 online on HostB within 3m\n'),
};
