import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, fixAll } from '../../src/checks/fix';
import { createDocument } from '../../src/language/document';
import type { Edit, Finding } from '../../src/language/finding';
import { codes, groupIndex, kinds, plans, render } from './designs';
import { commentsOf, disks, fabric, findingsOf, fixed, goodGroup } from './support';

function fixText(text: string, only?: string): { readonly text: string; readonly applied: readonly string[] } {
  const result = fixAll([createDocument('test.hacluster', text)], only);
  return { text: result.documents[0]?.text() ?? '', applied: result.applied.map(({ code }) => code) };
}

function count(findings: readonly Finding[], code: string): number {
  return findings.filter((finding) => finding.code === code).length;
}

function errorsOf(text: string): readonly string[] {
  return findingsOf(text)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

describe('generated designs', () => {
  it('are right before they are broken', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(errorsOf(render(plan, undefined))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it.each(kinds)('%s: the preferred fix removes the finding, brings no error, keeps every comment', (kind) => {
    fc.assert(
      fc.property(plans, groupIndex, (plan, group) => {
        const text = render(plan, { kind, group });
        const code = codes[kind];
        const { document, findings } = findingsOf(text);
        const fix = findings.find((one) => one.code === code)?.fixes.find((one) => one.preferred);
        if (!fix) throw new Error(`no preferred fix for ${code} in\n${text}`);
        const after = fixed(document, fix);
        const left = findingsOf(after).findings;
        expect(count(left, code), after).toBeLessThan(count(findings, code));
        for (const error of new Set(errorsOf(after))) {
          expect(count(left, error), `${error} in\n${after}`).toBeLessThanOrEqual(count(findings, error));
        }
        expect(commentsOf(after)).toEqual(commentsOf(text));
      }),
      { numRuns: 15 },
    );
  });

  it.each(kinds)('%s: no error after all fixes, and fixing again changes nothing', (kind) => {
    fc.assert(
      fc.property(plans, groupIndex, (plan, group) => {
        const text = render(plan, { kind, group });
        const once = fixText(text);
        expect(errorsOf(once.text), once.text).toEqual([]);
        expect(once.applied).toContain(codes[kind]);
        expect(commentsOf(once.text)).toEqual(commentsOf(text));
        expect(fixText(once.text)).toEqual({ text: once.text, applied: [] });
      }),
      { numRuns: 8 },
    );
  });
});

const right = fabric + disks + goodGroup('VM1', 'LUN1', 'F:') + goodGroup('VM2', 'LUN2', 'G:');

describe('fixAll', () => {
  it('leaves a right design as it is, the same objects', () => {
    const document = createDocument('test.hacluster', right);
    const { documents, applied } = fixAll([document]);
    expect(documents[0]).toBe(document);
    expect(applied).toEqual([]);
  });

  it('mends several faults of several kinds', () => {
    const broken = right
      .replaceAll('  depends_on = LUN1 }', ' }')
      .replace(' and LUN2\n', '\n')
      .replaceAll('owner = HV-01', 'owner = hv-01');
    const result = fixText(broken);
    expect(result.text).toBe(right);
    expect(result.applied.toSorted()).toEqual([
      'configuration/storage-dependency-missing',
      'language/name-case',
      'language/name-case',
      'vm/storage-dependency-missing',
    ]);
  });

  it('takes fixes of one code only, where one is asked for', () => {
    const broken = right.replace('  depends_on = LUN1 }', ' }').replace('owner = HV-01', 'owner = hv-01');
    expect(fixText(broken, 'language/name-case').text).toBe(right.replace('  depends_on = LUN1 }', ' }'));
  });

  it('adds what further resources need where groups share a missing disk resource', () => {
    const broken = right.replace('  physical_disk LUN1\n', '').replace('" and LUN1\n', '"\n');
    expect(fixText(broken).text).toBe(right);
  });

  it('mends first what cannot be read, though that brings further faults to light', () => {
    const unquoted = right.replace('" and LUN1\n', '"\n').replace('memory        = 2GB', 'memory 2GB');
    expect(errorsOf(unquoted)).toEqual(['language/syntax']);
    expect(fixText(unquoted)).toEqual({
      text: right.replace('memory        = 2GB', 'memory = 2GB'),
      applied: ['language/syntax', 'vm/storage-dependency-missing'],
    });
  });

  it('merges a chain of groups that hang together by several disks', () => {
    const chain = `${right}${goodGroup('VM3', 'LUN3', 'H:')}`
      .replace('    vhd "F:\\VM1\\os.vhd" { size = 40GB }', '    vhd "F:\\VM1\\os.vhd"\n    vhd "G:\\VM1\\data.vhd"')
      .replace('    vhd "G:\\VM2\\os.vhd" { size = 40GB }', '    vhd "G:\\VM2\\os.vhd"\n    vhd "I:\\VM2\\data.vhd"');
    const { text } = fixText(chain);
    expect(errorsOf(text)).toEqual([]);
    expect(text.match(/^group /gm)).toHaveLength(1);
  });

  it('edits each file by itself', () => {
    const [design, part] = [
      createDocument('design', right.replace(/disk LUN1.*\n/, '')),
      createDocument('part', 'disk LUN1 { storage = san1  volume "F:" }\n'),
    ];
    const { documents } = fixAll([design, part]);
    expect(documents[0]).toBe(design);
    expect(documents[1]?.text()).toBe('disk LUN1 { storage = SAN1  volume "F:" }\n');
  });
});

describe('applyEdits', () => {
  const document = createDocument('test.hacluster', 'cluster C { }\nnode A { }\n');
  const declarations = document.declarations.slice(1);
  const edit = (start: number, end: number, newText: string): readonly Edit[] =>
    declarations.map((declaration) => ({ place: { declaration, span: { start, end } }, newText }));

  it.each([
    ['nothing', [], 'node A { }'],
    ['a replacement', edit(5, 6, 'B'), 'node B { }'],
    ['insertions at one place in the order given', [...edit(5, 5, 'x'), ...edit(5, 5, 'y')], 'node xyA { }'],
    ['edits in any order', [...edit(9, 9, 'z '), ...edit(0, 4, 'NODE')], 'NODE A { z }'],
    ['not one that overlaps an earlier one', [...edit(0, 6, 'node B'), ...edit(5, 6, 'C')], 'node B { }'],
  ])('%s', (_, edits, expected) => {
    expect(applyEdits(document, edits)).toBe(`cluster C { }\n${expected}\n`);
  });

  it('leaves out edits of another document', () => {
    const other = createDocument('other.hacluster', 'node A { }\n');
    expect(applyEdits(other, edit(5, 6, 'B'))).toBe('node A { }\n');
  });
});
