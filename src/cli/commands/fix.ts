import { FILE_HEADERS_ONLY, createTwoFilesPatch } from 'diff';
import { fixAll } from '../../checks/fix';
import type { AppliedFix } from '../../checks/fix';
import { rules } from '../../checks/rules';
import { createDocument } from '../../language/document';
import { nearest } from '../../model/words';
import { Unusable, answer, json } from '../call';
import type { FixCall, Outcome } from '../call';
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
  readonly applied: readonly AppliedFix[];
}

function diffOf({ source, text }: FixedSource): string {
  const { name } = source;
  return createTwoFilesPatch(name, name, source.text, text, '', '', { headerOptions: FILE_HEADERS_ONLY });
}

/** What was done stands above the difference, where programs that apply it pass over it. */
function textOf(fixed: FixedSource): string {
  const { source, applied } = fixed;
  if (applied.length === 0) return `Nothing to fix in ${source.name}.\n`;
  return [...applied.map(({ code, title }) => `${code}: ${title}`), diffOf(fixed)].join('\n');
}

/** `hacluster fix`: applies preferred fixes until none applies; changes the file with `--write` only. */
export function fix({ file, rule, write, format }: FixCall, stdin: Uint8Array): Outcome {
  refuseUnknownRule(rule);
  if (write) refuseStandardInput([file], 'fix --write');
  const source = readSource(file, stdin);
  const { documents, applied } = fixAll([createDocument(source.name, source.text)], rule);
  const fixed: FixedSource = { source, applied, text: documents[0]?.text() ?? source.text };
  const changed = fixed.text !== source.text;
  if (write && changed) writeSource(source, fixed.text);
  if (format === 'text') return answer(textOf(fixed), true);
  return answer(json({ version: 1, files: [{ file: source.name, changed, applied, text: fixed.text }] }), true);
}
