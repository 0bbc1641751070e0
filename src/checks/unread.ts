import type { Declaration } from '../language/declaration';
import { mayContain } from '../language/schema/schema';
import type { Block } from '../language/tree';
import type { BoundDeclaration } from '../model/bind/declaration';
import { nearest } from '../model/words';
import { anyKey } from './facts/said';
import type { Checked } from './rule';
import { isBroken } from './written';

/** A declaration that could not be read whole, in lower case: it may declare any name that stands in it. */
export interface BrokenText {
  readonly declaration: Declaration;
  readonly text: string;
}

/** The text of a declaration that could not be read whole. */
export function brokenTextIn({ declaration }: BoundDeclaration): readonly BrokenText[] {
  return isBroken(declaration) ? [{ declaration, text: declaration.text.toLowerCase() }] : [];
}

/** Labels, in lower case, of blocks in a declaration that are unknown where they stand. */
export function unknownLabelsIn({ declaration, findings }: BoundDeclaration): readonly string[] {
  if (!findings.some(({ code }) => code === 'language/unknown-block')) return [];
  return declaration.blocks.flatMap((block) => unknownLabels(block, undefined));
}

function unknownLabels(block: Block, parent: string | undefined): readonly string[] {
  const keyword = block.keyword.text;
  const own = mayContain(parent, keyword) || !block.label ? [] : [block.label.text.toLowerCase()];
  const inner = block.items.filter((item) => item.kind === 'block');
  return [...own, ...inner.flatMap((one) => unknownLabels(one, keyword))];
}

/**
 * Whether a name that stands in `user` may be declared in something that could not be read. That is reported where it stands;
 * what follows from it is not reported again.
 */
export function mayBeUnread({ facts }: Checked, key: string, user: Declaration): boolean {
  if (facts.unknownLabels(key).length > 0) return true;
  return facts.brokenTexts(anyKey).some(({ declaration, text }) => declaration !== user && mentions(text, key));
}

/** Whether a text holds a name as a whole word; both are in lower case. */
function mentions(text: string, key: string): boolean {
  const isPart = (character: string | undefined): boolean => character !== undefined && /[a-z0-9_-]/.test(character);
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + key.length])) return true;
  }
  return false;
}

/** Keywords of top-level blocks in a declaration that are unknown, in lower case. */
export function unknownKeywordsIn({ declaration }: BoundDeclaration): readonly string[] {
  return declaration.blocks
    .map(({ keyword }) => keyword.text.toLowerCase())
    .filter((keyword) => !mayContain(undefined, keyword));
}

/** Whether there may be more blocks of a kind than those that could be read. */
export function mayMissSome({ facts }: Checked, keyword: string): boolean {
  const isMisspelt = facts.unknownKeywords(anyKey).some((one) => nearest(one, [keyword]) !== undefined);
  return isMisspelt || facts.brokenTexts(anyKey).some(({ text }) => mentions(text, keyword));
}
