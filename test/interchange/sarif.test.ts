import { describe, expect, it } from 'vitest';
import { analysisPages } from '../../src/analysis/rules/pages';
import { checkDesign } from '../../src/checks/check';
import { pages } from '../../src/checks/pages/pages';
import { sarifRules } from '../../src/cli/sarif-rules';
import { checkReport, diagnosticsOf } from '../../src/interchange/diagnostics';
import { toSarif } from '../../src/interchange/sarif';
import { createDocument } from '../../src/language/document';
import { readDesign } from '../../src/model/design';

/** What a value must be: by itself, a list of such, or an object with these properties and no others. */
type Shape = ((value: unknown) => boolean) | readonly [Shape] | { readonly [property: string]: Shape };

const text = (value: unknown): boolean => typeof value === 'string' && value !== '';
const anyText = (value: unknown): boolean => typeof value === 'string';
const isOneOf =
  (...allowed: readonly string[]) =>
  (value: unknown): boolean =>
    allowed.includes(String(value));
const from =
  (least: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= least;
/** A reference after RFC 3986: no space, no quote, no backslash, nothing beyond ASCII. */
const uri = (value: unknown): boolean => typeof value === 'string' && /^[!#-;=?-[\]_a-z~%]+$/i.test(value);
const level = isOneOf('none', 'note', 'warning', 'error');

const message = { text };
const artifactLocation = { uri };
const region = { startLine: from(1), startColumn: from(1), endLine: from(1), endColumn: from(1) };
const physicalLocation = { artifactLocation, region };

/** The parts of a log that the program writes (SARIF 2.1.0, sections 3.13 to 3.57). A question mark says that a property may be missing. */
const log: Shape = {
  $schema: uri,
  version: isOneOf('2.1.0'),
  runs: [
    {
      tool: {
        driver: {
          name: text,
          version: text,
          rules: [{ id: text, fullDescription: message, help: message, defaultConfiguration: { level } }],
        },
      },
      columnKind: isOneOf('utf16CodeUnits'),
      results: [
        {
          ruleId: text,
          ruleIndex: from(0),
          level,
          message,
          locations: [{ physicalLocation }],
          'relatedLocations?': [{ id: from(0), physicalLocation, message }],
          'fixes?': [
            {
              description: message,
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: [{ deletedRegion: region, insertedContent: { text: anyText } }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

/** Where a value is not of its shape. */
function faultsIn(value: unknown, shape: Shape, at: string): readonly string[] {
  if (typeof shape === 'function') return shape(value) ? [] : [`${at}: ${JSON.stringify(value)}`];
  if (isList(shape)) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((one, index) => faultsIn(one, shape[0], `${at}[${String(index)}]`));
  }
  if (typeof value !== 'object' || value === null) return [`${at} is no object`];
  const known = new Map(Object.entries(shape).map(([name, inner]) => [name.replace('?', ''), inner]));
  const needed = Object.keys(shape).filter((name) => !name.endsWith('?'));
  return [
    ...needed.filter((name) => !Object.hasOwn(value, name)).map((name) => `${at} lacks ${name}`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const own = known.get(name);
      return own ? faultsIn(inner, own, `${at}.${name}`) : [`${at} has ${name}`];
    }),
  ];
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

/** The log of a design, as it is printed. */
function logOf(file: string, design: string): unknown {
  const documents = [createDocument(file, design)];
  const report = checkReport(diagnosticsOf(documents, checkDesign(readDesign(documents))));
  return JSON.parse(JSON.stringify(toSarif(report, '1.2.3', sarifRules())));
}

describe('a check as SARIF', () => {
  it.each(pages.map(({ code, failing }) => [code, failing] as const))('%s', (_, failing) => {
    expect(faultsIn(logOf('a.hacluster', failing), log, 'log')).toEqual([]);
  });

  it.each([
    ['C:\\Entwürfe\\Köln "alt".hacluster', 'file:///C:/Entw%C3%BCrfe/K%C3%B6ln%20%22alt%22.hacluster'],
    ['plans/a#1?.hacluster', 'plans/a%231%3F.hacluster'],
  ])('refers to %s', (file, expected) => {
    const written = logOf(file, 'cluster "C" { version = "1999" }');
    expect(faultsIn(written, log, 'log')).toEqual([]);
    expect(JSON.stringify(written)).toContain(`{"uri":"${expected}"}`);
  });

  it('describes every rule', () => {
    const rules = sarifRules();
    expect([...rules.keys()].sort()).toEqual([...pages, ...analysisPages].map(({ code }) => code).sort());
    expect(rules.get('node/single')?.severity).toBe('warning');
  });

  it('would be seen to differ', () => {
    expect(faultsIn({ version: '2.0.0', runs: [{ extra: 1 }] }, log, 'log')).toContain('log.version: "2.0.0"');
  });
});
