import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../src/checks/check';
import { createDocument } from '../../src/language/document';
import { readDesign } from '../../src/model/design';

/** A finding that stands in an example on purpose. */
interface Expected {
  readonly code: string;
  /** The name or value it is about: part of the text it is found at. */
  readonly on: string;
  readonly reason: string;
}

interface ExpectedFile {
  readonly file: string;
  readonly findings: readonly Expected[];
}

const folder = path.resolve(import.meta.dirname, '../../examples');
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const expected = JSON.parse(read('expected.json')) as readonly ExpectedFile[];

interface Met {
  readonly code: string;
  readonly severity: string;
  readonly on: string;
  readonly message: string;
}

function findingsOf(file: string): readonly Met[] {
  const document = createDocument(file, read(file));
  return checkDesign(readDesign([document])).map(({ code, severity, message, place }) => ({
    code,
    severity,
    message,
    on: place.declaration.text.slice(place.span.start, place.span.end),
  }));
}

it('says of every example what is found in it', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.hacluster'));
  expect(expected.map(({ file }) => file).sort()).toEqual(files.sort());
});

describe.each(expected)('$file', ({ file, findings }) => {
  const met = findingsOf(file);

  it('has no error', () => {
    expect(met.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has the findings it should have, each with a reason, and no other', () => {
    const isMeant = (one: Met): boolean => findings.some(({ code, on }) => one.code === code && one.on.includes(on));
    expect(met.filter((one) => !isMeant(one))).toEqual([]);
    const isMet = ({ code, on }: Expected): boolean => met.some((one) => one.code === code && one.on.includes(on));
    expect(findings.filter((one) => !isMet(one))).toEqual([]);
    expect(findings.filter(({ reason }) => reason.trim() === '')).toEqual([]);
  });
});
