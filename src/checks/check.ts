import type { Finding } from '../language/finding';
import type { Design } from '../model/design';
import { createChecker } from './incremental/checker';

/** All findings of a design, once. Where one version of a design follows another, a checker is kept for them. */
export function checkDesign(design: Design): readonly Finding[] {
  return createChecker().check(design);
}
