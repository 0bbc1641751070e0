import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixAll } from '../../src/checks/fix';
import { createDocument } from '../../src/language/document';
import { commentsOf, disks, fabric, findingsOf, goodGroup } from './support';

const code = 'vm/not-highly-available';
const base = fabric + disks;

function errorsOf(text: string): readonly string[] {
  return findingsOf(text)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code: one, message }) => `${one}: ${message}`);
}

const machines = fc.array(
  fc.record({
    files: fc.uniqueArray(fc.constantFrom('F:', 'G:', 'H:', 'I:'), { minLength: 1, maxLength: 2 }),
    host: fc.constantFrom('', 'HV-01', 'HV-02'),
    isOneLine: fc.boolean(),
    hasComment: fc.boolean(),
    hasPath: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('all machines of a design', () => {
  it('property: are highly available after fixing all, with every comment and without an error', () => {
    fc.assert(
      fc.property(
        machines,
        fc.constantFrom('2008', '2022'),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        (list, release, hasGroup, lineBreak) => {
          const blocks = list.map(({ files, host, isOneLine, hasComment, hasPath }, index) => {
            const note = hasComment && !isOneLine ? ` # note ${String(index)}` : '';
            const lines = [
              `memory = 1GB${note}`,
              ...(host === '' ? [] : [`host = ${host}${note}`]),
              ...(hasPath ? [`configuration_path = "${files[0] ?? ''}\\c${String(index)}.xml"`] : []),
              ...files.map((drive) => `vhd "${drive}\\${String(index)}.vhd"${note}`),
            ];
            const header = `${hasComment ? `# above ${String(index)}\n` : ''}virtual_machine M${String(index)} {`;
            return isOneLine ? `${header} ${lines.join('  ')} }\n` : `${header}\n  ${lines.join('\n  ')}\n}${note}\n\n`;
          });
          const text = (
            base.replace('2008', release) +
            (hasGroup ? goodGroup('VM1', 'LUN1', 'F:') : '') +
            blocks.join('')
          ).replaceAll('\n', lineBreak);
          const result = fixAll([createDocument('test.hacluster', text)], code).documents[0]?.text() ?? '';
          expect(
            findingsOf(result)
              .findings.filter((one) => one.code === code)
              .map(({ message }) => message),
            result,
          ).toEqual([]);
          expect(errorsOf(result), result).toEqual([]);
          expect(commentsOf(result)).toEqual(commentsOf(text));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('offers the fix at one of many that share a disk, and takes all of them along', () => {
    const names = Array.from({ length: 9 }, (_, index) => `M${String(9 - index)}`);
    const text =
      base + names.map((name) => `virtual_machine ${name} { memory = 1GB  vhd "F:\\${name}.vhd" }\n`).join('');
    const own = findingsOf(text).findings.filter((one) => one.code === code);
    const offering = own.filter(({ fixes }) => fixes.length > 0);
    expect(offering.map(({ fixes }) => fixes[0]?.title)).toEqual([
      'Make M1 highly available, together with M9, M8, M7 and 5 more',
    ]);
    expect(
      own.filter(({ related }) => related.some(({ message }) => message.includes('comes along with M1'))),
    ).toHaveLength(8);
    const result = fixAll([createDocument('test.hacluster', text)], code).documents[0]?.text() ?? '';
    expect(result.match(/^ {2}virtual_machine M/gm)).toHaveLength(9);
    expect(errorsOf(result)).toEqual([]);
  });
});
