import { isRecord } from '../protocol/parse';
import { stopGranularities } from '../protocol/server';
import type { LaunchSettings } from '../protocol/server';

/** Something in a request that the user can put right; the words are shown as they are. */
export class UserProblem extends Error {
  override readonly name = 'UserProblem';
}

function optionalText(value: unknown, name: string): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw new UserProblem(`“${name}” in the launch configuration must be text.`);
  return value;
}

/** Reads the arguments of a launch request. Throws a UserProblem that names what is wrong. */
export function parseLaunch(given: unknown): LaunchSettings {
  const settings = isRecord(given) ? given : {};
  const program = optionalText(settings['program'], 'program');
  if (program === undefined)
    throw new UserProblem('The launch configuration names no design. Set “program” to a .hacluster file.');
  const { faults = [], stopAt = 'event' } = settings;
  if (!Array.isArray(faults) || !faults.every((fault) => typeof fault === 'string')) {
    throw new UserProblem('“faults” in the launch configuration must be a list such as ["0s fail node HostA"].');
  }
  const granularity = stopGranularities.find((known) => known === stopAt);
  if (!granularity)
    throw new UserProblem(`“stopAt” in the launch configuration must be one of ${stopGranularities.join(', ')}.`);
  return {
    program,
    scenario: optionalText(settings['scenario'], 'scenario'),
    faults,
    until: optionalText(settings['until'], 'until'),
    stopAt: granularity,
    stopOnEntry: settings['stopOnEntry'] === true,
    noDebug: settings['noDebug'] === true,
  };
}
