import { parentPort, workerData } from 'node:worker_threads';
import { runCall } from './commands';
import { isWork } from './work';
import type { Report } from './work';

function tell(progress: string): void {
  const report: Report = { progress };
  parentPort?.postMessage(report);
}

const work: unknown = workerData;
if (isWork(work)) void runCall(work.call, work.stdin, tell).then((outcome) => parentPort?.postMessage(outcome));
