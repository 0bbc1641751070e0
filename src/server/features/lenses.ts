import type { CodeLens, Command } from 'vscode-languageserver';
import type { Document } from '../../language/document';
import type { Block } from '../../language/tree';
import { isRecord } from '../../protocol/parse';

/** What can be started from the header of a block, by its keyword. The commands are those of the extension. */
const commandsOf: Readonly<Record<string, (uri: string, name: string) => readonly Command[]>> = {
  group: (uri) => [
    { title: 'Simulate failover', command: 'hacluster.simulateFailover', arguments: [uri] },
    { title: 'Show dependencies', command: 'hacluster.showDependencies', arguments: [uri] },
  ],
  scenario: (uri, name) => [
    { title: 'Run', command: 'hacluster.runScenario', arguments: [uri, name, { noDebug: true }] },
    { title: 'Step through', command: 'hacluster.runScenario', arguments: [uri, name] },
  ],
};

/** What a lens is about, until it is seen and its command is asked for. */
interface LensData {
  readonly uri: string;
  readonly keyword: string;
  readonly name: string;
  /** Which of the commands of the block. */
  readonly index: number;
}

function isLensData(value: unknown): value is LensData {
  return (
    isRecord(value) &&
    typeof value['uri'] === 'string' &&
    typeof value['keyword'] === 'string' &&
    typeof value['name'] === 'string' &&
    typeof value['index'] === 'number'
  );
}

function commandsFor(uri: string, keyword: string, name: string): readonly Command[] {
  return Object.hasOwn(commandsOf, keyword) ? (commandsOf[keyword]?.(uri, name) ?? []) : [];
}

function dataOf(uri: string, { keyword, label }: Block): readonly LensData[] {
  if (!label) return [];
  const name = label.text;
  return commandsFor(uri, keyword.text, name).map((_, index) => ({ uri, keyword: keyword.text, name, index }));
}

/** What stands over groups and scenarios to be started. What each of them does is said when it is seen. */
export function lensesOf(document: Document): CodeLens[] {
  return document.declarations.flatMap((declaration) =>
    declaration.blocks.flatMap((block) => {
      const data = dataOf(document.file, block);
      const range = data.length > 0 ? document.rangeOf({ declaration, span: block.header }) : undefined;
      return range ? data.map((one) => ({ range, data: one })) : [];
    }),
  );
}

/** A lens with its command. */
export function resolveLens(lens: CodeLens): CodeLens {
  const data: unknown = lens.data;
  if (!isLensData(data)) return lens;
  const command = commandsFor(data.uri, data.keyword, data.name)[data.index];
  return command ? { ...lens, command } : lens;
}
