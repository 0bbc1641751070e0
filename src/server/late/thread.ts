import { Worker } from 'node:worker_threads';
import type { Finding } from '../../language/finding';
import type { Design } from '../../model/design';
import type { LateService, LateWork } from './late';
import { fromWire } from './wire';
import type { LateRequest, LateResponse } from './wire';

interface Waiting {
  readonly id: number;
  readonly design: Design;
  readonly resolve: (findings: readonly Finding[] | undefined) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Looks for them in a thread of its own, which gets the text of the files: a large design keeps it busy for seconds. Work that is given up
 * ends the thread; the next begins a new one.
 */
export function threadLate(script: string): LateService {
  let worker: Worker | undefined;
  let waiting: Waiting | undefined;
  let lastId = 0;

  const end = (): Waiting | undefined => {
    const [ended, left] = [worker, waiting];
    worker = undefined;
    waiting = undefined;
    void ended?.terminate();
    return left;
  };
  const receive = (response: LateResponse): void => {
    if (waiting?.id !== response.id) return;
    const { design, resolve, reject } = waiting;
    waiting = undefined;
    if ('findings' in response) resolve(response.findings.flatMap((one) => fromWire(design, one) ?? []));
    else reject(new Error(response.problem));
  };
  const start = (): Worker => {
    const started = new Worker(script);
    const fail = (error: Error): void => {
      if (worker === started) end()?.reject(error);
    };
    started.on('message', receive);
    started.on('error', fail);
    started.on('exit', (code) => {
      fail(new Error(`The thread of the simulation ended with ${String(code)}.`));
    });
    started.unref();
    return started;
  };
  const cancel = (id: number): void => {
    if (waiting?.id === id) end()?.resolve(undefined);
  };

  return {
    begin: (design): LateWork => {
      const id = (lastId += 1);
      if (waiting) cancel(waiting.id);
      const findings = new Promise<readonly Finding[] | undefined>((resolve, reject) => {
        waiting = { id, design, resolve, reject };
      });
      const request: LateRequest = {
        id,
        files: design.documents.map((document) => ({ file: document.file, text: document.text() })),
      };
      worker ??= start();
      worker.postMessage(request);
      return {
        findings,
        cancel: () => {
          cancel(id);
        },
      };
    },
    dispose: () => {
      end()?.resolve(undefined);
    },
  };
}
