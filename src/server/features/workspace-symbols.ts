import type { SymbolInformation } from 'vscode-languageserver';
import type { Document } from '../../language/document';
import type { Block } from '../../language/tree';
import { symbolKindOf } from '../symbols';
import { mayMean } from './completion-names';

/** Most symbols given at once: the letters typed choose among more. */
const mostSymbols = 500;

interface Found {
  readonly block: Block;
  readonly container: string | undefined;
}

/** The name of a block where it has one, else its keyword, as in the outline. */
function nameOf({ label, keyword }: Block): string {
  return label && label.text !== '' ? label.text : keyword.text;
}

function* blocksIn(blocks: readonly Block[], query: string, container?: string): Generator<Found> {
  for (const block of blocks) {
    const name = nameOf(block);
    if (mayMean(name, query)) yield { block, container };
    yield* blocksIn(
      block.items.filter((item) => item.kind === 'block'),
      query,
      name,
    );
  }
}

/** The blocks of all open designs that the query may mean, in the order of the files. */
export function workspaceSymbols(documents: readonly Document[], query: string): SymbolInformation[] {
  const found: SymbolInformation[] = [];
  for (const document of documents) {
    for (const declaration of document.declarations) {
      for (const { block, container } of blocksIn(declaration.blocks, query)) {
        const range = document.rangeOf({ declaration, span: block.header });
        if (!range) continue;
        const containerName = container === undefined ? {} : { containerName: container };
        const location = { uri: document.file, range };
        found.push({ name: nameOf(block), kind: symbolKindOf(block.keyword.text), location, ...containerName });
        if (found.length >= mostSymbols) return found;
      }
    }
  }
  return found;
}
