import { guidMismatchPage } from '../rules/storage/guid-mismatch.page';
import type { RulePage } from './page';

/** The page of every code, in the order of the table of rules; those of the language itself come first. */
export const pages: readonly RulePage[] = [guidMismatchPage];
