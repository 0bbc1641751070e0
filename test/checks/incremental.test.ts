import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../src/checks/check';
import { createChecker } from '../../src/checks/incremental/checker';
import { createDocument } from '../../src/language/document';
import type { Document } from '../../src/language/document';
import type { Finding, Place } from '../../src/language/finding';
import { createDesignReader, readDesign } from '../../src/model/design';

/** A design with a fault for every rule, so that an edit anywhere changes what is found elsewhere. */
const faulty = `cluster "C" { version = "2008R2"  quorum { model = node_and_disk_majority  witness = LUN9 } }
cluster "D" { }
defaults { virtual_machine { memory = 2GB } vhd { kind = fixed } }
network LAN { subnet = "10.0.0.0/24" }
network Idle { subnet = "10.1.0.0/24" }
node A { memory = 32GB  networks = [LAN]  local_volumes = ["C:", "D:"] }
node B { memory = 16GB  networks = [lan]  features = [hyper_v] }
node C { memory = 16GB  networks = [LAN, WAN] }
storage SAN1 { nodes = [A, B] }
storage SAN2 { }
storage SAN3 { nodes = [A, B, C] }
disk LUN1 { storage = SAN1  volume "G:" { guid_on A = ["{0000000a-0000-0000-0000-000000000000}"] } }
disk LUN2 { storage = SAN3  volume "G:\\\\Data" { }  volume "H:" { guid = "{0000000b-0000-0000-0000-000000000000}" } }
disk LUN3 { storage = SAN3  size = 10GB  volume "I:"  volume "G:" }
disk LUN9 { storage = SAN3 }
disk Local { storage = SAN3  clustered = false  volume "L:" }
group VM1 {
  owner = A
  anti_affinity_class_names = ["web"]
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" { path = "G:\\\\VM1.xml"  depends_on = VM1 }
  virtual_machine "VM1" {
    configuration = "VM1 Configuration"
    vhd "G:\\\\a.vhd" { parent = "L:\\\\p.vhd" }
    vhd "\\\\\\\\?\\\\Volume{0000000a-0000-0000-0000-000000000000}\\\\b.vhd"
    passthrough_disk LUN3
    depends_on = "VM1 Configuration" and Lun1
  }
}
group VM2 {
  anti_affinity_class_names = ["web", "mail"]
  physical_disk LUN2
  virtual_machine_configuration "VM2 Configuration" { path = "H:\\\\VM2.xml"  depends_on = LUN2 }
  virtual_machine VM2 {
    configuration = "VM2 Configuratoin"
    vhd "G:\\\\c.vhd" { size = 9GB }
    vhd "I:\\\\d.vhd" { size = 9GB }
    depends_on = "VM2 Configuration" or LUN3 and Address
    workload Web
  }
}
group VM3 {
  virtual_machine VM3 { vhd "I:\\\\e.vhd" { parent = "I:\\\\f.vhd" }  vhd "I:\\\\f.vhd" { parent = "I:\\\\e.vhd" }  passthrough_disk LUN3  workload web  depends_on = S1 }
  generic_service S1 { depends_on = S2 }
  generic_service S2 { depends_on = VM3 }
}
virtual_machine Loose { host = A  vhd "L:\\\\x.vhd"  depends_on = Nothing }
guest_cluster GC { members = [VM1, VM2]  group VM3 { generic_service S1 } }
virtual_machine Free { host = B  vhd "I:\\\\y.vhd"  virtual_switches = ["X"] }
group G5 {
  owner = A
  preferred_owners = [C]
  auto_failback = true
  ip_address Address { possible_owners = [B]  pending_timeout = 10m }
  network_name Name { depends_on = S3 or LUN1 and LUN1 }
  resource Queue { type = "MSMQ"  depends_on = Address and Name }
}
group G6 {
  owner = A
  anti_affinity_class_names = ["alone"]
  generic_service S4 { possible_owners = [A, B] }
}
scenario S { at 0s fail node D  expect VM1 online  at 1m move group VM3 to VM1 }
`;

const fragments = [
  '',
  ' ',
  'x',
  '\n',
  '1',
  '"',
  '}',
  '{',
  '# ',
  '/* ',
  'VM1',
  'VM2',
  'LUN1',
  'LUN2',
  'SAN1',
  'A',
  'Z',
  'and ',
  'G:',
  'I:',
  '\nnode Z { memory = 1GB }\n',
  '\ndisk LUN7 { storage = SAN1  volume "J:" }\n',
  '\ngroup VM4 { physical_disk LUN3  generic_service S3 { depends_on = LUN3 } }\n',
  '\nwhat VM9 { }\n',
  '\nstorage SAN4 { nodes = [A] }\n',
  '\n# hacluster-disable language/unused, language/name-case\n',
  '\n# hacluster-disable-next-line language/name-case, storage/not-shared\n',
  '  rules { off = ["language/unused"]  info = ["quorum/model-unsuitable"] }  ',
] as const;

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
  /** Whether the next edit takes this one back, as someone does who tries something. */
  readonly back: boolean;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 6 }) }, { weight: 1, arbitrary: fc.nat({ max: 300 }) }),
  insert: fc.constantFrom(...fragments),
  back: fc.boolean(),
});

/** Findings in a form that does not depend on which objects they are made of. */
function summaryOf(documents: readonly Document[], findings: readonly Finding[]): unknown {
  const at = (place: Place): unknown =>
    documents.flatMap((document) => {
      const range = document.rangeOf(place);
      return range ? [[document.file, range]] : [];
    })[0] ?? 'nowhere';
  return findings.map(({ code, severity, message, place, related, fixes, faded }) => ({
    code,
    severity,
    message,
    faded,
    at: at(place),
    related: related.map((one) => [at(one.place), one.message]),
    fixes: fixes.map((fix) => [fix.title, fix.preferred, fix.edits.map((one) => [at(one.place), one.newText])]),
  }));
}

function replaced(document: Document, start: number, end: number, text: string): Document {
  return document.change({ start: document.positionAt(start), end: document.positionAt(end) }, text);
}

function versionsOf(first: Document, { at, remove, insert, back }: Edit): readonly Document[] {
  const start = Math.floor(at * first.length);
  const removed = first.text().slice(start, start + remove);
  const edited = replaced(first, start, start + remove, insert);
  return back ? [edited, replaced(edited, start, start + insert.length, removed)] : [edited];
}

describe('incremental checking of designs', () => {
  it('starts from a design in which most rules find something', () => {
    const codes = new Set(checkDesign(readDesign([createDocument('a', faulty)])).map(({ code }) => code));
    expect(codes.size).toBeGreaterThanOrEqual(12);
  });

  it('property: after any sequence of edits the findings are those of checking from scratch', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), fc.boolean(), (edits, inParts) => {
        const cut = faulty.indexOf('group VM2');
        const texts = inParts ? [faulty.slice(0, cut), faulty.slice(cut)] : [faulty];
        let documents = texts.map((text, index) => createDocument(String(index), text));
        const reader = createDesignReader();
        const checker = createChecker();
        checker.check(reader.read(documents));
        for (const [index, one] of edits.entries()) {
          const edited = index % documents.length;
          const before = documents[edited];
          if (!before) continue;
          for (const version of versionsOf(before, one)) {
            documents = documents.with(edited, version);
            const afresh = documents.map((document) => createDocument(document.file, document.text()));
            expect(summaryOf(documents, checker.check(reader.read(documents)))).toEqual(
              summaryOf(afresh, checkDesign(readDesign(afresh))),
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the findings that an edit does not touch', () => {
    const reader = createDesignReader();
    const checker = createChecker();
    const document = createDocument('a', faulty);
    const isClass = ({ message }: Finding): boolean => message.includes('class alone');
    const before = checker.check(reader.read([document])).find(isClass);
    const at = faulty.indexOf('memory = 32GB') + 'memory = '.length;
    const after = checker.check(reader.read([replaced(document, at, at + 2, '64')])).find(isClass);
    expect(before).toBeDefined();
    expect(after).toBe(before);
  });
});
