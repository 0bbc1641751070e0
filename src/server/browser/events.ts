/**
 * Stands in for Node's `events` in the browser bundle. The base class of debug sessions extends it to report what happens to
 * its streams; sessions here have no streams, so nothing is ever reported.
 */
export class EventEmitter {
  on(): this {
    return this;
  }

  emit(): boolean {
    return false;
  }
}
