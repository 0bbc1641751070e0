// Waiting for what is so, not for a time.

const patienceMs = 30_000;
const intervalMs = 50;

/**
 * Asks again until the answer is right, and gives it.
 * @template T
 * @param {string} what said when it never is
 * @param {() => Promise<T>} ask
 * @param {(answer: T) => unknown} isRight
 * @returns {Promise<T>}
 */
export async function until(what, ask, isRight = Boolean) {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (performance.now() > end) throw new Error(`Waited for ${what}. What there is: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
}
