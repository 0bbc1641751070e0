import type { PlacementRecord } from './placementRecord';
import type { EventDraft, Wording } from './recorder';
import type { Change, DetailValue, EventKind, StateProperty, StateValue, Subject, TraceEvent } from './trace';

/**
 * The changes of all events of a run, one after the other. A long run has millions: a column for each part of a change takes
 * a fraction of the memory that objects would.
 */
export interface ChangeColumns {
  readonly subjects: Subject[];
  readonly properties: StateProperty[];
  readonly before: StateValue[];
  readonly after: StateValue[];
}

/** Columns without a change. */
export function noChanges(): ChangeColumns {
  return { subjects: [], properties: [], before: [], after: [] };
}

/**
 * An event as a run keeps it: text and changes are made when they are read. It is a class since every event has the same
 * getters, and objects with getters of their own would be many times as large.
 */
class RecordedEvent implements TraceEvent {
  readonly kind: EventKind;
  readonly subject: Subject;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly node: string | undefined;
  readonly cause: number | null;
  readonly details: Readonly<Record<string, DetailValue>> | undefined;
  readonly placement: PlacementRecord | undefined;
  readonly #words: string | Wording;
  readonly #columns: ChangeColumns;
  readonly #first: number;
  readonly #end: number;

  constructor(
    readonly id: number,
    readonly time_ms: number,
    { kind, subject, from, to, node, cause, text, details, placement }: EventDraft,
    columns: ChangeColumns,
    first: number,
  ) {
    this.kind = kind;
    this.subject = subject;
    this.from = from;
    this.to = to;
    this.node = node;
    this.cause = cause;
    this.details = details;
    this.placement = placement;
    this.#words = text;
    this.#columns = columns;
    this.#first = first;
    this.#end = columns.subjects.length;
  }

  get text(): string {
    return typeof this.#words === 'string' ? this.#words : this.#words(this);
  }

  get changes(): readonly Change[] {
    const { subjects, properties, before, after } = this.#columns;
    const changes: Change[] = [];
    for (let index = this.#first; index < this.#end; index += 1) {
      const subject = subjects[index];
      const property = properties[index];
      if (!subject || !property) continue;
      changes.push({ subject, property, before: before[index] ?? null, after: after[index] ?? null });
    }
    return changes;
  }
}

/** The event whose changes are those in the columns from `first` on. */
export function recordedEvent(
  id: number,
  time_ms: number,
  draft: EventDraft,
  columns: ChangeColumns,
  first: number,
): TraceEvent {
  return new RecordedEvent(id, time_ms, draft, columns, first);
}
