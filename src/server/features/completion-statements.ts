import { CompletionItemKind } from 'vscode-languageserver';
import type { Namespace } from '../../checks/names';
import { actionForms, expectedStates, subjectKinds } from '../../language/schema/actions';
import type { Token } from '../../language/tokens';
import type { Design } from '../../model/design';
import { wordProposal } from './completion-item';
import type { Proposal } from './completion-item';
import { nameProposals } from './completion-names';
import type { Typed } from './completion-place';
import { durationProposals } from './completion-values';

/** A statement with every choice made: words as they stand, and slots in upper case. */
interface Row {
  readonly words: readonly string[];
  /** What the statement does. */
  readonly doc: string;
}

/** All ways to write a pattern of the table of actions. */
function rowsOf(pattern: string): readonly (readonly string[])[] {
  return pattern.split(' ').reduce<readonly (readonly string[])[]>(
    (rows, part) => {
      const optional = part.startsWith('?');
      const ways = part
        .replace('?', '')
        .split('|')
        .map((way) => way.split(':'));
      return rows.flatMap((row) => [...ways.map((way) => [...row, ...way]), ...(optional ? [row] : [])]);
    },
    [[]],
  );
}

const actionRows: readonly Row[] = actionForms.flatMap(({ pattern, doc }) =>
  rowsOf(pattern).map((words) => ({ words: ['DURATION', ...words], doc })),
);

const subjects = ['SUBJECT', ...subjectKinds.map((kind) => `${kind}:${kind.toUpperCase()}`)].join('|');
const times = '?within:DURATION|at:DURATION|always';

/** What may stand after `expect`, in the notation of the table of actions (language.md, Scenario statements). */
const expectForms = [
  { pattern: `${subjects} STATE ?on:OWNER ${times}`, doc: 'The subject is in this state.' },
  { pattern: `${subjects} owned by OWNER ${times}`, doc: 'The subject is owned by this node.' },
  { pattern: `outage of ${subjects} below DURATION`, doc: 'All outages of the subject together are shorter.' },
  { pattern: `no outage of ${subjects}`, doc: 'The subject is never out of service.' },
  { pattern: `cluster running|stopped ${times}`, doc: 'The cluster has quorum, or has lost it.' },
];

const expectRows: readonly Row[] = expectForms.flatMap(({ pattern, doc }) =>
  rowsOf(pattern).map((words) => ({ words, doc })),
);

const notNames: ReadonlySet<string> = new Set([...subjectKinds, 'outage', 'no', 'cluster']);

const list = { text: '[]', kind: '[' } as const;

/** The tokens of a statement with each list in brackets as one; undefined where the cursor is in a list that is open. */
function withLists(tokens: readonly Token[]): readonly (Token | typeof list)[] | undefined {
  const result: (Token | typeof list)[] = [];
  let open = false;
  for (const token of tokens) {
    if (token.kind === '[') open = true;
    else if (token.kind === ']') {
      open = false;
      result.push(list);
    } else if (!open) result.push(token);
  }
  return open ? undefined : result;
}

function fills(word: string, token: Token | typeof list): boolean {
  if (word !== word.toUpperCase()) return token.kind === 'name' && token.text === word;
  if (word === 'DURATION') return token.kind === 'number';
  if (word === 'NODES') return token.kind === '[';
  if (token.kind === 'string') return word !== 'STATE';
  if (token.kind !== 'name') return false;
  if (word === 'STATE') return expectedStates.includes(token.text);
  return word !== 'SUBJECT' || !notNames.has(token.text);
}

/** The words that may come next, each with what the statement would do. */
function nextWords(rows: readonly Row[], tokens: readonly (Token | typeof list)[]): ReadonlyMap<string, string> {
  const next = new Map<string, string>();
  for (const { words, doc } of rows) {
    const word = words[tokens.length];
    if (word === undefined || next.has(word)) continue;
    if (tokens.every((token, index) => fills(words[index] ?? '', token))) next.set(word, doc);
  }
  return next;
}

/** Where the name in a slot is looked up. */
const slots: Readonly<Record<string, readonly Namespace[]>> = {
  NODE: ['node'],
  OWNER: ['node'],
  NODES: ['node'],
  DISK: ['disk'],
  STORAGE: ['storage'],
  NETWORK: ['network'],
  SITE: ['site'],
  RACK: ['rack'],
  RESOURCE: ['resource'],
  GROUP: ['group'],
  VIRTUAL_MACHINE: ['virtual_machine'],
  WORKLOAD: ['workload'],
  NLB_CLUSTER: ['nlb_cluster'],
  GUEST_CLUSTER: ['guest_cluster'],
  SUBJECT: ['group', 'resource', 'disk', 'node', 'workload'],
};

function namesFor(slot: string, design: Design, typed: Typed, without: ReadonlySet<string>): readonly Proposal[] {
  const found = (slots[slot] ?? []).flatMap((namespace) => nameProposals(design, namespace, typed, without));
  return [...new Map(found.map((one) => [one.label.toLowerCase(), one] as const)).values()];
}

function proposalsFor(word: string, doc: string, design: Design, typed: Typed): readonly Proposal[] {
  const keyword = { kind: CompletionItemKind.Keyword };
  if (word !== word.toUpperCase()) return [wordProposal(word, { ...keyword, doc, rank: 3 })];
  if (word === 'DURATION') return durationProposals(typed);
  if (word === 'STATE') return expectedStates.map((state) => wordProposal(state));
  if (word === 'NODES') return [wordProposal('[…]', { ...keyword, text: '[${1}]', snippet: true, filter: '[', doc })];
  return namesFor(word, design, typed, new Set());
}

const beginnings: readonly Proposal[] = [
  {
    label: 'at',
    kind: CompletionItemKind.Keyword,
    text: 'at ${1:0s} ',
    snippet: true,
    doc: 'What happens, and when: at 30s fail node HostA.',
    rank: 1,
  },
  {
    label: 'expect',
    kind: CompletionItemKind.Keyword,
    text: 'expect ',
    doc: 'What must hold then: expect VM2 online on HostB within 3m.',
    rank: 1,
  },
];

/** What may come next in a scenario; `words` are those of the statement before the one that is typed. */
export function statementProposals(design: Design, words: readonly Token[], typed: Typed): readonly Proposal[] {
  const [first, ...rest] = words;
  if (!first) return beginnings;
  const rows = first.text === 'at' ? actionRows : first.text === 'expect' ? expectRows : [];
  const tokens = withLists(rest);
  if (!tokens) return namesFor('NODES', design, typed, new Set(words.map(({ text }) => text.toLowerCase())));
  return [...nextWords(rows, tokens)].flatMap(([word, doc]) => proposalsFor(word, doc, design, typed));
}
