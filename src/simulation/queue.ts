/**
 * Order of what happens at one instant (semantics R-G1): membership, quorum, storage, resources, timers, user actions;
 * within a class by node id, then group, then resource in the order of the file, then in the order it was planned.
 */
export const taskClasses = { membership: 0, quorum: 1, storage: 2, resource: 3, timer: 4, action: 5 } as const;

export type TaskClass = keyof typeof taskClasses;

export interface TaskRank {
  readonly class: TaskClass;
  readonly node?: number;
  readonly group?: number;
  readonly resource?: number;
}

/** Something planned. A cancelled task is never run. `repetition` marks one that would go on for ever (language.md, Settled readings). */
export interface Task {
  readonly time_ms: number;
  readonly order: readonly number[];
  readonly run: () => void;
  readonly repetition: Repetition | undefined;
  cancelled: boolean;
}

/** A task that comes again and again. `settled` is asked for whether it can still come out otherwise than the last time. */
export interface Repetition {
  readonly text: string;
  readonly settled: () => boolean;
}

export interface TaskQueue {
  add(time_ms: number, rank: TaskRank, run: () => void, repetition?: Repetition): Task;
  /** Takes the next task that is not cancelled, or undefined. */
  next(): Task | undefined;
  peek(): Task | undefined;
  /** Tasks still to be run, in no order. */
  pending(): readonly Task[];
}

function before(left: Task, right: Task): boolean {
  if (left.time_ms !== right.time_ms) return left.time_ms < right.time_ms;
  for (const [index, value] of left.order.entries()) {
    const other = right.order[index] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}

function siftUp(heap: Task[], start: number): void {
  let index = start;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const child = heap[index];
    const above = heap[parent];
    if (!child || !above || !before(child, above)) return;
    heap[index] = above;
    heap[parent] = child;
    index = parent;
  }
}

function siftDown(heap: Task[]): void {
  let index = 0;
  for (;;) {
    let least = index;
    for (const child of [2 * index + 1, 2 * index + 2]) {
      const candidate = heap[child];
      const current = heap[least];
      if (candidate && current && before(candidate, current)) least = child;
    }
    const top = heap[index];
    const smallest = heap[least];
    if (least === index || !top || !smallest) return;
    heap[index] = smallest;
    heap[least] = top;
    index = least;
  }
}

function pop(heap: Task[]): Task | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last && heap.length > 0) {
    heap[0] = last;
    siftDown(heap);
  }
  return first;
}

function dropCancelled(heap: Task[]): void {
  while (heap[0]?.cancelled) pop(heap);
}

/** An empty queue of tasks, a binary heap ordered by time and rank (semantics R-G1). */
export function createQueue(): TaskQueue {
  const heap: Task[] = [];
  let count = 0;
  return {
    add: (time_ms, rank, run, repetition) => {
      count += 1;
      const order = [taskClasses[rank.class], rank.node ?? 0, rank.group ?? 0, rank.resource ?? 0, count];
      const task: Task = { time_ms, order, run, repetition, cancelled: false };
      heap.push(task);
      siftUp(heap, heap.length - 1);
      return task;
    },
    next: () => {
      dropCancelled(heap);
      return pop(heap);
    },
    peek: () => {
      dropCancelled(heap);
      return heap[0];
    },
    pending: () => heap.filter((task) => !task.cancelled),
  };
}
