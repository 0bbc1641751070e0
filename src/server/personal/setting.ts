import { isCode, leavesUnclear, nearestCode } from '../../checks/codes';
import type { Setting } from '../../checks/shown/severities';
import { isRecord } from '../../protocol/parse';

/** What a user makes of each code, in the editor alone. */
export type PersonalRules = ReadonlyMap<string, Setting>;

/** Name of the setting in the configuration of the client. */
export const settingName = 'hacluster.rules';

/** What was read from the setting, and what in it has no effect, as sentences for the log. */
export interface ReadSetting {
  readonly rules: PersonalRules;
  readonly problems: readonly string[];
}

const settings: Readonly<Record<Setting, true>> = { off: true, error: true, warning: true, info: true, hint: true };

function isSetting(value: unknown): value is Setting {
  return typeof value === 'string' && Object.hasOwn(settings, value);
}

function problemOf(code: string, setting: unknown): string | undefined {
  if (!isCode(code)) {
    const meant = nearestCode(code);
    return `no rule has the code ${code}.${meant === undefined ? '' : ` Is ${meant} meant?`}`;
  }
  if (leavesUnclear(code)) return `${code} is always an error: it leaves unclear what a design means.`;
  if (isSetting(setting)) return undefined;
  return `${code} is set to ${JSON.stringify(setting)}; it can be ${Object.keys(settings).join(', ')}.`;
}

/** Reads the setting: an object of codes and severities, or nothing. What cannot be used has no effect. */
export function readSetting(value: unknown): ReadSetting {
  if (value === undefined || value === null) return { rules: new Map(), problems: [] };
  if (!isRecord(value) || Array.isArray(value)) {
    return { rules: new Map(), problems: ['it is no object of codes and severities.'] };
  }
  const rules = new Map<string, Setting>();
  const problems: string[] = [];
  for (const [code, setting] of Object.entries(value)) {
    const problem = problemOf(code, setting);
    if (problem !== undefined) problems.push(problem);
    else if (isSetting(setting)) rules.set(code, setting);
  }
  return { rules, problems };
}
