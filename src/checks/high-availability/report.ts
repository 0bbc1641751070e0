import { writeName } from '../../language/tokens';
import { listOf } from '../../model/words';
import type { HighAvailabilityPlan, PlanCheck } from './plan';

/** What is built, as phrases that fit before and after: for the confirmation and the summary. */
export function summaryOf({ target, disks, parts, edits }: HighAvailabilityPlan): readonly string[] {
  if (!target || edits.length === 0) return [];
  const group =
    target.kind === 'existing'
      ? `Group ${target.name}, which has the disks already`
      : `New group ${target.name}${target.owner ? `, owned by ${target.owner.name}` : ''}`;
  return [
    group,
    ...disks.map(({ name }) => `Disk ${name}, from Available Storage, as a resource of the group`),
    ...parts.flatMap(({ machine, shared, configuration, providers, paths }) => [
      ...(configuration?.path === undefined
        ? []
        : [
            `Configuration resource ${configuration.name}, with the file ${configuration.path}${configuration.provider === undefined ? '' : `, which depends on ${configuration.provider}`}`,
          ]),
      `Virtual machine ${machine.name}, which depends on ${listOf([...(configuration ? [configuration.name] : []), ...providers])}`,
      ...(shared ? [`${machine.name} comes along, because it shares disk ${shared.name}`] : []),
      ...paths.map(
        ({ old, managed }) => `Path ${old.text} of ${machine.name} as ${managed}, which holds on every node`,
      ),
    ]),
  ];
}

/** The report as a Markdown document: what was checked and what is built. Names and paths stand as they are written. */
export function reportOf(plan: HighAvailabilityPlan): string {
  const { machine, checks, edits } = plan;
  const errors = checks.filter(({ severity }) => severity === 'error');
  const warnings = checks.filter(({ severity }) => severity === 'warning');
  const outcome = edits.length > 0 ? '' : 'Nothing is changed: what stands in the way has to be mended first.\n\n';
  return [
    `# Make ${escape(machine.name)} highly available\n\n${outcome}`,
    section('What stands in the way', errors.map(sentenceOf), edits.length > 0 ? 'Nothing.' : undefined),
    section('Warnings', warnings.map(sentenceOf), 'None.'),
    section('What is built', summaryOf(plan), 'Nothing.'),
    edits.length > 0
      ? `The virtual machine is in ${escape(writeName(plan.target?.name ?? ''))}. Move the group to every node once to see that it starts there.\n`
      : '',
  ].join('');
}

function sentenceOf({ message }: PlanCheck): string {
  return message;
}

function section(title: string, lines: readonly string[], none: string | undefined): string {
  const list = lines.length > 0 ? lines.map((line) => `- ${escape(line)}\n`).join('') : `${none ?? 'Nothing.'}\n`;
  return `## ${title}\n\n${list}\n`;
}

/** A text in which nothing is taken for a mark of Markdown or HTML. */
function escape(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()<>#+\-.!|~&]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}
