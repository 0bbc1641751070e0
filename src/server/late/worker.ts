import { parentPort } from 'node:worker_threads';
import { finished, lateFindings } from '../../analysis';
import { createDocument } from '../../language/document';
import { readDesign } from '../../model/design';
import { toWire } from './wire';
import type { LateRequest, LateResponse } from './wire';

function answer({ id, files }: LateRequest): LateResponse {
  try {
    const design = readDesign(files.map(({ file, text }) => createDocument(file, text)));
    return { id, findings: finished(lateFindings(design, [])).map((finding) => toWire(design, finding)) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (request: LateRequest) => {
  parentPort?.postMessage(answer(request));
});
