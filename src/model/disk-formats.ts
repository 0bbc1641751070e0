import { sizeUnits } from '../language/schema/units';
import type { Version } from '../language/schema/version';

const { GB, TB } = sizeUnits;

/** A format of virtual hard disk files. Sizes in bytes. */
export interface DiskFormat {
  /** Ending of the file's name, in lower case, with its dot. */
  readonly ending: string;
  readonly name: string;
  /** First release that has it. */
  readonly since: Version;
  /** Larger ones are not advised: sources differ on whether they can be made. */
  readonly advised: number;
  /** Larger ones cannot be made. */
  readonly largest: number;
  readonly source: string;
}

/** The formats by the endings of their files. */
export const diskFormats: readonly DiskFormat[] = [
  {
    ending: '.vhd',
    name: 'VHD',
    since: '2008',
    advised: 2040 * GB,
    largest: 2048 * GB,
    source: 'semantics 6, 13, S43, S44 (2040 GB; one page says 2048 GB)',
  },
  {
    ending: '.vhdx',
    name: 'VHDX',
    since: '2012',
    advised: 64 * TB,
    largest: 64 * TB,
    source: 'semantics 6, S43, S44',
  },
  {
    ending: '.vhds',
    name: 'VHD Set',
    since: '2016',
    advised: 64 * TB,
    largest: 64 * TB,
    source: 'semantics 6, 9.2, S44, S59',
  },
];

/** The format of a virtual hard disk by the ending of its path; undefined for any other file. */
export function diskFormatOf(path: string): DiskFormat | undefined {
  const lower = path.toLowerCase();
  return diskFormats.find(({ ending }) => lower.endsWith(ending));
}
