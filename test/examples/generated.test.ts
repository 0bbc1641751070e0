import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../src/checks/check';
import { createDocument } from '../../src/language/document';
import { readDesign } from '../../src/model/design';

const generator = path.resolve(import.meta.dirname, '../../../shared/tools/generate-design.mjs');

/** Designs as large clusters have them: correct ones, in which nothing may be called an error. */
const variants: readonly (readonly string[])[] = [
  ['--nodes', '8', '--vms', '100', '--storage', 'csv'],
  ['--nodes', '8', '--vms', '100', '--storage', 'lun'],
  ['--nodes', '8', '--vms', '100', '--storage', 'lun', '--vms-per-disk', '4'],
  ['--nodes', '4', '--vms', '20', '--version', '2008'],
  ['--nodes', '4', '--vms', '40', '--version', '2008R2', '--storage', 'csv'],
];

const isThere = existsSync(generator);

describe.skipIf(!isThere)(isThere ? 'generated designs' : 'generated designs: skipped, there is no ../shared', () => {
  it.each(variants.map((options) => [options.join(' '), options] as const))('%s: no error', (_, options) => {
    const text = execFileSync(process.execPath, [generator, ...options], { encoding: 'utf8' });
    const design = readDesign([createDocument('generated.hacluster', text)]);
    expect(design.cluster.groups.all.length).toBeGreaterThan(0);
    expect(checkDesign(design).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
