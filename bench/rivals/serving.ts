import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializeRequest,
  InitializedNotification,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import type { Diagnostic, ProtocolConnection } from 'vscode-languageserver/node';
import { figureOf } from '../measure';
import type { Figure } from '../measure';

/** A language server over standard input and output, and the design it is given. */
export interface Rival {
  readonly name: string;
  /** The script that Node runs. */
  readonly script: string;
  readonly languageId: string;
  readonly file: string;
  readonly text: string;
  /** Finds the lines of the virtual machines' memory; a letter is typed between the figure and its unit. */
  readonly memory: RegExp;
  /** Answers to the settings a server asks for, by section. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The YAML language server with a schema, and nothing it would have to fetch. */
export function yamlServer(folder: string, file: string, text: string, schema: string): Rival {
  return {
    name: 'yaml-language-server',
    script: join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server'),
    languageId: 'yaml',
    file,
    text,
    memory: /^ +memory: 4(?=GB$)/,
    settings: {
      yaml: {
        validate: true,
        schemas: { [pathToFileURL(schema).href]: '*.yaml' },
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
      },
    },
  };
}

/** Our own server. */
export function ownServer(script: string, file: string, text: string): Rival {
  const memory = /^ +memory +=\s*4(?=GB$)/;
  return { name: 'this project', script, languageId: 'hacluster', file, text, memory, settings: {} };
}

/** Keystrokes are measured until there are so many, or so much time is gone; at least a mistake and its repair. */
const limits = { keystrokes: 120, totalMs: 90_000, atLeast: 2, answerMs: 300_000 };

/** A place where a mistake is typed. */
interface Place {
  readonly line: number;
  readonly character: number;
}

/** What a server publishes. */
interface Published {
  /** Waits for diagnostics whose errors stand on lines that satisfy a condition. */
  wait(until: (lines: ReadonlySet<number>) => boolean): Promise<void>;
}

function watch(connection: ProtocolConnection, ended: Promise<never>): Published {
  let check: (diagnostics: readonly Diagnostic[]) => void = () => undefined;
  connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
    check(diagnostics);
  });
  const wait: Published['wait'] = async (until) => {
    let timer: NodeJS.Timeout | undefined;
    const answered = new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`no answer within ${limits.answerMs / 1000} s`));
      }, limits.answerMs);
      check = (diagnostics) => {
        const errors = diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error);
        if (until(new Set(errors.map(({ range }) => range.start.line)))) resolve();
      };
    });
    await Promise.race([answered, ended]).finally(() => {
      clearTimeout(timer);
    });
  };
  return { wait };
}

/**
 * From the text opened and from each keystroke to the diagnostics that say what it means, ms: a letter typed into a size
 * must bring an error on that line, and taking it back must take the error away.
 */
export async function measureServer(rival: Rival): Promise<readonly Figure[]> {
  const child = spawn(process.execPath, [rival.script, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`the server ended with ${code ?? 'a signal'}`));
    });
  });
  ended.catch(() => undefined);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  try {
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section = '' }) => rival.settings[section] ?? {}),
    );
    const published = watch(connection, ended);
    connection.listen();
    const capabilities = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: false } } };
    const starting = { processId: process.pid, rootUri: null, capabilities };
    await Promise.race([connection.sendRequest(InitializeRequest.type, starting), ended]);
    await connection.sendNotification(InitializedNotification.type, {});
    await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: rival.settings });
    return await measureEdits(connection, published, rival);
  } finally {
    connection.dispose();
    child.kill();
  }
}

async function measureEdits(
  connection: ProtocolConnection,
  published: Published,
  { name, text, file, languageId, memory }: Rival,
): Promise<readonly Figure[]> {
  const uri = pathToFileURL(file).href;
  const lines = text.split('\n');
  const places = lines.flatMap((line, number): readonly Place[] => {
    const found = memory.exec(line);
    return found ? [{ line: number, character: found[0].length }] : [];
  });
  const placeOf = (run: number): Place => {
    const share = ((run % limits.keystrokes) + 0.5) / limits.keystrokes;
    return places[Math.floor(share * places.length)] ?? { line: 0, character: 0 };
  };

  const first = placeOf(0);
  const mistaken = lines.with(first.line, withLetter(lines[first.line] ?? '', first.character)).join('\n');
  const start = performance.now();
  await Promise.all([
    published.wait((errors) => errors.has(first.line)),
    connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text: mistaken },
    }),
  ]);
  const opening = performance.now() - start;

  const type = async (run: number): Promise<number> => {
    const place = placeOf(run >> 1);
    const isTyping = run % 2 === 0;
    const end = { line: place.line, character: place.character + (isTyping ? 0 : 1) };
    const changed = performance.now();
    await Promise.all([
      published.wait((errors) => errors.has(place.line) === isTyping),
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: run + 2 },
        contentChanges: [{ range: { start: place, end }, text: isTyping ? letter : '' }],
      }),
    ]);
    return performance.now() - changed;
  };
  // Takes back the mistake that the text was opened with.
  await type(1);
  const values: number[] = [];
  const begun = performance.now();
  while (values.length < limits.keystrokes) {
    if (values.length >= limits.atLeast && performance.now() - begun > limits.totalMs) break;
    values.push(await type(values.length + 2));
  }
  return [
    figureOf(`server ${languageId}, ${name}, open to diagnostics`, 'ms', [opening]),
    figureOf(`server ${languageId}, ${name}, keystroke to diagnostics`, 'ms', values),
  ];
}

/** Typed into a size it makes it none. */
const letter = 'x';

function withLetter(line: string, character: number): string {
  return `${line.slice(0, character)}${letter}${line.slice(character)}`;
}
