import { describe, expect, it } from 'vitest';
import { attributeIn, attributeText, insertStatements, removeStatement } from '../../src/checks/edits/statement';
import { addToList } from '../../src/checks/edits/list';
import { writeTerm } from '../../src/checks/edits/dependency';
import { applyEdits } from '../../src/checks/fix';
import { createDocument } from '../../src/language/document';
import type { Document } from '../../src/language/document';
import type { Edit } from '../../src/language/finding';
import type { BlockAt } from '../../src/checks/edits/statement';

function blockOf(text: string): BlockAt & { readonly document: Document } {
  const document = createDocument('test.hacluster', text);
  for (const declaration of document.declarations) {
    const block = declaration.blocks[0];
    if (block) return { document, declaration, block };
  }
  throw new Error('no block');
}

/** Edits the first block of a text and reads the result: it must have no problem. */
function edited(text: string, edit: (at: BlockAt) => Edit): string {
  const at = blockOf(text);
  const after = applyEdits(at.document, [edit(at)]);
  const problems = createDocument('test.hacluster', after).declarations.flatMap((one) => one.problems);
  expect(problems).toEqual([]);
  return after;
}

describe('inserting an attribute behind another', () => {
  it.each([
    ['a block without a body', 'node A', 'node A { x = 1 }'],
    ['an empty body on one line', 'node A { }', 'node A { x = 1 }'],
    ['an empty body without a space', 'node A {}', 'node A { x = 1 }'],
    ['an empty body over two lines', 'node A {\n}\n', 'node A {\n  x = 1\n}\n'],
    ['one line', 'node A { memory = 1GB  lun = 2 }', 'node A { memory = 1GB  x = 1  lun = 2 }'],
    [
      'a line with a comment behind it',
      'node A {\n  memory = 1GB # all\n}\n',
      'node A {\n  memory = 1GB # all\n  x = 1\n}\n',
    ],
    [
      'another attribute on the line',
      'node A {\n  memory = 1GB  lun = 2 // b\n}\n',
      'node A {\n  memory = 1GB  lun = 2 // b\n  x = 1\n}\n',
    ],
    [
      'a block that begins on the line',
      'disk A {\n  memory = 1GB  volume "G:" {\n    guid = "a"\n  } # end\n}\n',
      'disk A {\n  memory = 1GB  volume "G:" {\n    guid = "a"\n  } # end\n  x = 1\n}\n',
    ],
    [
      'a comment over several lines',
      'node A {\n  memory = 1GB /* a\n  b */ lun = 1\n}\n',
      'node A {\n  memory = 1GB /* a\n  b */ lun = 1\n  x = 1\n}\n',
    ],
    ['a closing brace on the line', 'node A {\n  memory = 1GB }\n', 'node A {\n  memory = 1GB\n  x = 1 }\n'],
    ['signs in a column', 'node A {\n  memory   = 1GB\n}\n', 'node A {\n  memory   = 1GB\n  x        = 1\n}\n'],
    ['CRLF and tabs', 'node A {\r\n\tmemory = 1GB\r\n}\r\n', 'node A {\r\n\tmemory = 1GB\r\n\tx = 1\r\n}\r\n'],
    ['an indented block', '  node A {\n    memory = 1GB\n  }\n', '  node A {\n    memory = 1GB\n    x = 1\n  }\n'],
  ])('%s', (_, before, after) => {
    const text = edited(before, (at) => {
      const above = attributeIn(at.block, 'memory');
      return insertStatements(at, [attributeText(at, 'x', '1', above)], above);
    });
    expect(text).toBe(after);
  });
});

describe('inserting statements at the start', () => {
  it.each([
    [
      'over lines',
      'group G { # head\n  ip_address A\n}\n',
      'group G { # head\n  ip_address X\n  ip_address Y { a = 1 }\n  ip_address A\n}\n',
    ],
    ['on one line', 'group G { ip_address A }\n', 'group G { ip_address X  ip_address Y { a = 1 }  ip_address A }\n'],
  ])('%s', (_, before, after) => {
    expect(edited(before, (at) => insertStatements(at, ['ip_address X', 'ip_address Y { a = 1 }'], undefined))).toBe(
      after,
    );
  });
});

describe('removing a statement', () => {
  it.each([
    ['alone on its line', 'node A {\n  memory = 1GB\n  lun = 1\n}\n', 'node A {\n  lun = 1\n}\n'],
    ['with a comment behind it, which stays', 'node A {\n  memory = 1GB # all\n}\n', 'node A {\n  # all\n}\n'],
    ['on one line', 'node A { memory = 1GB  lun = 1 }', 'node A {  lun = 1 }'],
  ])('%s', (_, before, after) => {
    const text = edited(before, ({ block, declaration }) =>
      removeStatement(declaration, attributeIn(block, 'memory')?.span ?? block.span),
    );
    expect(text).toBe(after);
  });
});

describe('adding to a list', () => {
  it.each([
    ['[]', '[B, C]'],
    ['[ ]', '[B, C ]'],
    ['[A]', '[A, B, C]'],
    ['[A,]', '[A, B, C,]'],
    ['[\n  A, # first\n  X # last\n]', '[\n  A, # first\n  X, B, C # last\n]'],
  ])('%s', (before, after) => {
    const text = edited(`storage S { nodes = ${before} }`, ({ block, declaration }) => {
      const value = attributeIn(block, 'nodes')?.value;
      if (value?.kind !== 'list') throw new Error('no list');
      return addToList(declaration, value, ['B', 'C']);
    });
    expect(text).toBe(`storage S { nodes = ${after} }`);
  });
});

describe('a term', () => {
  it.each([
    ['LUN1', 'LUN1'],
    ['VM 1', '"VM 1"'],
    ['and', '"and"'],
    ['or', '"or"'],
    ['a"b', '"a""b"'],
  ])('%s', (name, written) => {
    expect(writeTerm(name)).toBe(written);
  });
});
