import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../src/checks/check';
import { createChecker } from '../../src/checks/incremental/checker';
import { machineGroup as group, sharedVolume } from '../../src/checks/pages/shared-volume';
import { createDocument } from '../../src/language/document';
import type { Document } from '../../src/language/document';
import type { Finding, Place } from '../../src/language/finding';
import { createDesignReader, readDesign } from '../../src/model/design';

const apart = ['anti_affinity_class_names = ["one"]'];
const node = 'memory = 20GB  processors = 2';

/** A design in which most rules about load, affinity, guests and scenarios find something. */
const first = `${sharedVolume({ HostA: node, HostB: node, HostC: 'memory = 40GB' }, [
  'tolerates = 2',
  'cluster_enforced_anti_affinity = true',
])}${group('DNS-1', { owner: 'HostA', memory: '8GB' })}${group('DNS-2', { owner: 'HostA', memory: '8GB' })}${group(
  'WEB-1',
  {
    owner: 'HostB',
    memory: '2GB',
    processors: 30,
    group: apart,
    machine: ['guest_os = "Ubuntu"'],
  },
)}${group('WEB-2', { group: ['preferred_owners = [HostB, HostA]', ...apart] })}
virtual_machine OLD { memory = 4GB  host = HostA  vhd "C:\\VMs\\old.vhd" }
guest_cluster FC { members = [DNS-1, DNS-2]  quorum { model = node_and_file_share_majority  witness = "\\\\OLD\\W" } }
nlb_cluster Farm { members = [WEB-1] }
scenario S {
  at 0s repair node HostA
  at 1m fail node HostB
}
`;

/** Words that may stand for each other: with one of them taken for another the design says something else, and can still be read. */
const exchanges: readonly (readonly string[])[] = [
  ['HostA', 'HostB', 'HostC'],
  ['DNS-1', 'DNS-2', 'WEB-1', 'WEB-2', 'OLD', 'DNS-3'],
  ['2GB', '4GB', '8GB', '20GB', '40GB', '64MB'],
  ['"one"', '"two"'],
  ['"2022"', '"2008R2"', '"2012"'],
  ['fail', 'repair'],
  ['true', 'false'],
  ['owner =', 'state = offline  owner ='],
  ['processors = 2', 'state = down', 'state = paused'],
  ['[WEB-1]', '[WEB-1, WEB-2]', '[WEB-2, DNS-1]'],
];

const change = fc.record({ exchange: fc.nat(), from: fc.nat(), to: fc.nat(), occurrence: fc.nat() });

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

function changed(document: Document, { exchange, from, to, occurrence }: Change): Document {
  const words = pick(exchanges, exchange) ?? [];
  const old = pick(words, from) ?? '';
  const places = [...document.text().matchAll(new RegExp(old.replaceAll(/[[\]]/g, '\\$&'), 'g'))].map(
    ({ index }) => index,
  );
  const at = places.length > 0 ? pick(places, occurrence) : undefined;
  if (at === undefined) return document;
  const range = { start: document.positionAt(at), end: document.positionAt(at + old.length) };
  return document.change(range, pick(words, to) ?? '');
}

function summaryOf(document: Document, findings: readonly Finding[]): unknown {
  const at = (place: Place): unknown => document.rangeOf(place) ?? 'nowhere';
  return findings.map(({ code, severity, message, place, related, fixes }) => ({
    code,
    severity,
    message,
    at: at(place),
    related: related.map((one) => [at(one.place), one.message]),
    fixes: fixes.map((fix) => [fix.title, fix.preferred, fix.edits.map((one) => [at(one.place), one.newText])]),
  }));
}

const areas = /^(?:capacity|affinity|guest|scenario)\//;

describe('incremental checking of load, affinity and guests', () => {
  it('starts from a design in which most of these rules find something', () => {
    const codes = new Set(checkDesign(readDesign([createDocument('a', first)])).map(({ code }) => code));
    expect([...codes].filter((code) => areas.test(code)).sort()).toEqual([
      'affinity/unsatisfiable',
      'capacity/idle-reserve',
      'capacity/node-overcommitted',
      'capacity/processors',
      'guest/members-together',
      'guest/os-unsupported',
      'guest/too-few',
      'guest/witness-inside',
      'scenario/no-expectation',
      'scenario/unreachable',
    ]);
  });

  it('property: after any changes the findings are those of checking from scratch', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const reader = createDesignReader();
        const checker = createChecker();
        let document = createDocument('a', first);
        checker.check(reader.read([document]));
        for (const one of changes) {
          document = changed(document, one);
          const afresh = createDocument('a', document.text());
          const isOwn = ({ code }: Finding): boolean => areas.test(code);
          expect(summaryOf(document, checker.check(reader.read([document])).filter(isOwn))).toEqual(
            summaryOf(afresh, checkDesign(readDesign([afresh])).filter(isOwn)),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
