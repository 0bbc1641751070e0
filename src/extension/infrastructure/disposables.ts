/** Something that is given back when it is no longer needed. */
export interface Ending {
  dispose(): unknown;
}

/** Things to give back together, the last first. What is added after the end is given back at once. */
export interface Disposables extends Ending {
  add<T extends Ending>(item: T): T;
  dispose(): void;
}

/** An empty collection. */
export function createDisposables(): Disposables {
  const items: Ending[] = [];
  let ended = false;
  return {
    add: (item) => {
      if (ended) item.dispose();
      else items.push(item);
      return item;
    },
    dispose: () => {
      ended = true;
      for (const item of items.splice(0).reverse()) item.dispose();
    },
  };
}
