import type { Finding } from '../../language/finding';
import { changedBetween, withoutKept } from '../../language/row';
import type { BoundDeclaration } from '../../model/bind/declaration';
import type { Design } from '../../model/design';
import { factTables } from '../facts/facts';
import type { Checked, DesignRule } from '../rule';
import { rules } from '../rules';
import { suppressingAt } from '../shown/cover';
import { shownFindings } from '../shown/show';
import { suppressionsIn } from '../shown/suppression';
import type { Suppression } from '../shown/suppression';
import { createCells } from './cells';
import type { Reader } from './cells';
import { createFactBook } from './fact-book';
import { checkDeclaration, findingOf, listFindings } from './findings';
import type { FindingsOfRules } from './findings';
import { createPositions } from './positions';
import { touchedBetween } from './touched';
import { watchedDesign } from './watched';
import { createNodeWatch } from './watched-nodes';

/** Checks the versions of a design, one after the other, and remembers what has been found. */
export interface Checker {
  /** The same findings as checking from scratch; works out anew only what the change may have an effect on. */
  check(design: Design): readonly Finding[];
}

/** A checker that has seen no design yet. It forgets everything where a check fails, so that the next one begins anew. */
export function createChecker(): Checker {
  let memory: Checker | undefined;
  return {
    check: (design) => {
      const current = memory ?? createMemory();
      memory = undefined;
      const findings = current.check(design);
      memory = current;
      return findings;
    },
  };
}

/** Work on one declaration, which is done again when something it has read may have changed: a step of its facts, or its check. */
interface Task extends Reader {
  readonly bound: BoundDeclaration;
  readonly step: number;
}

/** The work of a rule on the whole design. */
interface DesignTask extends Reader {
  readonly rule: DesignRule;
  readonly step: number;
}

/** Facts come first, step by step, then the rules. */
const rulesStep = factTables.length;
const steps: readonly number[] = [...factTables.keys(), rulesStep];

function createMemory(): Checker {
  const cells = createCells<Task | DesignTask>();
  const positions = createPositions();
  const book = createFactBook(positions, cells);
  const nodes = createNodeWatch(cells);
  const tasks = new Map<BoundDeclaration, readonly Task[]>();
  /** Declarations that were not read without findings. */
  const unread = new Set<BoundDeclaration>();
  /** Comments that hide findings, in the few declarations that have any. */
  const suppressions = new Map<BoundDeclaration, readonly Suppression[]>();
  const inDeclarations = new Map<BoundDeclaration, FindingsOfRules>();
  const inDesign = new Map<DesignRule, readonly Finding[]>();
  let before: Design | undefined;

  const forget = (bound: BoundDeclaration): void => {
    for (const task of tasks.get(bound) ?? []) cells.forget(task);
    tasks.delete(bound);
    unread.delete(bound);
    suppressions.delete(bound);
    inDeclarations.delete(bound);
    book.forget(bound);
  };

  const begin = (bound: BoundDeclaration): readonly Task[] => {
    const own = steps.map((step): Task => ({ bound, step, run: 0 }));
    tasks.set(bound, own);
    if (bound.findings.length > 0) unread.add(bound);
    const comments = suppressionsIn(bound.declaration);
    if (comments.length > 0) suppressions.set(bound, comments);
    return own;
  };

  const work = (task: Task | DesignTask, design: Checked): void => {
    if ('rule' in task) {
      const { rule } = task;
      inDesign.set(
        rule,
        rule.checkAll(design).map((found) => findingOf(rule, found)),
      );
    } else if (task.step < rulesStep) {
      book.write(task.step, task.bound, design);
    } else {
      const findings = checkDeclaration(task.bound, design);
      if (findings.size > 0) inDeclarations.set(task.bound, findings);
      else inDeclarations.delete(task.bound);
    }
  };

  return {
    check: (design) => {
      const changed = withoutKept(changedBetween(before?.bound ?? [], design.bound));
      const waiting = steps.map(() => new Set<Task | DesignTask>());
      const wait = (task: Task | DesignTask): void => void waiting[task.step]?.add(task);
      const touch = (table: string, key: string): void => {
        for (const task of cells.readersOf(table, key)) wait(task);
      };
      for (const bound of changed.old) forget(bound);
      positions.update(design.bound);
      touchedBetween(before, design, [...changed.old, ...changed.fresh], touch);
      for (const bound of changed.fresh) begin(bound).forEach(wait);
      if (!before) for (const rule of designRules) wait({ rule, step: rulesStep, run: 0 });

      const watched = watchedDesign(design, book.facts, cells, nodes);
      for (const atStep of waiting) {
        for (const task of atStep) {
          cells.during(task, () => {
            work(task, watched);
          });
        }
        book.tellTouched(touch);
      }
      before = design;
      const inOrder = (one: BoundDeclaration, other: BoundDeclaration): number =>
        positions.of(one) - positions.of(other);
      const found = listFindings(
        design,
        [...unread].sort(inOrder).flatMap(({ findings }) => findings),
        [...inDeclarations].sort(([one], [other]) => inOrder(one, other)).map(([, findings]) => findings),
        inDesign,
      );
      const commented = [...suppressions].sort(([one], [other]) => inOrder(one, other));
      return shownFindings(
        design,
        found,
        commented.flatMap(([bound, own]) => suppressingAt(design, positions.of(bound), own) ?? []),
      );
    },
  };
}

const designRules: readonly DesignRule[] = rules.filter((rule) => 'checkAll' in rule);
