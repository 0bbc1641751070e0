import { parentPort } from 'node:worker_threads';
import type { LayoutRequest, LayoutResponse } from './layout';
import { inlineLayout } from './layout-inline';

const layout = inlineLayout();

async function answer({ id, scene }: LayoutRequest): Promise<LayoutResponse> {
  try {
    return { id, picture: await layout.layOut(scene) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (request: LayoutRequest) => {
  void answer(request).then((response) => parentPort?.postMessage(response));
});
