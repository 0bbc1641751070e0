/**
 * Runs `work` so that only one run is under way; asked for again meanwhile, it runs once more afterwards, however often it was
 * asked. What comes last is therefore always of the newest text, and nothing piles up. `work` must not reject.
 */
export function latestOnly(work: () => Promise<unknown>): () => void {
  let state: 'idle' | 'busy' | 'askedAgain' = 'idle';
  const begin = (): void => {
    state = 'busy';
    void work().then(ended);
  };
  const ended = (): void => {
    if (state === 'askedAgain') begin();
    else state = 'idle';
  };
  return () => {
    if (state === 'idle') begin();
    else state = 'askedAgain';
  };
}
