import type { RulePage } from '../../pages/page';
import { storageLab } from '../../pages/storage-lab';

const disk = (letter: string): string =>
  `disk Data${letter} { storage = SAN1  volume "${letter}:" }
`;

const design = (letters: string): string => `${storageLab()}${Array.from(letters, disk).join('')}`;

export const driveLettersExhaustedPage: RulePage = {
  code: 'storage/drive-letters-exhausted',
  title: 'More volumes have a drive letter than a node has letters',
  why: `A node has 26 letters; A and B, its own drives and the DVD drive take some of them. One disk for each virtual machine uses up the rest soon. When enough groups come together on one node, the last disks come online without a letter, and their virtual machines do not start.

Mount volumes in folders of others, or leave the letter out and address them by their GUID.`,
  failing: design('DEFGHIJKLMNOPQRSTUVWXYZ'),
  mended: design('DEFGHIJKLMNOPQRSTUVWXY'),
};
