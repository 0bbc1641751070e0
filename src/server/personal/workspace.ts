import { settingsIn } from '../../checks/shown/severities';
import type { Finding } from '../../language/finding';
import type { Analysis, OpenDesign, Workspace } from '../workspace';
import type { PersonalSettings } from './configuration';
import type { PersonalRules } from './setting';

/** The findings as the user wants to see them. What the design says in its own `rules` holds: editor and CI have to agree. */
function shown({ design, findings }: Analysis, rules: PersonalRules): Pick<Analysis, 'findings' | 'hidden'> {
  const ofDesign = settingsIn(design.cluster.rules);
  const own = new Map([...rules].filter(([code]) => !ofDesign.has(code)));
  return {
    findings: findings.flatMap((finding): readonly Finding[] => {
      const severity = own.get(finding.code) ?? finding.severity;
      if (severity === 'off') return [];
      return [severity === finding.severity ? finding : { ...finding, severity }];
    }),
    hidden: new Set([...own].filter(([, setting]) => setting === 'off').map(([code]) => code)),
  };
}

/** The workspace, with findings as the settings of the file that is asked about want them. Where there are none nothing is changed. */
export function withPersonalRules(workspace: Workspace, settings: PersonalSettings): Workspace {
  const made = new WeakMap<Analysis, Map<PersonalRules, Analysis>>();
  let lastId = 0;

  const personal = (analysis: Analysis, uri: string): Analysis => {
    const rules = settings.of(uri);
    if (rules.size === 0) return analysis;
    const byRules = made.get(analysis) ?? new Map<PersonalRules, Analysis>();
    made.set(analysis, byRules);
    // Numbers below zero are given to no other analysis.
    const applied = byRules.get(rules) ?? { ...analysis, ...shown(analysis, rules), id: (lastId -= 1) };
    byRules.set(rules, applied);
    return applied;
  };
  const ready = (uri: string): Promise<void> | undefined => {
    const open = workspace.get(uri);
    const waiting = [workspace.ready(uri), open && settings.ready(open.uri)].filter((one) => one !== undefined);
    return waiting.length > 0 ? Promise.all(waiting).then(() => undefined) : undefined;
  };
  workspace.onDidChange(({ uri, cause }) => {
    if (cause === 'close') settings.forget(uri);
  });

  return {
    ...workspace,
    ready,
    allReady: () => {
      const waiting = workspace.all().flatMap(({ uri }) => ready(uri) ?? []);
      return waiting.length > 0 ? Promise.all(waiting) : undefined;
    },
    analyse: (open) => personal(workspace.analyse(open), open.uri),
    analyses: (open: OpenDesign) => {
      const [first, ...others] = workspace.analyses(open);
      return [personal(first, open.uri), ...others.map((one) => personal(one, open.uri))];
    },
    onDidChange: (listener) => {
      workspace.onDidChange(listener);
      settings.onDidChange(() => {
        for (const { uri } of workspace.all()) listener({ uri, cause: 'settings', others: [uri] });
      });
    },
  };
}
