import { isDeepStrictEqual } from 'node:util';
import { checkDesign } from '../../src/checks/check';
import { createChecker } from '../../src/checks/incremental/checker';
import { createDocument } from '../../src/language/document';
import type { Document } from '../../src/language/document';
import type { Finding, Place } from '../../src/language/finding';
import { format } from '../../src/language/format/format';
import { createDesignReader, readDesign } from '../../src/model/design';
import { changed, mutationOf } from '../support/mutations';
import type { Dice } from '../support/mutations';

/** Damages that follow each other before the text is whole again: what they leave is seldom a design any more. */
const mostInARow = 4;

/** Longest text that is carried on. */
const longest = 40_000;

/** What came of an ordeal: how many damaged texts were read, and what went wrong with them. */
export interface Outcome {
  readonly inputs: number;
  readonly faults: readonly string[];
}

/**
 * Damages a text again and again, and reads it as an editor does: each version from the one before, and, every so often, from
 * scratch. Nothing may be thrown, all places lie inside the text, and both ways of reading come to the same.
 */
export function ordeal(text: string, inputs: number, dice: Dice, compareEvery: number): Outcome {
  const faults: string[] = [];
  const reader = createDesignReader();
  const checker = createChecker();
  const whole = createDocument('fuzz.hacluster', text);
  let document = whole;
  for (let input = 0; input < inputs; input += 1) {
    if (input % mostInARow === 0 || document.length > longest) document = whole;
    const before = document.text();
    const change = mutationOf(before, dice);
    const expected = changed(before, change);
    try {
      document = document.change(
        { start: document.positionAt(change.at), end: document.positionAt(change.at + change.remove) },
        change.insert,
      );
      if (document.text() !== expected) throw new Error('the text is not what the edit makes of it');
      const findings = checker.check(reader.read([document]));
      checkPlaces(document, findings);
      format(document);
      if (input % compareEvery === 0) compare(document, findings);
    } catch (error) {
      faults.push(
        `${String(error)} after ${JSON.stringify(change).slice(0, 120)} on ${JSON.stringify(before).slice(0, 120)}`,
      );
      document = whole;
    }
  }
  return { inputs, faults };
}

/** All places of a finding. */
function placesOf({ place, related, fixes }: Finding): readonly Place[] {
  return [place, ...related.map((one) => one.place), ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.place))];
}

function checkPlaces(document: Document, findings: readonly Finding[]): void {
  for (const finding of findings) {
    for (const place of placesOf(finding)) {
      const range = document.rangeOf(place);
      const start = range ? document.offsetAt(range.start) : Number.NaN;
      const end = range ? document.offsetAt(range.end) : Number.NaN;
      if (!(start >= 0 && start <= end && end <= document.length)) {
        throw new Error(`${finding.code} is outside the text: ${start} to ${end} of ${document.length}`);
      }
    }
  }
}

function compare(document: Document, findings: readonly Finding[]): void {
  const fresh = createDocument(document.file, document.text());
  const shape = ({ declarations }: Document): unknown =>
    declarations.map((one) => [one.text, one.blocks, one.problems]);
  if (!isDeepStrictEqual(shape(document), shape(fresh)))
    throw new Error('read from the version before it is another tree');
  const said = (all: readonly Finding[]): unknown => all.map(({ code, message }) => `${code} ${message}`);
  if (!isDeepStrictEqual(said(findings), said(checkDesign(readDesign([fresh]))))) {
    throw new Error('checked from the version before it has other findings');
  }
}
