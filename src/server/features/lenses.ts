import type { CodeLens, Command } from 'vscode-languageserver';
import type { Document } from '../../language/document';
import type { Block } from '../../language/tree';

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

function commandsFor(uri: string, { keyword, label }: Block): readonly Command[] {
  return label ? (commandsOf[keyword.text]?.(uri, label.text) ?? []) : [];
}

/** What stands over groups and scenarios to be started. */
export function lensesOf(document: Document): CodeLens[] {
  return document.declarations.flatMap((declaration) =>
    declaration.blocks.flatMap((block) => {
      const range = document.rangeOf({ declaration, span: block.header });
      return range ? commandsFor(document.file, block).map((command) => ({ range, command })) : [];
    }),
  );
}
