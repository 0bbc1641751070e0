import { isBareName, writeName, writeString } from '../../../language/tokens';
import { namesOf } from '../../names';
import { meaningOf, referencesIn, spellingOf } from '../../references';
import type { DeclarationRule } from '../../rule';

/** A reference that is spelt in another case than the declaration: it is found, but reads as if it were something else. */
export const nameCase: DeclarationRule = {
  code: 'language/name-case',
  severity: 'hint',
  source: 'language.md, Lexical',
  check: (bound, design) => {
    const names = namesOf(design);
    return referencesIn(bound, design).flatMap((reference) => {
      const { ref } = reference;
      if (spellingOf(names, reference) === ref.name) return [];
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
