import { createDocument } from '../../src/language/document';
import type { Document } from '../../src/language/document';
import type { Finding, Fix, Place } from '../../src/language/finding';
import { checkDesign } from '../../src/checks/check';
import { applyEdits } from '../../src/checks/fix';
import { readDesign } from '../../src/model/design';

/** A text without its « » marks, and the offsets they enclosed. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the marks out of a text: `«` before and `»` behind each place. */
export function unmark(marked: string): Marked {
  let text = '';
  const spans: { start: number; end: number }[] = [];
  for (const character of marked) {
    if (character === '«') spans.push({ start: text.length, end: text.length });
    else if (character === '»') {
      const last = spans.at(-1);
      if (last) last.end = text.length;
    } else text += character;
  }
  return { text, spans };
}

/** The findings of a text that is a design of its own. */
export function findingsOf(text: string): { readonly document: Document; readonly findings: readonly Finding[] } {
  const document = createDocument('test.hacluster', text);
  return { document, findings: checkDesign(readDesign([document])) };
}

/** Where a place is, as offsets of the text. */
export function offsetsOf(document: Document, place: Place): { readonly start: number; readonly end: number } {
  const range = document.rangeOf(place);
  if (!range) throw new Error('the place is not in the document');
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The text a place covers. */
export function textOf(document: Document, place: Place): string {
  const { start, end } = offsetsOf(document, place);
  return document.text().slice(start, end);
}

/** The first finding of a code. */
export function findingOf(text: string, code: string): { readonly document: Document; readonly finding: Finding } {
  const { document, findings } = findingsOf(text);
  const finding = findings.find((one) => one.code === code);
  if (!finding) throw new Error(`no ${code} in: ${findings.map((one) => one.code).join(', ') || 'nothing'}`);
  return { document, finding };
}

/** The text after a fix. */
export function fixed(document: Document, fix: Fix): string {
  return applyEdits(document, fix.edits);
}

/** The comments of a text, sorted: a fix may move them, but keeps each. */
export function commentsOf(text: string): readonly string[] {
  return createDocument('test.hacluster', text)
    .declarations.flatMap((declaration) => declaration.comments.map((comment) => comment.text))
    .sort();
}

/** A cluster of two nodes, `HV-01` and `HV-02`, on one storage, before whatever a test adds. */
export const fabric = `cluster "C" { version = "2008"  tolerates = 0 }
node HV-01 { memory = 32GB }
node HV-02 { memory = 32GB }
storage SAN1 { nodes = [HV-01, HV-02] }
`;

/** Disks LUN1 with F:, LUN2 with G:, LUN3 with H: and I:, LUN4 without a volume. */
export const disks = `disk LUN1 { storage = SAN1  volume "F:" }
disk LUN2 { storage = SAN1  volume "G:" }
disk LUN3 { storage = SAN1  volume "H:"  volume "I:" }
disk LUN4 { storage = SAN1 }
`;

/** A group with a virtual machine on one disk, as it should be. */
export function goodGroup(name: string, disk: string, drive: string): string {
  return `group ${name} {
  owner = HV-01
  physical_disk ${disk}
  virtual_machine_configuration "${name} Configuration" { path = "${drive}\\${name}\\${name}.xml"  depends_on = ${disk} }
  virtual_machine ${name} {
    memory        = 2GB
    configuration = "${name} Configuration"
    vhd "${drive}\\${name}\\os.vhd" { size = 40GB }
    depends_on    = "${name} Configuration" and ${disk}
  }
}
`;
}
