import * as vscode from 'vscode';
import type { HighAvailabilityCheck, HighAvailabilityPlan } from '../../../protocol/server';

/** What the user wants after having seen the plan; undefined: nothing. */
export type Answer =
  | { readonly kind: 'do' }
  | { readonly kind: 'report' }
  | { readonly kind: 'go'; readonly check: HighAvailabilityCheck };

interface Line extends vscode.QuickPickItem {
  readonly answer?: Answer;
}

const icons: Readonly<Record<HighAvailabilityCheck['severity'], string>> = {
  error: '$(error)',
  warning: '$(warning)',
};

function heading(label: string): Line {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function section(title: string, lines: readonly Line[]): readonly Line[] {
  return lines.length > 0 ? [heading(title), ...lines] : [];
}

function linesOf({ checks, summary }: HighAvailabilityPlan): readonly Line[] {
  const lines = (severity: HighAvailabilityCheck['severity']): readonly Line[] =>
    checks
      .filter((check) => check.severity === severity)
      .map((check) => ({ label: `${icons[severity]} ${check.message}`, answer: { kind: 'go', check } }));
  const errors = lines('error');
  const consent: Line = {
    label: '$(shield) Make Highly Available',
    detail: 'Changes the design in one step, which Undo takes back.',
    answer: { kind: 'do' },
  };
  return [
    ...(errors.length === 0 ? [consent] : []),
    { label: '$(output) Show Report', answer: { kind: 'report' } },
    ...section('Stands in the way', errors),
    ...section('Warnings', lines('warning')),
    ...section(
      'What is built',
      summary.map((phrase): Line => ({ label: `$(add) ${phrase}`, answer: { kind: 'report' } })),
    ),
  ];
}

function question({ checks }: HighAvailabilityPlan, isChanged: boolean): string {
  if (checks.some(({ severity }) => severity === 'error')) {
    return 'What stands in the way has to be mended first. Choose it to go there.';
  }
  const text = 'Choose Make Highly Available, or a warning to go there.';
  return isChanged ? `The design has changed meanwhile: this is the plan for its new text. ${text}` : text;
}

/** Shows the plan and asks what to do. `isChanged`: it was shown before, and the text has changed since. */
export async function confirm(plan: HighAvailabilityPlan, isChanged: boolean): Promise<Answer | undefined> {
  const picked = await vscode.window.showQuickPick(linesOf(plan), {
    title: `Make ${plan.machine} Highly Available`,
    placeHolder: question(plan, isChanged),
    ignoreFocusOut: true,
  });
  return picked?.answer;
}
