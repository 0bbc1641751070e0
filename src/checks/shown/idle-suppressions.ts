import type { Declaration } from '../../language/declaration';
import type { Fix, Place } from '../../language/finding';
import type { Design } from '../../model/design';
import { comesLater, isCode, leavesUnclear, nearestCode } from '../codes';
import { removeStatement } from '../edits/statement';
import { removal } from '../edits/text';
import type { Found } from '../rule';
import type { Suppressing } from './cover';
import type { NamedCode, Suppression } from './suppression';

/**
 * Comments that hide nothing, and codes in them that do not. A part of a design is not judged: the files it belongs to decide what is found in
 * it. Nor are codes whose findings come later.
 */
export function idleSuppressions(
  { cluster }: Design,
  suppressing: readonly Suppressing[],
  used: ReadonlySet<NamedCode>,
): readonly Found[] {
  const isPart = cluster.settings === undefined;
  return suppressing.flatMap(({ declaration, suppressions }) =>
    suppressions.flatMap((suppression): readonly Found[] => {
      const { codes, comment } = suppression;
      if (codes.length === 0) {
        const message = 'This comment names no code, so it hides nothing: name the codes it is to hide.';
        return [{ message, place: { declaration, span: comment.span }, faded: true }];
      }
      return codes
        .filter((code) => !used.has(code))
        .flatMap((code) => {
          const place = { declaration, span: code.span };
          const fixes = [withoutCode(declaration, suppression, code)];
          if (!isCode(code.text)) return misspelt(code, place, fixes);
          if (leavesUnclear(code.text)) {
            const message = `${code.text} cannot be hidden: it leaves unclear what the design means.`;
            return { message, place, fixes, faded: true as const };
          }
          if (isPart || comesLater(code.text)) return [];
          const message = `There is no ${code.text} ${suppression.reach === 'next line' ? 'on the next line' : 'in the rest of the file'} to hide.`;
          return { message, place, fixes, faded: true as const };
        });
    }),
  );
}

function misspelt({ text }: NamedCode, place: Place, removals: readonly Fix[]): Found {
  const meant = nearestCode(text);
  const what = `No rule has the code ${text}, so this hides nothing.`;
  if (meant === undefined) return { message: what, place, fixes: removals, faded: true };
  const fix: Fix = { title: `Change to ${meant}`, preferred: false, edits: [{ place, newText: meant }] };
  const fixes = [fix, ...removals.map((one) => ({ ...one, preferred: false }))];
  return { message: `${what} Is ${meant} meant?`, place, fixes };
}

/** Takes a code out of its comment; the comment with it where it is the only one. */
function withoutCode(declaration: Declaration, { codes, comment }: Suppression, code: NamedCode): Fix {
  const title = `Remove ${code.text} from the comment`;
  if (codes.length === 1) return { title, preferred: true, edits: [removeStatement(declaration, comment.span)] };
  const index = codes.indexOf(code);
  const [before, behind] = [codes[index - 1], codes[index + 1]];
  const start = behind ? code.span.start : (before?.span.end ?? code.span.start);
  const end = behind ? behind.span.start : code.span.end;
  return { title, preferred: true, edits: [removal(declaration, { start, end })] };
}
