import type { MoveTest } from './moves';
import type { Counterexample, Verification } from './verify';

interface NamedFault {
  readonly kind: string;
  readonly name: string;
}

/** What `verify --format json` prints (cli.md, Shapes, verify). */
export interface VerifyReport {
  readonly version: 1;
  readonly failures: number;
  readonly kinds: readonly string[];
  readonly checked: number;
  readonly survived: number;
  readonly exhaustive: true;
  readonly tolerates: number;
  readonly counterexamples: readonly {
    readonly faults: readonly NamedFault[];
    readonly lost: readonly (NamedFault & { readonly why: string })[];
    /** Null where the search for a placement gave up. */
    readonly placement_exists: boolean | null;
  }[];
  readonly moves?: readonly {
    readonly group: string;
    readonly to: string;
    readonly starts: boolean;
    readonly why: string | null;
  }[];
}

function counterexample({ faults, lost, placementExists }: Counterexample): VerifyReport['counterexamples'][number] {
  return {
    faults: faults.map(({ kind, name }) => ({ kind, name })),
    lost: lost.map(({ counted, why }) => ({ kind: 'virtual_machine', name: counted.machine.name, why })),
    placement_exists: placementExists ?? null,
  };
}

/** A verification and, where they were asked for, the moves as plain data. */
export function verifyReport(verification: Verification, moves: readonly MoveTest[] | undefined): VerifyReport {
  const { failures, kinds, checked, survived, tolerates, counterexamples } = verification;
  return {
    version: 1,
    failures,
    kinds,
    checked,
    survived,
    exhaustive: true,
    tolerates,
    counterexamples: counterexamples.map(counterexample),
    ...(moves && {
      moves: moves.map(({ group, to, why }) => ({
        group: group.name,
        to: to.name,
        starts: why === undefined,
        why: why ?? null,
      })),
    }),
  };
}
