import { createChecker } from '../../checks/incremental/checker';
import type { Checker } from '../../checks/incremental/checker';
import type { Document } from '../../language/document';
import type { Finding } from '../../language/finding';
import { createDesignReader } from '../../model/design';
import type { Design, DesignReader } from '../../model/design';
import type { Gathered } from '../../model/includes';
import { keyOf } from './addresses';

/** What a design means and what is wrong with it. */
export interface Analysis {
  /** Another number for each version of each design. */
  readonly id: number;
  readonly design: Design;
  readonly findings: readonly Finding[];
  /** Codes that the user has turned off for the editor; there are no findings of them. */
  readonly hidden?: ReadonlySet<string>;
}

/** What is remembered of a design from one version to the next, so that only what an edit touches is bound and checked anew. */
interface Memory {
  readonly reader: DesignReader;
  readonly checker: Checker;
  last: { readonly gathered: Gathered; readonly analysis: Analysis } | undefined;
}

/** The analyses of designs, each made once for each version of its files. */
export interface Analyses {
  of(gathered: Gathered): Analysis;
  /** The files of every design as it was when it was analysed last. */
  lastFiles(): readonly (readonly Document[])[];
  /** Forgets the designs whose first file is none of these. */
  keepOnly(firstFiles: ReadonlySet<string>): void;
}

function isSame(one: Gathered, other: Gathered): boolean {
  return (
    one.documents.length === other.documents.length &&
    one.documents.every((document, index) => document === other.documents[index]) &&
    one.findings.length === other.findings.length &&
    one.findings.every(({ message }, index) => message === other.findings[index]?.message)
  );
}

/** No design has been analysed yet. */
export function createAnalyses(): Analyses {
  const memories = new Map<string, Memory>();
  let lastId = 0;

  const memoryOf = (key: string): Memory => {
    const memory = memories.get(key) ?? { reader: createDesignReader(), checker: createChecker(), last: undefined };
    memories.set(key, memory);
    return memory;
  };

  return {
    of: (gathered) => {
      const memory = memoryOf(keyOf(gathered.documents[0]?.file ?? ''));
      if (memory.last && isSame(memory.last.gathered, gathered)) return memory.last.analysis;
      const design = memory.reader.read(gathered.documents);
      const found = memory.checker.check(design);
      const findings = gathered.findings.length === 0 ? found : [...gathered.findings, ...found];
      const analysis = { id: (lastId += 1), design, findings };
      memory.last = { gathered, analysis };
      return analysis;
    },
    lastFiles: () => [...memories.values()].flatMap(({ last }) => (last ? [last.gathered.documents] : [])),
    keepOnly: (firstFiles) => {
      for (const key of memories.keys()) if (!firstFiles.has(key)) memories.delete(key);
    },
  };
}
