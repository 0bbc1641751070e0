import { isBareName, writeName, writeString } from '../../../language/tokens';
import { namesOf } from '../../names';
import { meaningOf, referencesOf } from '../../references';
import type { Rule } from '../../rule';

/** A reference that is spelt in another case than the declaration: it is found, but reads as if it were something else. */
export const nameCase: Rule = {
  code: 'language/name-case',
  severity: 'hint',
  source: 'language.md, Lexical',
  check: (design) => {
    const names = namesOf(design);
    return referencesOf(design).flatMap((reference) => {
      const { ref } = reference;
      const meant = meaningOf(names, reference);
      if (!meant || meant.name === ref.name) return [];
      const { declaration, span } = ref.place;
      const quoted = declaration.text[span.start] === '"' || !isBareName(meant.name);
      const newText = quoted ? writeString(meant.name) : writeName(meant.name);
      return {
        message: `${ref.name} is declared as ${meant.name}.`,
        place: ref.place,
        related: [{ place: meant.place, message: `${meant.name} is declared here.` }],
        fixes: [{ title: `Write ${meant.name}`, preferred: true, edits: [{ place: ref.place, newText }] }],
      };
    });
  },
};
