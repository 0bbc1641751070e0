import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { CompletionItem } from 'vscode-languageserver';
import { isAtLeast } from '../../language/schema/version';
import type { Version } from '../../language/schema/version';
import type { Range } from '../../language/span';
import { isBareName, writeString } from '../../language/tokens';
import type { Typed } from './completion-place';

/** Something to choose, before it is known what it replaces. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly text: string;
  /** What the letters typed so far are compared with; the label where it is left out. */
  readonly filter?: string;
  readonly detail?: string;
  readonly doc?: string;
  readonly snippet?: true;
  /** Chosen inside a string it replaces what stands between the quotes, not the quotes. */
  readonly insideQuotes?: true;
  /** Proposals with a lower rank come first; 5 where it is left out. */
  readonly rank?: number;
}

const middleRank = 5;

/** What the release of the design does not have comes behind all else. */
const lastRank = 9;

/** A proposal with a note, behind all others, where the release of the design does not have it yet. */
export function inRelease(proposal: Proposal, since: Version | undefined, version: Version): Proposal {
  if (since === undefined || isAtLeast(version, since)) return proposal;
  const note = `not in ${version}, came with ${since}`;
  return { ...proposal, rank: lastRank, detail: proposal.detail === undefined ? note : `${note}; ${proposal.detail}` };
}

const operators: ReadonlySet<string> = new Set(['and', 'or']);

/** A name to choose, in quotes where it must be, or where the quotes are there already. */
export function nameProposal(name: string, typed: Typed, more: Partial<Proposal> = {}): Proposal {
  const bare = isBareName(name) && !operators.has(name) && typed.kind !== 'string';
  return {
    label: name,
    kind: CompletionItemKind.Reference,
    text: bare ? name : writeString(name),
    filter: typed.kind === 'string' ? writeString(name) : name,
    ...more,
  };
}

/** A word of the language to choose. */
export function wordProposal(word: string, more: Partial<Proposal> = {}): Proposal {
  return { label: word, kind: CompletionItemKind.EnumMember, text: word, ...more };
}

/** A proposal as the protocol has it; it replaces `range`. */
export function itemOf(
  { label, kind, text, filter, detail, doc, snippet, rank }: Proposal,
  range: Range,
  index: number,
): CompletionItem {
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    ...(doc !== undefined && { documentation: doc }),
    ...(filter !== undefined && { filterText: filter }),
    sortText: `${rank ?? middleRank}${String(index).padStart(5, '0')}`,
    ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range, newText: text },
  };
}
