/** Keys of the cells that stand for more than one name of a table. */
export const whole = '*';
export const spelling = '#';
/** The table of what is said once in a design: the settings of its cluster, and its files. */
export const once = 'once';

/** The table of how the names of another table are spelt. */
export function spellingsOf(table: string): string {
  return `${table} spelling`;
}
