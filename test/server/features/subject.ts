import { createDocument } from '../../../src/language/document';
import type { Position, Range } from '../../../src/language/span';
import { readDesign } from '../../../src/model/design';
import type { Subject } from '../../../src/server/features/lookup';
import { marked } from '../../support/markers';

export const uri = 'file:///designs/a.hacluster';

/** A design with markers as features see it. */
export interface MarkedSubject extends Subject {
  readonly text: string;
  /** At the first `¦`. */
  readonly cursor: Position;
  readonly ranges: readonly Range[];
}

/** Reads a design with markers: `¦` is the cursor, `‹…›` a range. */
export function subjectOf(source: string): MarkedSubject {
  const { text, ranges, cursors } = marked(source);
  const document = createDocument(uri, text);
  return {
    text,
    document,
    design: readDesign([document]),
    cursor: document.positionAt(cursors[0] ?? 0),
    ranges: ranges.map(({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) })),
  };
}

/** The text of a range. */
export function textIn({ document, text }: MarkedSubject, range: Range): string {
  return text.slice(document.offsetAt(range.start), document.offsetAt(range.end));
}

/** Two hosts, an array, a group with its disk and machine, and what tests need besides. */
export const base = `cluster "C" { version = "2008R2" }
network LAN { subnet = "10.0.0.0/24" }
node HostA { memory = 32GB }
node "Host B" { memory = 32GB  memory_reserve = 4GB }
storage SAN1 { }
disk LUN1 { storage = SAN1  size = 200GB  volume "F:" { } }
disk LUN2 { storage = SAN1  volume "G:" { } }
disk LUN3 { storage = SAN1 }
group "VM1" {
  owner = HostA
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" { path = "F:\\VM1\\vm1.xml"  depends_on = LUN1 }
  virtual_machine "VM1" {
    memory        = 4GB
    configuration = "VM1 Configuration"
    vhd "F:\\VM1\\os.vhd" { }
    depends_on    = "VM1 Configuration" and LUN1
    workload Orders { }
  }
}
scenario "HostA fails" {
  at 0s fail node HostA
  expect VM1 online on "Host B" within 3m
}
`;
