// Chevrotain: a grammar of what the generated design uses, with actions that build a tree with the place of every node.
import { EmbeddedActionsParser, Lexer, createToken } from 'chevrotain';

const Name = createToken({ name: 'Name', pattern: /[A-Za-z_][A-Za-z0-9_-]*/ });
const Text = createToken({ name: 'Text', pattern: /"(?:[^"\n]|"")*"/ });
const Quantity = createToken({ name: 'Quantity', pattern: /-?\d+(?:\.\d+)?(?:[A-Za-z]+|%)?/ });
const Space = createToken({ name: 'Space', pattern: /[ \t\r\n]+/, group: Lexer.SKIPPED });
const Comment = createToken({ name: 'Comment', pattern: /#[^\n]*/, group: 'comments' });
const [And, Or, At, Expect] = ['and', 'or', 'at', 'expect'].map((word) =>
  createToken({ name: `Word_${word}`, pattern: word, longer_alt: Name }),
);
const [Open, Close, OpenList, CloseList, Equals, Comma] = Object.entries({
  Open: '{',
  Close: '}',
  OpenList: '[',
  CloseList: ']',
  Equals: '=',
  Comma: ',',
}).map(([name, pattern]) => createToken({ name, pattern }));

const tokens = [Space, Comment, And, Or, At, Expect, Name, Text, Quantity];
tokens.push(Open, Close, OpenList, CloseList, Equals, Comma);
const lexer = new Lexer(tokens, { positionTracking: 'onlyOffset' });

const wordOf = (token) => ({ text: token.image, start: token.startOffset, end: token.endOffset });

class DesignParser extends EmbeddedActionsParser {
  constructor() {
    super(tokens, { recoveryEnabled: true, maxLookahead: 2 });
    this.RULE('design', () => {
      const blocks = [];
      this.MANY(() => blocks.push(this.SUBRULE(this.block)));
      return blocks;
    });
    this.RULE('block', () => {
      const keyword = wordOf(this.CONSUME(Name));
      const label = this.OPTION(() => wordOf(this.OR([Name, Text].map((type) => this.takes(type, 1)))));
      const items = [];
      this.OPTION2(() => {
        this.CONSUME(Open);
        this.MANY(() => items.push(this.SUBRULE(this.item)));
        this.CONSUME(Close);
      });
      return { kind: 'block', keyword, label, items, end: this.LA(0).endOffset };
    });
    this.RULE('item', () =>
      this.OR([
        { ALT: () => this.SUBRULE(this.attribute) },
        { ALT: () => this.SUBRULE(this.statement) },
        { ALT: () => this.SUBRULE(this.block) },
      ]),
    );
    this.RULE('attribute', () => {
      const name = wordOf(this.CONSUME(Name));
      this.CONSUME(Equals);
      return { kind: 'attribute', name, value: this.SUBRULE(this.expression) };
    });
    this.RULE('statement', () => {
      const words = [wordOf(this.OR([At, Expect].map((type) => this.takes(type, 0))))];
      this.MANY(() => words.push(wordOf(this.OR2([Name, Quantity].map((type) => this.takes(type, 2))))));
      return { kind: 'statement', words };
    });
    this.RULE('expression', () => this.chain('or', Or, () => this.SUBRULE(this.conjunction)));
    this.RULE('conjunction', () => this.chain('and', And, () => this.SUBRULE(this.value)));
    this.RULE('value', () =>
      this.OR([...[Name, Text, Quantity].map((type) => this.takesWord(type)), { ALT: () => this.SUBRULE(this.list) }]),
    );
    this.RULE('list', () => {
      const start = this.CONSUME(OpenList).startOffset;
      const items = [];
      this.MANY_SEP({ SEP: Comma, DEF: () => items.push(this.SUBRULE(this.expression)) });
      return { kind: 'list', items, start, end: this.CONSUME(CloseList).endOffset };
    });
    this.performSelfAnalysis();
  }

  /** An alternative of one token; `index` tells apart places of a rule that take the same kind. */
  takes(type, index) {
    return { ALT: () => this.consume(index, type) };
  }

  takesWord(type) {
    return { ALT: () => ({ kind: type.name, ...wordOf(this.CONSUME(type)) }) };
  }

  /** Operands between operators: one operand stands for itself. */
  chain(kind, operator, operand) {
    const operands = [];
    this.AT_LEAST_ONE_SEP({ SEP: operator, DEF: () => operands.push(operand()) });
    return operands.length === 1 ? operands[0] : { kind, operands };
  }
}

const parser = new DesignParser();

/** @param {string} text */
export function parse(text) {
  const lexed = lexer.tokenize(text);
  parser.input = lexed.tokens;
  return { blocks: parser.design(), comments: lexed.groups.comments, errors: [...lexed.errors, ...parser.errors] };
}

/** @param {ReturnType<typeof parse>} design */
export function machinesIn({ blocks, errors }) {
  if (errors.length > 0) throw new Error(errors[0].message);
  return blocks.filter(({ keyword }) => keyword.text === 'group').length;
}
