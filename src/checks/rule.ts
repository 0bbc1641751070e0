import type { Finding, Severity } from '../language/finding';
import type { BoundDeclaration } from '../model/bind/declaration';
import type { Design } from '../model/design';
import type { Facts } from './facts/facts';

/** What a rule finds: a finding without the code and severity, which are the rule's. `severity` only where one code has two. */
export type Found = Omit<Finding, 'code' | 'severity' | 'related' | 'fixes'> &
  Partial<Pick<Finding, 'severity' | 'related' | 'fixes'>>;

/** What a rule looks at: the design, and what its declarations say about each other. */
export interface Checked extends Design {
  readonly facts: Facts;
}

interface Described {
  readonly code: string;
  readonly severity: Severity;
  /** Where the rule comes from: seed or documented, with section and source. */
  readonly source: string;
  /** Whether it also holds for files that are only a part of a design: it needs nothing that another file may declare. */
  readonly inParts?: true;
  /** Reports each place once: values that stand in `defaults` are met by every block that takes them. */
  readonly oncePerPlace?: true;
}

/**
 * A rule about what one declaration declares. What it asks the design for on the way is noted: it is asked again when an
 * answer may have changed, and not before. So it takes from the design no more than it needs: a name rather than a whole
 * collection. A pure function that never throws.
 */
export interface DeclarationRule extends Described {
  check(declaration: BoundDeclaration, design: Checked): readonly Found[];
}

/** A rule about the design as a whole. As above, but with no declaration to begin from. */
export interface DesignRule extends Described {
  checkAll(design: Checked): readonly Found[];
}

/** One rule: what it is called, how grave it is, and the check. One file a rule; the table of them is in rules.ts. */
export type Rule = DeclarationRule | DesignRule;
