import { createDocument } from '../../language/document';
import { format as formatDocument } from '../../language/format/format';
import { countOf } from '../../model/words';
import { Unusable, answer, json } from '../call';
import type { FormatCall, Outcome } from '../call';
import { readSource, refuseStandardInput, writeSource } from '../files';
import type { SourceFile } from '../files';

interface Formatted {
  readonly source: SourceFile;
  readonly text: string;
  readonly changed: boolean;
}

function formatSource(source: SourceFile): Formatted {
  const text = formatDocument(createDocument(source.name, source.text));
  return { source, text, changed: text !== source.text };
}

/** What the text answer says of each way to call it. */
const sayings = {
  check: { one: 'is not in canonical layout', sum: 'to format' },
  write: { one: 'formatted', sum: 'formatted' },
} as const;

function listOf(all: readonly Formatted[], mode: 'check' | 'write'): string {
  const changed = all.filter((one) => one.changed);
  const { one, sum } = sayings[mode];
  const lines = changed.map(({ source }) => `${source.name}: ${one}`);
  return [...lines, `${countOf(changed.length, 'file')} ${sum}, ${all.length - changed.length} unchanged.`, ''].join(
    '\n',
  );
}

function print(all: readonly Formatted[], { format, mode }: FormatCall): string {
  if (format === 'json') {
    const files = all.map(({ source, text, changed }) => ({
      file: source.name,
      changed,
      ...(mode === 'print' ? { text } : {}),
    }));
    return json({ version: 1, files });
  }
  return mode === 'print' ? all.map(({ text }) => text).join('') : listOf(all, mode);
}

/** `hacluster format`: prints the canonical text, says which files do not have it, or writes it. */
export function format(call: FormatCall, stdin: Uint8Array): Outcome {
  const { files, mode } = call;
  if (mode === 'write') refuseStandardInput(files, 'format --write');
  if (mode === 'print' && call.format === 'text' && files.length > 1) {
    throw new Unusable('format prints one file only: for several, add --check or --write.');
  }
  const all = files.map((file) => formatSource(readSource(file, stdin)));
  if (mode === 'write') for (const { source, text, changed } of all) if (changed) writeSource(source, text);
  return answer(print(all, call), mode !== 'check' || all.every(({ changed }) => !changed));
}
