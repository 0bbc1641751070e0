/** How long a condition may take to come true on a busy machine, and how often it is looked at. In ms. */
const patience = 20_000;
const interval = 20;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, interval));

/**
 * Waits for a condition instead of for a time: gives its first value that is not undefined, null or false.
 * `what` says in the failure what was waited for; `seen` what was there instead.
 */
export async function until<T>(
  what: string,
  condition: () => T | PromiseLike<T>,
  seen: () => unknown = () => undefined,
): Promise<Exclude<T, undefined | null | false>> {
  const end = performance.now() + patience;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== null && value !== false) {
      return value as Exclude<T, undefined | null | false>;
    }
    if (performance.now() > end) throw new Error(`Waited for ${what}. What there is: ${JSON.stringify([seen()])}.`);
    await turn();
  }
}
