import type { Rule } from './rule';

/** Every rule, in the order in which findings are listed. */
export const rules: readonly Rule[] = [];
