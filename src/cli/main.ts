import { constants } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { fileLimits } from '../protocol/server';
import { parseArguments } from './arguments';
import { defect, describeCall, readsStandardInput, refusal } from './call';
import type { Outcome, Tell } from './call';
import { isOutcome, isReport } from './work';
import type { Work } from './work';

/** The bundle that holds the commands. */
const workerFile = path.join(__dirname, 'cli-worker.js');

/** The bundle of the language server; only `lsp` loads it. */
const serverFile = path.join(__dirname, 'server.js');

const overPipes = '--stdio';

/** Shells report a program that a signal ended as 128 and the signal's number. */
const stoppedStatus = 128 + constants.signals.SIGINT;

function end({ status, stdout, stderr }: Outcome): void {
  process.exitCode = status;
  process.stdout.write(stdout);
  process.stderr.write(stderr);
}

/** What comes on standard input, to its end or to where it is too much: then it is refused, however much more would come. */
async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    if (!(chunk instanceof Uint8Array)) continue;
    chunks.push(chunk);
    length += chunk.length;
    if (length > fileLimits.bytes) break;
  }
  return Buffer.concat(chunks, length);
}

/** A reader that has seen enough, such as `head`, closes the pipe; that is no failure. Anything else, a full disk say, is. */
function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    const { status, stderr } = refusal(`cannot write the answer: the system reports ${error.code ?? error.message}.`);
    process.exitCode = status;
    process.stderr.write(stderr);
  });
}

/**
 * Runs a call on a thread of its own: commands compute without pause, and a thread that computes hears no Ctrl-C.
 * The main thread does, and ends the program at once.
 */
function runBeside(work: Work, tell: Tell): Promise<Outcome> {
  return new Promise((resolve) => {
    const broken = (error: unknown): void => {
      resolve(defect(error, describeCall(work.call)));
    };
    const worker = new Worker(workerFile, { workerData: work });
    worker.on('message', (message: unknown) => {
      if (isReport(message)) tell(message.progress);
      if (isOutcome(message)) resolve(message);
    });
    worker.once('error', broken);
    worker.once('exit', () => {
      broken('it ended without an answer');
    });
  });
}

/** Shows how far a command has come on one line of a terminal, and keeps the last word of it. */
interface ProgressLine {
  readonly tell: Tell;
  readonly last: () => string;
  readonly clear: () => void;
}

const clearLine = '\r\u001b[K';

function createProgressLine(): ProgressLine {
  let last = '';
  const show = (text: string): void => {
    if (process.stderr.isTTY) process.stderr.write(text);
  };
  return {
    tell: (progress) => {
      last = progress;
      show(`${clearLine}${progress}`);
    },
    last: () => last,
    clear: () => {
      if (last !== '') show(clearLine);
    },
  };
}

/** Becomes the language server. Its library looks among the arguments for the way it is spoken to. */
async function serveEditor(): Promise<void> {
  if (!process.argv.includes(overPipes)) process.argv.push(overPipes);
  await import(pathToFileURL(serverFile).href);
}

async function main(): Promise<void> {
  watchOutput();
  const parsed = parseArguments(process.argv.slice(2));
  if ('outcome' in parsed) {
    end(parsed.outcome);
    return;
  }
  if ('serve' in parsed) {
    await serveEditor();
    return;
  }
  const { call } = parsed;
  const progress = createProgressLine();
  process.once('SIGINT', () => {
    const done = progress.last() === '' ? '' : `: ${progress.last()}`;
    progress.clear();
    process.stderr.write(`hacluster: stopped; '${describeCall(call)}' is not finished${done}.\n`, () => {
      process.exit(stoppedStatus);
    });
  });
  const stdin = readsStandardInput(call) ? await readInput() : new Uint8Array();
  const outcome = await runBeside({ call, stdin }, progress.tell);
  progress.clear();
  end(outcome);
}

main().catch((error: unknown) => {
  end(defect(error, 'hacluster'));
});
