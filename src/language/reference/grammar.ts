import { actionForms, expectedStates } from '../schema/actions';
import { blocks } from '../schema/schema';
import type { AttributeSchema } from '../schema/types';
import { durationUnits, sizeUnits } from '../schema/units';

const name = '[A-Za-z_][A-Za-z0-9_-]*';
const quoted = '"(?:[^"\\r\\n]|"")*"';

/** Any of the words, and no longer word around them; longest first, so that no word hides another. */
function anyOf(words: Iterable<string>): string {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?<![A-Za-z0-9_-])(?:${longestFirst.join('|')})(?![A-Za-z0-9_-])`;
}

function attributes(): readonly AttributeSchema[] {
  return Object.values(blocks).flatMap((block) => Object.values<AttributeSchema>(block.attributes));
}

/** Keywords that may be values: the words of every enumeration that need no quotes. */
function valueWords(): readonly string[] {
  return attributes().flatMap((schema) =>
    schema.type === 'keyword' ? schema.words.filter((word) => /^[a-z]/.test(word)) : [],
  );
}

/** Lower-case words of the action patterns: verbs stand first, the rest are kinds and prepositions. */
function actionWords(): { readonly verbs: readonly string[]; readonly others: readonly string[] } {
  const words = actionForms.map(({ pattern }) =>
    pattern.split(/[ ?:|]/).filter((word) => word !== '' && word === word.toLowerCase()),
  );
  return { verbs: words.flatMap((row) => row.slice(0, 1)), others: words.flatMap((row) => row.slice(1)) };
}

const units = [...Object.keys(sizeUnits), ...Object.keys(durationUnits), '%'];

/** The TextMate grammar: its words are those of the schema, so highlighting and language cannot drift apart. */
export function grammarJson(): object {
  const { verbs, others } = actionWords();
  const expectations = ['owned', 'by', 'outage', 'of', 'no', 'below', 'within', 'always', 'on', 'to', 'from'];
  const rule = (scope: string, match: string) => ({ name: `${scope}.hacluster`, match });
  return {
    name: 'HA Cluster Design',
    scopeName: 'source.hacluster',
    fileTypes: ['hacluster'],
    patterns: ['comments', 'statement', 'block', 'attribute', 'values'].map((part) => ({ include: `#${part}` })),
    repository: {
      comments: {
        patterns: [
          rule('comment.line.number-sign', '#.*$'),
          rule('comment.line.double-slash', '//.*$'),
          { name: 'comment.block.hacluster', begin: '/\\*', end: '\\*/' },
        ],
      },
      statement: {
        name: 'meta.statement.hacluster',
        begin: '^\\s*(at|expect)(?=\\s+[^=\\s{])',
        beginCaptures: { 1: { name: 'keyword.control.hacluster' } },
        end: '(?=[#}\\r\\n])|(?=//)|$',
        patterns: [
          { include: '#strings' },
          { include: '#numbers' },
          rule('keyword.operator.word', anyOf(expectations)),
          rule('support.function.action', `(?<=[0-9a-z]\\s)${anyOf(verbs)}(?=\\s+(?:[a-z_]|\\[))`),
          rule('support.constant.state', anyOf([...expectedStates, 'running', 'stopped'])),
          rule('storage.type', anyOf([...others, 'workload', 'guest_cluster', 'nlb_cluster', 'cluster'])),
          rule('variable.other', name),
        ],
      },
      block: {
        match: `(${anyOf(Object.keys(blocks))})(?!\\s*=)(?:\\s+(?:(${quoted})|(${name})(?!\\s*=)))?`,
        captures: {
          1: { name: 'storage.type.block.hacluster' },
          2: { name: 'entity.name.type.hacluster' },
          3: { name: 'entity.name.type.hacluster' },
        },
      },
      attribute: {
        match: `(${name})(?:[ \\t]+(${quoted}|${name}))?[ \\t]*(=)`,
        captures: {
          1: { name: 'variable.other.property.hacluster' },
          2: { name: 'variable.other.hacluster' },
          3: { name: 'keyword.operator.assignment.hacluster' },
        },
      },
      strings: {
        name: 'string.quoted.double.hacluster',
        begin: '"',
        end: '"(?!")|$',
        patterns: [rule('constant.character.escape', '""')],
      },
      numbers: {
        match: `(?<![A-Za-z0-9_-])(-?[0-9]+(?:\\.[0-9]+)?)(${units.join('|')})?(?![A-Za-z0-9_])`,
        captures: { 1: { name: 'constant.numeric.hacluster' }, 2: { name: 'keyword.other.unit.hacluster' } },
      },
      values: {
        patterns: [
          { include: '#strings' },
          { include: '#numbers' },
          rule('constant.language.boolean', anyOf(['true', 'false'])),
          rule('keyword.operator.logical', anyOf(['and', 'or'])),
          rule('support.constant.keyword', anyOf(valueWords())),
          rule('variable.other', name),
        ],
      },
    },
  };
}
