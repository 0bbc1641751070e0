import type { Finding, Severity } from '../language/finding';
import type { Design } from '../model/design';

/** What a rule finds: a finding without the code and severity, which are the rule's. `severity` only where one code has two. */
export type Found = Omit<Finding, 'code' | 'severity' | 'related' | 'fixes'> &
  Partial<Pick<Finding, 'severity' | 'related' | 'fixes'>>;

/** One rule: what it is called, how grave it is, and the check. One file a rule; the table of them is in rules.ts. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** Where the rule comes from: seed or documented, with section and source. */
  readonly source: string;
  /** Whether it also holds for files that are only a part of a design: it needs nothing that another file may declare. */
  readonly inParts?: true;
  /** A pure function of the design. Never throws. */
  check(design: Design): readonly Found[];
}
