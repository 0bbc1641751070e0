import type { Declaration } from '../language/declaration';
import { mayContain } from '../language/schema/schema';
import type { Block } from '../language/tree';
import type { Design } from '../model/design';
import { isBroken } from './written';

/** What could not be read, and so may declare a name that seems to be missing. */
export interface Unread {
  /** Whether a name that stands in `user` may be declared in something that could not be read. */
  mayDeclare(key: string, user: Declaration): boolean;
}

const known = new WeakMap<Design, Unread>();

/** What could not be read in a design. That is reported where it stands; what follows from it is not reported again. */
export function unreadOf(design: Design): Unread {
  const made = known.get(design) ?? makeUnread(design);
  known.set(design, made);
  return made;
}

function makeUnread({ bound }: Design): Unread {
  const broken = bound
    .map(({ declaration }) => declaration)
    .filter(isBroken)
    .map((declaration) => ({ declaration, text: declaration.text.toLowerCase() }));
  const labels = new Set(
    bound
      .filter(({ findings }) => findings.some(({ code }) => code === 'language/unknown-block'))
      .flatMap(({ declaration }) => declaration.blocks.flatMap((block) => unknownLabels(block, undefined))),
  );
  return {
    mayDeclare: (key, user) =>
      labels.has(key) || broken.some(({ declaration, text }) => declaration !== user && mentions(text, key)),
  };
}

/** Labels, in lower case, of blocks that are unknown where they stand. */
function unknownLabels(block: Block, parent: string | undefined): readonly string[] {
  const keyword = block.keyword.text;
  const own = mayContain(parent, keyword) || !block.label ? [] : [block.label.text.toLowerCase()];
  const inner = block.items.filter((item) => item.kind === 'block');
  return [...own, ...inner.flatMap((one) => unknownLabels(one, keyword))];
}

/** Whether a text holds a name as a whole word; both are in lower case. */
function mentions(text: string, key: string): boolean {
  const isPart = (character: string | undefined): boolean => character !== undefined && /[a-z0-9_-]/.test(character);
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + key.length])) return true;
  }
  return false;
}
