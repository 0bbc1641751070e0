import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../src/checks/check';
import { designOf } from '../support/design';

/** The text that declares what is missing, as an editor gets it. */
function declaring(text: string): readonly (readonly [string, boolean])[] {
  return checkDesign(designOf(text))
    .filter(({ code }) => code === 'language/unresolved-reference')
    .flatMap(({ fixes }) => fixes.filter(({ title }) => title.startsWith('Declare')))
    .map(({ edits, snippet }) => [edits[0]?.newText.trim() ?? '', snippet === true] as const);
}

describe('fixes that declare what is missing', () => {
  it.each([
    [
      'a name with a mark of snippets is made harmless where there is a placeholder',
      'cluster C { }\ngroup G { owner = "A$CLIPBOARD" }',
      [['node "A\\$CLIPBOARD" { memory = ${1:4GB} }', true]],
    ],
    [
      'and stays as it is where there is none',
      'cluster C { }\nnode A { memory = 1GB  networks = ["N$1"] }',
      [['network "N$1" { }', false]],
    ],
    [
      'a storage whose name looks like a placeholder makes no snippet',
      'cluster C { }\nstorage "${1}" { }\ngroup G { physical_disk LUN1 }',
      [['disk LUN1 { storage = "${1}" }', false]],
    ],
  ])('%s', (_, text, expected) => {
    expect(declaring(text)).toEqual(expected);
  });
});
