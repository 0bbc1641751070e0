// Lezer: a grammar of what the generated design uses; a compact tree with the place of every node, goes on after mistakes.
import { buildParser } from '@lezer/generator';

const grammar = String.raw`
@precedence { and @left, or @left, more }

@top Design { Block* }

Block { Keyword { name } (!more Label { name | Text })? Body? }
Body { "{" item* "}" }
item { Attribute | Statement | Block }
Attribute { Name { name } "=" value }
Statement { (kw<"at"> | kw<"expect">) (!more Word { name | Quantity })* }

value { Reference { name } | Text | Quantity | List | Both | Either }
List { "[" (value ("," value)*)? "]" }
Both { value !and kw<"and"> value }
Either { value !or kw<"or"> value }

kw<term> { @specialize[@name={term}]<name, term> }

@skip { space | Comment }

@tokens {
  space { $[ \t\r\n]+ }
  Comment { "#" ![\n]* }
  name { $[A-Za-z_] $[A-Za-z0-9_\-]* }
  Text { '"' (!["\n] | '""')* '"' }
  Quantity { "-"? $[0-9]+ ("." $[0-9]+)? ($[A-Za-z]+ | "%")? }
  "{" "}" "[" "]" "=" ","
}
`;

const parser = buildParser(grammar);

/** @param {string} text */
export const parse = (text) => ({ text, tree: parser.parse(text) });

/** @param {ReturnType<typeof parse>} result */
export function machinesIn({ text, tree }) {
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) throw new Error(`a problem at offset ${node.from}`);
    },
  });
  return tree.topNode.getChildren('Block').filter((block) => {
    const { from, to } = block.getChild('Keyword');
    return text.slice(from, to) === 'group';
  }).length;
}
