import { Worker } from 'node:worker_threads';
import type { Picture } from '../diagram/picture';
import type { LayoutRequest, LayoutResponse, LayoutService } from './layout';

interface Waiting {
  readonly resolve: (picture: Picture) => void;
  readonly reject: (error: Error) => void;
}

/** Lays out in a thread of its own, started with the first picture; after a crash the next picture starts a new one. */
export function threadLayout(script: string): LayoutService {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const fail = (error: Error): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const receive = (response: LayoutResponse): void => {
    const request = waiting.get(response.id);
    waiting.delete(response.id);
    if ('picture' in response) request?.resolve(response.picture);
    else request?.reject(new Error(response.problem));
  };
  const start = (): Worker => {
    const started = new Worker(script);
    started.on('message', receive);
    started.on('error', (error: Error) => {
      fail(error);
    });
    started.on('exit', (code) => {
      if (worker === started) fail(new Error(`The layout thread ended with ${code}.`));
    });
    started.unref();
    return started;
  };

  return {
    layOut: (scene) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        const id = (lastId += 1);
        waiting.set(id, { resolve, reject });
        const request: LayoutRequest = { id, scene };
        worker.postMessage(request);
      }),
    dispose: () => {
      const ending = worker;
      worker = undefined;
      void ending?.terminate();
    },
  };
}
