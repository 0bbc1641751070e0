/** Work for a key: what is under way, and what waits for it to end. */
interface Flight<T> {
  readonly current: Promise<T>;
  next: Promise<T> | undefined;
}

/**
 * Lets one piece of work for a key be under way. Whoever asks meanwhile shares the one piece that comes after it, so that `work`,
 * which looks at the newest state when it begins, is done at most once more however often it was asked for.
 */
export function newestFor<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const flights = new Map<string, Flight<T>>();
  const begin = (key: string, work: () => Promise<T>): Promise<T> => {
    const current = work();
    const flight: Flight<T> = { current, next: undefined };
    flights.set(key, flight);
    const settled = (): void => {
      if (flights.get(key) === flight && !flight.next) flights.delete(key);
    };
    current.then(settled, settled);
    return current;
  };
  return (key, work) => {
    const flight = flights.get(key);
    if (!flight) return begin(key, work);
    const follow = (): Promise<T> => begin(key, work);
    flight.next ??= flight.current.then(follow, follow);
    return flight.next;
  };
}
