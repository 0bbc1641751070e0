/** The outcome of work that is done in steps, taken to its end at once. `tell` hears of every step. */
export function finished<S, T>(work: Generator<S, T, undefined>, tell: (step: S) => void = () => undefined): T {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    tell(next.value);
  }
}
