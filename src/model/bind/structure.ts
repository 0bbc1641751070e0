import { blockSchema, mayContain, topKeywords } from '../../language/schema/schema';
import type { Block } from '../../language/tree';
import { listOf, nearest } from '../words';
import { blocksIn } from './element';
import type { Reporter } from './report';

/**
 * Checks that each block is one the schema knows, stands where it may, and has the label it must have; goes into the
 * blocks inside. Attributes are checked where they are read.
 */
export function checkStructure(block: Block, parent: Block | undefined, reporter: Reporter): void {
  const keyword = block.keyword.text;
  const schema = blockSchema(keyword);
  if (!schema || !mayContain(parent?.keyword.text, keyword)) {
    reportUnknownBlock(block, parent, reporter);
    return;
  }
  checkLabel(block, parent?.keyword.text === 'defaults', reporter);
  const singles = new Map<string, Block>();
  for (const inner of blocksIn(block)) {
    checkStructure(inner, block, reporter);
    if (blockSchema(inner.keyword.text)?.single !== true) continue;
    const first = singles.get(inner.keyword.text);
    if (first) reportSecond(inner, first, reporter);
    else singles.set(inner.keyword.text, inner);
  }
}

function reportSecond(block: Block, first: Block, reporter: Reporter): void {
  const place = { declaration: reporter.declaration, span: first.header };
  const message = `There can be one ${block.keyword.text} here; the first one counts.`;
  reporter.report('language/duplicate-name', message, block.header, [], [{ place, message: 'The first one is here.' }]);
}

function reportUnknownBlock(block: Block, parent: Block | undefined, reporter: Reporter): void {
  const keyword = block.keyword.text;
  const where = parent ? `inside a ${parent.keyword.text}` : 'at the top of a file';
  const allowed = parent ? (blockSchema(parent.keyword.text)?.blocks ?? []) : [...topKeywords];
  const meant = nearest(keyword, allowed);
  const known = blockSchema(keyword) !== undefined;
  const what = known ? `A ${keyword} cannot stand ${where}.` : `There is no block '${keyword}' ${where}.`;
  const hint = known ? placeOf(keyword) : meant === undefined ? '' : ` Is ${meant} meant?`;
  const fixes =
    known || meant === undefined ? [] : [reporter.replacement(`Change to ${meant}`, block.keyword.span, meant)];
  reporter.report('language/unknown-block', `${what}${hint}`, block.keyword.span, fixes);
}

function placeOf(keyword: string): string {
  const parents = ['cluster', 'disk', 'group', 'virtual_machine', 'guest_cluster', 'defaults'].filter((parent) =>
    mayContain(parent, keyword),
  );
  return parents.length === 0 ? '' : ` It belongs inside a ${listOf(parents, 'or')}.`;
}

const labels: Readonly<Record<string, string>> = {
  name: 'a name',
  path: 'a path in quotes',
  disk: 'the name of a disk',
  file: 'the name of a file in quotes',
};

/** A block inside `defaults` stands for all of its kind and has no name. */
function checkLabel(block: Block, isDefault: boolean, reporter: Reporter): void {
  const keyword = block.keyword.text;
  const schema = blockSchema(keyword);
  if (!schema || schema.label === 'optional path') return;
  const nameless = isDefault || schema.label === 'none';
  if (block.label && nameless) {
    const fix = reporter.replacement(
      'Remove the name',
      { start: block.keyword.span.end, end: block.label.span.end },
      '',
    );
    reporter.report('language/syntax', `A ${keyword} block has no name.`, block.label.span, [fix]);
  }
  if (!block.label && !nameless) {
    reporter.report(
      'language/syntax',
      `${labels[schema.label] ?? 'a name'} is expected after '${keyword}'.`,
      block.keyword.span,
    );
  }
  const wantsQuotes = schema.label === 'path' || schema.label === 'file';
  if (block.label && wantsQuotes && !block.label.quoted) {
    const fix = reporter.replacement('Put it in quotes', block.label.span, `"${block.label.text}"`);
    reporter.report(
      'language/syntax',
      `${labels[schema.label] ?? ''} is expected after '${keyword}'.`,
      block.label.span,
      [fix],
    );
  }
}
