/**
 * What the reference says of a code beside what the rule itself knows. It stands in a file beside the rule
 * (`guid-mismatch.page.ts` beside `guid-mismatch.ts`), which the editor never loads: `docs/rules`, the tests and the descriptions of rules in
 * SARIF logs are made of it.
 */
export interface RulePage {
  readonly code: string;
  /** What it finds, as a short sentence without a full stop. */
  readonly title: string;
  /** Why it matters: what will happen, at which failure, and what to do. Plain paragraphs with an empty line between them. */
  readonly why: string;
  /** A whole design in which the rule finds something, and no other rule an error. */
  readonly failing: string;
  /** The same design, mended: the rule finds nothing in it, and no rule an error. */
  readonly mended: string;
}
