/**
 * Lets pieces of work wait for something without one overtaking another. What need not wait is done at once. `ready` gives what
 * has to be waited for; undefined: nothing.
 */
export function inTurn(
  ready: () => Promise<unknown> | undefined,
  report: (error: unknown) => void,
): (work: () => void) => void {
  let last: Promise<void> | undefined;
  return (work) => {
    const waiting = ready();
    if (!last && !waiting) {
      work();
      return;
    }
    const next = Promise.all([last, waiting])
      .then(work)
      .catch(report)
      .finally(() => {
        if (last === next) last = undefined;
      });
    last = next;
  };
}
