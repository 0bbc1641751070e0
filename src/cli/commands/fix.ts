import { FILE_HEADERS_ONLY, createTwoFilesPatch } from 'diff';
import { fixAll } from '../../checks/fix';
import type { AppliedFix } from '../../checks/fix';
import { rules } from '../../checks/rules';
import { listOf, nearest } from '../../model/words';
import { Unusable, answer, json } from '../call';
import type { FixCall, Outcome } from '../call';
import { gatherSources } from '../design';
import { readSource, refuseStandardInput, writeSource } from '../files';
import type { SourceFile } from '../files';

/** Areas whose findings come from reading the file and not from a rule of the table. */
const readingAreas = /^(?:language|version)\//;

function refuseUnknownRule(code: string | undefined): void {
  if (code === undefined || readingAreas.test(code) || rules.some((rule) => rule.code === code)) return;
  const meant = nearest(
    code,
    rules.map((rule) => rule.code),
  );
  throw new Unusable(`there is no rule '${code}'${meant === undefined ? '.' : `: is '${meant}' meant?`}`);
}

interface FixedSource {
  readonly source: SourceFile;
  readonly text: string;
  readonly changed: boolean;
}

function diffOf({ source, text }: FixedSource): string {
  const { name } = source;
  return createTwoFilesPatch(name, name, source.text, text, '', '', { headerOptions: FILE_HEADERS_ONLY });
}

/** What was done stands above the differences, where programs that apply them pass over it. */
function textOf(files: readonly FixedSource[], applied: readonly AppliedFix[]): string {
  if (applied.length === 0) return `Nothing to fix in ${listOf(files.map(({ source }) => source.name))}.\n`;
  const done = applied.map(({ code, title }) => `${code}: ${title}`);
  return [...done, ...files.filter(({ changed }) => changed).map(diffOf)].join('\n');
}

/** `hacluster fix`: applies preferred fixes until none applies, in the file and in those it includes; changes them with `--write` only. */
export function fix({ file, rule, write, format }: FixCall, stdin: Uint8Array): Outcome {
  refuseUnknownRule(rule);
  if (write) refuseStandardInput([file], 'fix --write');
  const gathered = gatherSources(readSource(file, stdin));
  const { documents, applied } = fixAll(gathered.documents, rule);
  const fixed = gathered.sources.map((source, index): FixedSource => {
    const text = documents[index]?.text() ?? source.text;
    return { source, text, changed: text !== source.text };
  });
  if (write) for (const { source, text, changed } of fixed) if (changed) writeSource(source, text);
  if (format === 'text') return answer(textOf(fixed, applied), true);
  const files = fixed.map(({ source, text, changed }) => ({ file: source.name, changed, text }));
  return answer(json({ version: 1, applied, files }), true);
}
