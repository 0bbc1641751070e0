import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { blockSchema } from '../../language/schema/schema';
import type { Position } from '../../language/span';
import type { Design } from '../../model/design';
import { itemOf, wordProposal } from './completion-item';
import type { Proposal } from './completion-item';
import { itemProposals } from './completion-items';
import { mostNames } from './completion-names';
import { completionPlaceAt } from './completion-place';
import type { CompletionPlace, Typed } from './completion-place';
import { statementProposals } from './completion-statements';
import { diskProposals, keyProposals, pathProposals, valueProposals } from './completion-values';
import { schemaOf } from './lookup';
import type { Subject } from './lookup';

function labelProposals(design: Design, keyword: string, { frames, typed }: CompletionPlace): readonly Proposal[] {
  const label = blockSchema(keyword)?.label;
  if (label === 'disk') return diskProposals(design, keyword, typed);
  return label === 'path' ? pathProposals({ design, frames, typed, listed: new Set() }) : [];
}

function proposalsAt(design: Design, place: CompletionPlace): readonly Proposal[] {
  const { frames, typed, expected } = place;
  const frame = frames.at(-1);
  if (!frame) return [];
  switch (expected.kind) {
    case 'item': {
      if (typed.kind === 'number' || typed.kind === 'string') return [];
      const operators = expected.operators ? ['and', 'or'].map((word) => wordProposal(word, { rank: 0 })) : [];
      return [...operators, ...itemProposals(frame, design.cluster.version, typed.beforeEquals)];
    }
    case 'label':
      return labelProposals(design, expected.keyword, place);
    case 'key': {
      const schema = schemaOf(frame.keyword, expected.attribute);
      return schema ? keyProposals(schema, { design, frames, typed, listed: new Set() }) : [];
    }
    case 'value': {
      const schema = schemaOf(frame.keyword, expected.attribute);
      const question = { design, frames, typed, listed: expected.listed };
      return schema ? valueProposals(expected.attribute, schema, question) : [];
    }
    case 'statement':
      return statementProposals(design, expected.words, typed);
  }
}

/** What a proposal replaces: the word that is typed, with or without its quotes. */
function replaced(typed: Typed, text: string, insideQuotes: boolean): Typed['span'] {
  if (!insideQuotes || typed.kind !== 'string') return typed.span;
  const { start, end } = typed.span;
  return { start: start + 1, end: end - start > 1 && text[end - 1] === '"' ? end - 1 : end };
}

/** A snippet as plain text, for a client that has no snippets: up to its first placeholder. */
function withoutPlaceholders(proposal: Proposal): Proposal {
  const { snippet, ...plain } = proposal;
  if (!snippet) return proposal;
  return { ...plain, text: proposal.text.split(/\$(?:\{|\d)/)[0]?.replace(/\\(.)/g, '$1') ?? proposal.label };
}

/** What may be written at a position. `snippets`: whether the client can fill in placeholders. */
export function completionAt({ document, design }: Subject, position: Position, snippets: boolean): CompletionList {
  const spot = document.spotAt(position);
  const place = completionPlaceAt(spot);
  if (!place) return { isIncomplete: false, items: [] };
  const proposals = proposalsAt(design, place);
  const items = proposals.flatMap((proposal, index): CompletionItem[] => {
    const span = replaced(place.typed, spot.declaration.text, proposal.insideQuotes === true);
    const range = document.rangeOf({ declaration: spot.declaration, span });
    return range ? [itemOf(snippets ? proposal : withoutPlaceholders(proposal), range, index)] : [];
  });
  return { isIncomplete: proposals.length >= mostNames, items };
}
