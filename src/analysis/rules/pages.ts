import type { RulePage } from '../../checks/pages/page';
import { notTolerantPage } from './capacity/not-tolerant.page';
import { ruleMissesPlacementPage } from './capacity/rule-misses-placement.page';

/** The pages of the rules that need runs of the simulation; those of the others are in src/checks/pages/pages.ts. */
export const analysisPages: readonly RulePage[] = [notTolerantPage, ruleMissesPlacementPage];
