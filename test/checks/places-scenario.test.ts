import { machineGroup as group, sharedVolume } from '../../src/checks/pages/shared-volume';
import { testPlaces } from './places';
import type { Row } from './places';

const nodes = { HostA: 'memory = 32GB', HostB: 'memory = 32GB  state = paused', HostC: 'memory = 32GB  state = down' };
const scenario = (lines: string): string =>
  `${sharedVolume(nodes)}${group('MAIL', { owner: 'HostA', machine: ['workload Mail { monitored = true }'] })}site Town { }\nscenario S {\n${lines}\n  expect cluster running\n}\n`;
const row = (what: string, lines: string, says: readonly string[] = []): Row => ({
  code: 'scenario/unreachable',
  what,
  text: scenario(lines),
  says,
});

testPlaces([
  row('a node that has lost power', 'at 0s fail node HostA\nat 5m «fail node hosta»', [
    "hosta is without power already: 'fail node hosta' at 5m changes nothing",
  ]),
  row('in the order of time, not of the file', 'at 5m «fail node HostA»\nat 0s fail node HostA'),
  row('repaired in between', 'at 0s fail node HostA\nat 1m repair node HostA\nat 5m fail node HostA'),
  row('a node that has not failed', 'at 0s «repair node HostA»', ['HostA is in service']),
  row('a node that is declared down', 'at 0s repair node HostC\nat 1m «repair node HostC»'),
  row('one that is declared down fails', 'at 0s «fail node HostC»'),
  row('a node that is paused from the start', 'at 0s «pause node HostB»\nat 1m resume node HostB'),
  row('paused by a drain', 'at 0s drain node HostA\nat 1h resume node HostA'),
  row('a site brings its nodes down and back', 'at 0s fail site Town\nat 1h repair node HostA'),
  row('another node', 'at 0s fail node HostA\nat 1m fail node HostB'),
  row(
    'another storage path',
    'at 0s disconnect node HostA from storage SAN1\nat 1m disconnect node HostB from storage SAN1',
  ),
  row(
    'the same storage path',
    'at 0s disconnect node HostA from storage SAN1\nat 1m «disconnect node HostA from storage SAN1»',
  ),
  row('the witness', 'at 0s «repair witness»\nat 1m fail witness', ['The witness has not failed']),
  row('a workload that may be back by itself', 'at 0s fail workload Mail\nat 1h fail workload Mail'),
  row('a workload that is well', 'at 0s «repair workload Mail»'),
  row('a group that is online', 'at 0s «online group MAIL»'),
  row('a group that may be offline by now', 'at 0s fail node HostA\nat 1m online group MAIL'),
  row('a move to where it is', 'at 0s «move group MAIL to HostA»', ['MAIL starts on HostA']),
  row('a move back', 'at 0s move group MAIL to HostB\nat 1h move group MAIL to HostA'),
  {
    code: 'scenario/unreachable',
    what: 'a scenario that cannot be read whole',
    text: scenario('at 0s fails node HostA\nat 1m repair node HostA'),
    besides: 'language/syntax',
  },
  {
    code: 'scenario/no-expectation',
    what: 'actions only',
    text: `${sharedVolume()}«scenario "What if"» { at 0s fail node HostA }\n`,
    says: ['Scenario What if expects nothing'],
  },
  {
    code: 'scenario/no-expectation',
    what: 'an expectation that cannot be read',
    text: `${sharedVolume()}scenario S {\n  at 0s fail node HostA\n  expect HostA asleep\n}\n`,
    besides: 'language/syntax',
  },
  {
    code: 'scenario/no-expectation',
    what: 'no action',
    text: `${sharedVolume()}scenario S { expect cluster running }\n`,
  },
]);
