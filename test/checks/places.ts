import { describe, expect, it } from 'vitest';
import { disks, fabric, findingsOf, goodGroup, offsetsOf, unmark } from './support';

/** A design with marks where the findings of one code are. */
export interface Row {
  readonly code: string;
  readonly what: string;
  /** Marks enclose where the findings of the code are; no marks: there are none. No other error may be there. */
  readonly text: string;
  /** A further error that the text has besides. */
  readonly besides?: string;
  /** What the message of each finding must hold. */
  readonly says?: readonly string[];
}

/** Two right groups, on LUN1 and LUN2. */
export const vm1 = goodGroup('VM1', 'LUN1', 'F:');
export const vm2 = goodGroup('VM2', 'LUN2', 'G:');

/** Nodes, storage and disks. */
export const base = fabric + disks;

/** A group VM1 on LUN1 with another virtual machine block. */
const groupOf = (inner: string): string => `${base}group VM1 {
  owner = HV-01
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" { path = "F:\\VM1.xml"  depends_on = LUN1 }
${inner}
}
`;

/** A group VM1 whose virtual machine holds these lines. */
export const machineOf = (inner: string, header = 'virtual_machine VM1'): string =>
  groupOf(`  ${header} {
    memory = 2GB
${inner}
  }`);

/** What a virtual machine of `machineOf` should hold. */
export const good = `    configuration = "VM1 Configuration"
    vhd "F:\\os.vhd"
    depends_on = "VM1 Configuration" and LUN1`;

/** Tests that the findings stand where the fault is, and that one fault has one finding. */
export function testPlaces(rows: readonly Row[]): void {
  describe('findings stand where the fault is, and one fault has one finding', () => {
    it.each(rows.map((row) => [`${row.code}: ${row.what}`, row] as const))(
      '%s',
      (_, { code, text: marked, says, besides }) => {
        const { text, spans } = unmark(marked);
        const { document, findings } = findingsOf(text);
        const own = findings.filter((finding) => finding.code === code);
        expect(own.map((finding) => offsetsOf(document, finding.place)).sort((a, b) => a.start - b.start)).toEqual(
          spans,
        );
        const others = findings.filter(
          (finding) => finding.severity === 'error' && finding.code !== code && finding.code !== besides,
        );
        expect(others.map((finding) => `${finding.code}: ${finding.message}`)).toEqual([]);
        const inOrder = own.toSorted((a, b) => offsetsOf(document, a.place).start - offsetsOf(document, b.place).start);
        says?.forEach((words, index) => {
          expect(inOrder[index]?.message).toContain(words);
        });
      },
    );
  });
}
