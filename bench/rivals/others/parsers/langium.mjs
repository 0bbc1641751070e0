// Langium: a grammar of what the generated design uses; a typed tree on top of a concrete one. Only its parser is asked:
// nothing is indexed, linked or validated.
import { createServicesForGrammar } from 'langium/grammar';

const grammar = String.raw`
grammar Design

entry Design: blocks+=Block*;
Block: keyword=ID label=Word? ('{' items+=Item* '}')?;
Item: Attribute | Statement | Block;
Attribute: name=ID '=' value=Expression;
Statement: verb=('at' | 'expect') words+=Term*;

Expression: operands+=Conjunction ('or' operands+=Conjunction)*;
Conjunction: operands+=Value ('and' operands+=Value)*;
Value: {infer List} '[' (items+=Expression (',' items+=Expression)*)? ']' | {infer Plain} text=(ID | TEXT | QUANTITY);

Word returns string: ID | TEXT;
Term returns string: ID | QUANTITY;

terminal ID: /[A-Za-z_][A-Za-z0-9_-]*/;
terminal TEXT: /"([^"\n]|"")*"/;
terminal QUANTITY: /-?[0-9]+(\.[0-9]+)?([A-Za-z]+|%)?/;
hidden terminal SPACE: /[ \t\r\n]+/;
hidden terminal COMMENT: /#[^\n]*/;
`;

const services = await createServicesForGrammar({ grammar });
const parser = services.parser.LangiumParser;

/** @param {string} text */
export const parse = (text) => parser.parse(text);

/** @param {ReturnType<typeof parse>} result */
export function machinesIn({ value, lexerErrors, parserErrors }) {
  const errors = [...lexerErrors, ...parserErrors];
  if (errors.length > 0) throw new Error(errors[0].message);
  return value.blocks.filter(({ keyword }) => keyword === 'group').length;
}
