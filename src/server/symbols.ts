import { SymbolKind } from 'vscode-languageserver';
import type { DocumentSymbol } from 'vscode-languageserver';
import type { Declaration } from '../language/declaration';
import type { Document } from '../language/document';
import type { Block } from '../language/tree';

/** How the editor's outline shows a block; whatever is not in the table is an object. */
const symbolKinds: Readonly<Record<string, SymbolKind>> = {
  cluster: SymbolKind.Namespace,
  guest_cluster: SymbolKind.Namespace,
  nlb_cluster: SymbolKind.Namespace,
  node: SymbolKind.Class,
  network: SymbolKind.Interface,
  storage: SymbolKind.Package,
  disk: SymbolKind.Struct,
  volume: SymbolKind.Field,
  group: SymbolKind.Module,
  virtual_machine: SymbolKind.Class,
  vhd: SymbolKind.File,
  workload: SymbolKind.Method,
  scenario: SymbolKind.Event,
  include: SymbolKind.File,
};

/** How the editor shows a thing of this keyword. */
export function symbolKindOf(keyword: string): SymbolKind {
  return symbolKinds[keyword] ?? SymbolKind.Object;
}

function symbolOf(document: Document, declaration: Declaration, block: Block): DocumentSymbol[] {
  const range = document.rangeOf({ declaration, span: block.span });
  const selectionRange = document.rangeOf({ declaration, span: block.header });
  if (!range || !selectionRange) return [];
  const keyword = block.keyword.text;
  const label = block.label?.text ?? '';
  return [
    {
      name: label === '' ? keyword : label,
      ...(label !== '' && { detail: keyword }),
      kind: symbolKindOf(keyword),
      range,
      selectionRange,
      children: block.items.flatMap((item) => (item.kind === 'block' ? symbolOf(document, declaration, item) : [])),
    },
  ];
}

/** The outline of a document: its blocks and the blocks in them. */
export function symbolsOf(document: Document): DocumentSymbol[] {
  return document.declarations.flatMap((declaration) =>
    declaration.blocks.flatMap((block) => symbolOf(document, declaration, block)),
  );
}
