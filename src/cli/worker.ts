import { parentPort, workerData } from 'node:worker_threads';
import { runCall } from './commands';
import { isWork } from './work';

const work: unknown = workerData;
if (isWork(work)) void runCall(work.call, work.stdin).then((outcome) => parentPort?.postMessage(outcome));
