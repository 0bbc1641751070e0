import { actionForms, expectedStates, subjectKinds } from '../schema/actions';
import type { Problem } from '../declaration';
import type { Span } from '../span';
import type { Token } from '../tokens';
import type {
  ActionPhrase,
  Argument,
  AtStatement,
  ExpectStatement,
  ExpectTerm,
  ExpectTime,
  NumberValue,
  SubjectPhrase,
  Word,
} from '../tree';
import { describe, isWord, spanOf, wordOf } from './cursor';
import type { Cursor } from './cursor';
import { numberOf } from './values';

/** The tokens of one statement, which ends with its line, `;` or `}`. */
interface Line {
  readonly tokens: readonly Token[];
  at: number;
  readonly end: number;
  readonly report: (message: string, span: Span, fix?: Problem['fix']) => void;
  failed: boolean;
}

/** `begin`: the next token is taken even where it starts a line. */
function takeLine(cursor: Cursor, begin = false): Line {
  const tokens: Token[] = [];
  let depth = 0;
  for (;;) {
    const token = cursor.peek();
    const over = token.kind === 'end' || token.kind === '}' || token.kind === ';';
    const startsNext = token.startsLine && depth === 0 && !(begin && tokens.length === 0);
    if (over || startsNext) break;
    if (token.kind === '[') depth += 1;
    if (token.kind === ']') depth -= 1;
    tokens.push(cursor.next());
  }
  return { tokens, at: 0, end: cursor.lastEnd(), report: cursor.report.bind(cursor), failed: false };
}

function peek(line: Line): Token | undefined {
  return line.tokens[line.at];
}

function fail(line: Line, message: string): undefined {
  if (!line.failed) {
    const token = peek(line);
    line.report(message, token ? spanOf(token) : { start: line.end, end: line.end });
  }
  line.failed = true;
  return undefined;
}

function found(line: Line): string {
  const token = peek(line);
  return token ? describe(token) : 'the end of the line';
}

function takeWord(line: Line, word: string): boolean {
  const token = peek(line);
  if (token?.kind !== 'name' || token.text !== word) return false;
  line.at += 1;
  return true;
}

function takeName(line: Line, what: string): Word | undefined {
  const token = peek(line);
  if (!token || !isWord(token)) return fail(line, `${what} is expected, not ${found(line)}.`);
  line.at += 1;
  return wordOf(token);
}

function takeDuration(line: Line, after: string): NumberValue | undefined {
  const token = peek(line);
  if (token?.kind !== 'number') {
    return fail(line, `A time such as 30s is expected after '${after}', not ${found(line)}.`);
  }
  line.at += 1;
  return numberOf(token);
}

function finish(line: Line): void {
  if (line.at < line.tokens.length) fail(line, `${found(line)} does not belong here.`);
}

/** Reads `at TIME ACTION`; the cursor stands on `at`. */
export function parseAt(cursor: Cursor): AtStatement {
  const start = cursor.next().start;
  const line = takeLine(cursor);
  const time = takeDuration(line, 'at');
  const action = line.failed ? undefined : parseActionWords(line);
  if (action) finish(line);
  return { kind: 'at', span: { start, end: cursor.lastEnd() }, time, action };
}

/** Reads an action alone, or with its time before it (`0s fail node HostA`); an `at` before both is taken too. */
export function parseActionLine(cursor: Cursor): AtStatement {
  const start = cursor.peek().start;
  const line = takeLine(cursor, true);
  takeWord(line, 'at');
  const time = peek(line)?.kind === 'number' ? takeDuration(line, 'at') : undefined;
  const action = parseActionWords(line);
  if (action) finish(line);
  return { kind: 'at', span: { start, end: line.end }, time, action };
}

interface Attempt {
  readonly phrase: ActionPhrase | undefined;
  /** How many tokens fitted, and what was expected then. */
  readonly reached: number;
  readonly expected: string;
}

/** Tries every form; the one that gets furthest says what is missing. */
function parseActionWords(line: Line): ActionPhrase | undefined {
  const attempts = actionForms.map((form) => attempt(line, form.id, form.pattern.split(' ')));
  const complete = attempts.filter((one) => one.phrase).sort((a, b) => b.reached - a.reached)[0];
  if (complete?.phrase) {
    line.at = complete.reached;
    return complete.phrase;
  }
  const reached = Math.max(...attempts.map((one) => one.reached));
  const expected = [...new Set(attempts.filter((one) => one.reached === reached).map((one) => one.expected))];
  const start = line.at;
  line.at = reached;
  if (reached === start) {
    return fail(line, `${found(line)} is no action: an action begins with ${expected.join(', ')}.`);
  }
  return fail(line, `${expected.join(' or ')} is expected, not ${found(line)}.`);
}

function attempt(line: Line, form: string, pattern: readonly string[]): Attempt {
  const start = line.at;
  let at = start;
  const args: Argument[] = [];
  const options: string[] = [];
  const token = (): Token | undefined => line.tokens[at];
  const isLiteral = (word: string): boolean => token()?.kind === 'name' && token()?.text === word;
  for (const part of pattern) {
    const optional = part.startsWith('?');
    const [literal = '', slot] = part.replace('?', '').split(':');
    if (slot !== undefined) {
      if (!isLiteral(literal)) continue;
      at += 1;
      const name = takeArgument(line, at, slot);
      if (!name) return { phrase: undefined, reached: at, expected: `the name of a ${wordsOf(slot)}` };
      args.push(name.argument);
      at = name.next;
    } else if (literal === literal.toUpperCase()) {
      const name = takeArgument(line, at, literal);
      if (!name) return { phrase: undefined, reached: at, expected: nameOfSlot(literal) };
      args.push(name.argument);
      at = name.next;
    } else {
      const choice = literal.split('|').find(isLiteral);
      if (choice === undefined && !optional) {
        return { phrase: undefined, reached: at, expected: `'${literal.replace('|', "' or '")}'` };
      }
      if (choice === undefined) continue;
      if (optional) options.push(choice);
      at += 1;
    }
  }
  const first = line.tokens[start];
  const last = line.tokens[at - 1];
  const span = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const verb = pattern[0] ?? '';
  return { phrase: { form, verb, options, arguments: args, span }, reached: at, expected: '' };
}

function wordsOf(slot: string): string {
  return slot.toLowerCase().replaceAll('_', ' ');
}

function nameOfSlot(slot: string): string {
  return slot === 'NODES' ? 'a list of nodes in brackets' : `the name of a ${wordsOf(slot)}`;
}

function takeArgument(line: Line, at: number, slot: string): { argument: Argument; next: number } | undefined {
  const token = line.tokens[at];
  if (!token) return undefined;
  if (slot !== 'NODES') {
    return isWord(token) ? { argument: { slot, words: [wordOf(token)] }, next: at + 1 } : undefined;
  }
  if (token.kind !== '[') return undefined;
  const words: Word[] = [];
  let next = at + 1;
  for (; line.tokens[next]?.kind !== ']'; next += 1) {
    const item = line.tokens[next];
    if (!item) return undefined;
    if (isWord(item)) words.push(wordOf(item));
    else if (item.kind !== ',') return undefined;
  }
  return words.length > 0 ? { argument: { slot, words }, next: next + 1 } : undefined;
}

/** Reads `expect …`; the cursor stands on `expect`. */
export function parseExpect(cursor: Cursor): ExpectStatement {
  const start = cursor.next().start;
  const line = takeLine(cursor);
  const term = parseTerm(line);
  const time = term ? parseTime(line) : undefined;
  if (term) finish(line);
  return { kind: 'expect', span: { start, end: cursor.lastEnd() }, term: line.failed ? undefined : term, time };
}

function parseTerm(line: Line): ExpectTerm | undefined {
  const next = line.tokens[line.at + 1];
  if (peek(line)?.text === 'outage' && next?.text === 'of') {
    line.at += 2;
    const subject = parseSubject(line);
    if (!subject) return undefined;
    if (!takeWord(line, 'below')) return fail(line, `'below' is expected, not ${found(line)}.`);
    const below = takeDuration(line, 'below');
    return below && { kind: 'outage', subject, below };
  }
  if (peek(line)?.text === 'no' && next?.text === 'outage') {
    line.at += 2;
    if (!takeWord(line, 'of')) return fail(line, `'of' is expected, not ${found(line)}.`);
    const subject = parseSubject(line);
    return subject && { kind: 'no_outage', subject };
  }
  if (peek(line)?.text === 'cluster' && (next?.text === 'running' || next?.text === 'stopped')) {
    line.at += 2;
    return { kind: 'cluster', state: wordOf(next) };
  }
  const subject = parseSubject(line);
  return subject && parseState(line, subject);
}

function parseState(line: Line, subject: SubjectPhrase): ExpectTerm | undefined {
  if (takeWord(line, 'owned')) {
    if (!takeWord(line, 'by')) return fail(line, `'by' is expected, not ${found(line)}.`);
    const by = takeName(line, 'The name of a node');
    return by && { kind: 'owned', subject, by };
  }
  const token = peek(line);
  if (token?.kind !== 'name' || !expectedStates.includes(token.text)) {
    return fail(line, `A state (${expectedStates.join(', ')}) or 'owned by' is expected, not ${found(line)}.`);
  }
  line.at += 1;
  const on = takeWord(line, 'on') ? takeName(line, 'The name of a node') : undefined;
  return line.failed ? undefined : { kind: 'state', subject, state: wordOf(token), on };
}

function parseSubject(line: Line): SubjectPhrase | undefined {
  const first = takeName(line, 'The name of what is expected to be so');
  if (!first) return undefined;
  const token = peek(line);
  const isKind = !first.quoted && (subjectKinds as readonly string[]).includes(first.text);
  const named = token && isWord(token) && (token.kind === 'string' || !isStateWord(token.text));
  if (!isKind || !named) return { kind: undefined, name: first };
  line.at += 1;
  return { kind: first, name: wordOf(token) };
}

function isStateWord(text: string): boolean {
  return text === 'owned' || text === 'below' || expectedStates.includes(text);
}

function parseTime(line: Line): ExpectTime | undefined {
  if (takeWord(line, 'always')) return { kind: 'always' };
  for (const kind of ['within', 'at'] as const) {
    if (takeWord(line, kind)) {
      const duration = takeDuration(line, kind);
      return duration && { kind, duration };
    }
  }
  return undefined;
}
