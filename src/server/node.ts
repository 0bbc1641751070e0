import { join } from 'node:path';
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { nodeFiles } from './files/node';
import { threadLate } from './late/thread';
import { threadLayout } from './layout-thread';
import { serve } from './server';

serve(
  createConnection(ProposedFeatures.all),
  threadLayout(join(__dirname, 'layout-worker.js')),
  nodeFiles,
  threadLate(join(__dirname, 'late-worker.js')),
);
