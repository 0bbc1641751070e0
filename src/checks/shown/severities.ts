import type { Fix, Place, Severity } from '../../language/finding';
import type { ListValue, Value } from '../../language/tree';
import { writeString } from '../../language/tokens';
import type { RuleSettings } from '../../model/elements';
import { isCode, leavesUnclear, nearestCode } from '../codes';
import { removeFromList } from '../edits/list';
import type { Found } from '../rule';

/** What a list of `rules` does with the codes in it. */
export type Setting = Severity | 'off';

const settings: readonly Setting[] = ['off', 'error', 'warning', 'info', 'hint'];

/** A code as it stands in a list of `rules`. */
interface Mention {
  readonly setting: Setting;
  readonly code: string;
  readonly item: Value;
  readonly list: ListValue;
}

/** All mentions, in the order of the text. Of a list that is given twice the first counts: that is reported where it is read. */
function mentionsIn({ block }: RuleSettings): readonly Mention[] {
  const seen = new Set<Setting>();
  return block.items.flatMap((item): readonly Mention[] => {
    if (item.kind !== 'attribute' || item.value?.kind !== 'list') return [];
    const list = item.value;
    const setting = settings.find((one) => one === item.name.text);
    if (!setting || seen.has(setting)) return [];
    seen.add(setting);
    return list.items.flatMap((one) =>
      one.kind === 'string' || one.kind === 'name' ? [{ setting, code: one.text, item: one, list }] : [],
    );
  });
}

/** What the design makes of each code it names. The first mention counts; unknown codes and those that are fixed have no effect. */
export function settingsIn(rules: RuleSettings | undefined): ReadonlyMap<string, Setting> {
  const found = new Map<string, Setting>();
  if (!rules) return found;
  for (const { code, setting } of mentionsIn(rules)) {
    if (isCode(code) && !leavesUnclear(code) && !found.has(code)) found.set(code, setting);
  }
  return found;
}

/** Codes in the lists that have no effect there, or not the one that is written. */
export function idleMentions(rules: RuleSettings | undefined): readonly Found[] {
  if (!rules) return [];
  const first = new Map<string, Mention>();
  const mentions = mentionsIn(rules);
  const listed = new Set(mentions.map(({ code }) => code));
  return mentions.flatMap((mention) => {
    const { code, item } = mention;
    const earlier = first.get(code);
    first.set(code, earlier ?? mention);
    const place: Place = { declaration: rules.declaration, span: item.span };
    const removal = removed(rules, mention);
    if (!isCode(code)) return unknown(code, place, removal, listed);
    if (leavesUnclear(code) && mention.setting !== 'error') {
      const message = `${code} is always an error: it leaves unclear what the design means, so it cannot be turned off or lowered.`;
      return { message, place, fixes: removal };
    }
    if (!earlier) return [];
    const related = [{ place: { ...place, span: earlier.item.span }, message: 'The first mention is here.' }];
    const where =
      earlier.setting === mention.setting
        ? 'here twice'
        : `in two lists, '${earlier.setting}' and '${mention.setting}'`;
    return { message: `${code} stands ${where}: the first mention counts.`, place, related, fixes: removal };
  });
}

function unknown(code: string, place: Place, removal: readonly Fix[], listed: ReadonlySet<string>): Found {
  const meant = nearestCode(code);
  if (meant === undefined) {
    const fixes = removal.map((fix) => ({ ...fix, preferred: false }));
    return { message: `No rule has the code ${code}: this changes nothing.`, place, fixes };
  }
  const fix = {
    title: `Change to ${meant}`,
    preferred: !listed.has(meant),
    edits: [{ place, newText: writeString(meant) }],
  };
  return { message: `No rule has the code ${code}: this changes nothing. Is ${meant} meant?`, place, fixes: [fix] };
}

function removed({ declaration }: RuleSettings, { code, item, list }: Mention): readonly Fix[] {
  const edit = removeFromList(declaration, list, item);
  return edit ? [{ title: `Remove ${code}`, preferred: true, edits: [edit] }] : [];
}
