// How a suite tells the run above it what came out: one line, the last of this form counts.

/** @typedef {{ passed: number, failed: number }} Counts */

/** @param {Counts} counts */
export const countsLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/**
 * @param {string} output
 * @returns {Counts | undefined}
 */
export function readCounts(output) {
  const found = [...output.matchAll(/(\d+) passed, (\d+) failed\s*$/gm)].at(-1);
  return found && { passed: Number(found[1]), failed: Number(found[2]) };
}

/**
 * What a suite's run counts for: one that crashed, failed without saying where, or ran nothing has failed once more.
 * @param {{ code: number, output: string }} run
 * @returns {Counts & { problem?: string }}
 */
export function judge({ code, output }) {
  const counts = readCounts(output);
  if (counts === undefined) return { passed: 0, failed: 1, problem: `ended with exit code ${code} before it counted` };
  if (counts.passed + counts.failed === 0) return { passed: 0, failed: 1, problem: 'ran no test' };
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, problem: `ended with exit code ${code}` };
  return counts;
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export const sum = (all) => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
});
