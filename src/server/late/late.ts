import type { Finding } from '../../language/finding';
import type { Design } from '../../model/design';

/** A look for findings that is under way. */
export interface LateWork {
  /** Undefined where it was given up. Rejected where it failed. */
  readonly findings: Promise<readonly Finding[] | undefined>;
  cancel(): void;
}

/** Looks for the findings that need runs of the simulation, wherever that is done. */
export interface LateService {
  begin(design: Design): LateWork;
  dispose(): void;
}
