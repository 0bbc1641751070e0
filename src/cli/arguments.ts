import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { faultKinds, isFaultKind } from '../analysis/fault-kinds';
import type { FaultKind } from '../analysis/fault-kinds';
import { millisecondsOf } from '../language/schema/units';
import { refusal } from './call';
import type {
  Call,
  CheckCall,
  FixCall,
  FormatCall,
  GraphCall,
  Outcome,
  SchemaCall,
  SimulateCall,
  TestCall,
  VerifyCall,
} from './call';
import { version } from './version';

/**
 * What arguments come to: a call to run, an answer that is there already (help, version, what is wrong with them), or that an
 * editor is to be served.
 */
export type Parsed = { readonly call: Call } | { readonly outcome: Outcome } | { readonly serve: true };

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is expected, such as 10.');
  return Number(text);
}

/** Simulated time in ms. */
function duration(text: string): number {
  const parts = /^(\d{1,9}(?:\.\d+)?)([A-Za-z]+)$/.exec(text);
  const factor = millisecondsOf(parts?.[2] ?? '');
  if (factor === undefined) throw new InvalidArgumentError('A time with its unit is expected, such as 90s or 2h.');
  return Math.round(Number(parts?.[1]) * factor);
}

function collect(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

function formatOption(choices: readonly string[]): Option {
  return new Option('--format <format>', 'what the answer looks like').choices(choices).default(choices[0]);
}

type Take = (call: Call) => void;

const filesArgument = ['<files...>', 'designs; - reads standard input'] as const;
const fileArgument = ['<file>', 'a design; - reads standard input'] as const;

function addCheck(program: Command, take: Take): void {
  program
    .command('check')
    .description('finds what is wrong in designs')
    .argument(...filesArgument)
    .addOption(formatOption(['text', 'json', 'sarif']))
    .option('--max-warnings <count>', 'more warnings than this end with status 1', wholeNumber)
    .action((files: string[], { format, maxWarnings }: Pick<CheckCall, 'format'> & { maxWarnings?: number }) => {
      take({ command: 'check', files, format, maxWarnings });
    });
}

function addFix(program: Command, take: Take): void {
  program
    .command('fix')
    .description('applies the preferred fix of every finding that has one; prints the difference')
    .argument(...fileArgument)
    .addOption(formatOption(['text', 'json']))
    .option('--rule <code>', 'fixes the findings of this code only, such as vm/configuration-missing')
    .option('--write', 'changes the file')
    .action(
      (file: string, { format, rule, write = false }: Pick<FixCall, 'format'> & { rule?: string; write?: boolean }) => {
        take({ command: 'fix', file, format, rule, write });
      },
    );
}

function addFormat(program: Command, take: Take): void {
  program
    .command('format')
    .description('lays designs out in the canonical way; prints the text unless told otherwise')
    .argument(...filesArgument)
    .addOption(formatOption(['text', 'json']))
    .addOption(new Option('--check', 'only says which files would change; status 1 if any would').conflicts('write'))
    .option('--write', 'changes the files')
    .action((files: string[], options: Pick<FormatCall, 'format'> & { check?: true; write?: true }) => {
      const mode = options.write ? 'write' : options.check ? 'check' : 'print';
      take({ command: 'format', files, format: options.format, mode });
    });
}

interface SimulateOptions extends Pick<SimulateCall, 'format'> {
  readonly scenario?: string;
  readonly at?: readonly string[];
  readonly until?: number;
  readonly seed?: number;
}

function addSimulate(program: Command, take: Take): void {
  program
    .command('simulate')
    .description('runs a scenario or the actions given, and tells what happens and why')
    .argument(...fileArgument)
    .addOption(formatOption(['text', 'json']))
    .option('--scenario <name>', 'a scenario of the design')
    .option('--at <action>', 'an action and its time, such as "0s fail node HostA"; may be repeated', collect)
    .option('--until <time>', 'simulated time at which the run ends, such as 2h', duration)
    .option('--seed <number>', 'where the run leaves something to chance', wholeNumber)
    .action((file: string, { format, scenario, at = [], until, seed }: SimulateOptions) => {
      take({ command: 'simulate', file, format, scenario, at, until, seed });
    });
}

function addTest(program: Command, take: Take): void {
  program
    .command('test')
    .description('runs every scenario and judges what it expects')
    .argument(...filesArgument)
    .addOption(formatOption(['text', 'json']))
    .addOption(new Option('--reporter <reporter>', 'a report for a CI system').choices(['junit']))
    .action((files: string[], { format, reporter }: Pick<TestCall, 'format'> & { reporter?: 'junit' }) => {
      take({ command: 'test', files, format: reporter ?? format });
    });
}

function kindsOf(text: string): readonly FaultKind[] {
  const words = text.split(',').map((word) => word.trim());
  const kinds = words.filter(isFaultKind);
  if (kinds.length < words.length) throw new InvalidArgumentError(`Kinds of faults are ${faultKinds.join(', ')}.`);
  return kinds;
}

interface VerifyOptions extends Pick<VerifyCall, 'format' | 'kinds'> {
  readonly failures?: number;
  readonly ordered?: boolean;
  readonly moves?: boolean;
}

function addVerify(program: Command, take: Take): void {
  const kinds = new Option('--kinds <kinds>', `what may fail, such as node,disk: ${faultKinds.join(', ')}`);
  program
    .command('verify')
    .description('strikes with every set of faults, and tells which sets the design does not survive')
    .argument(...fileArgument)
    .addOption(formatOption(['text', 'json']))
    .option('--failures <count>', 'most faults at once; without it, what the design claims to tolerate', wholeNumber)
    .addOption(kinds.argParser(kindsOf).default(['node'], 'node'))
    .option('--ordered', 'faults strike one after the other, each when nothing more follows from the one before')
    .option('--moves', 'also moves every group to every node that may own it')
    .action((file: string, { format, failures, kinds: asked, ordered = false, moves = false }: VerifyOptions) => {
      take({ command: 'verify', file, format, failures, kinds: asked, ordered, moves });
    });
}

interface GraphOptions extends Pick<GraphCall, 'format' | 'view'> {
  readonly after?: readonly string[];
  readonly output?: string;
}

function addGraph(program: Command, take: Take): void {
  program
    .command('graph')
    .description('draws a view of a design')
    .argument(...fileArgument)
    .addOption(new Option('--view <view>', 'what is drawn').choices(['dependencies', 'storage']).makeOptionMandatory())
    .addOption(formatOption(['json', 'svg', 'mermaid', 'dot']))
    .option(
      '--after <action>',
      'draws the state after an action, such as "0s fail node HostA"; may be repeated',
      collect,
    )
    .option('-o, --output <file>', 'writes to a file instead of standard output')
    .action((file: string, { format, view, after = [], output }: GraphOptions) => {
      take({ command: 'graph', file, format, view, after, output });
    });
}

function addSchema(program: Command, take: Take): void {
  program
    .command('schema')
    .description('describes every block and attribute of the language, for other tools')
    .addOption(formatOption(['text', 'json']))
    .action(({ format }: Pick<SchemaCall, 'format'>) => {
      take({ command: 'schema', format });
    });
}

function addServer(program: Command, serve: () => void): void {
  program
    .command('lsp')
    .description('serves an editor: the language server, on standard input and output')
    .option('--stdio', 'the way it is in any case; editors pass it')
    .action(serve);
}

function createProgram(take: Take, serve: () => void, write: (text: string) => void): Command {
  const program = new Command('hacluster')
    .description('Checks, simulates and draws designs of Windows failover clusters of Hyper-V hosts.')
    .version(version, '--version', 'prints the version')
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined })
    .addHelpText('after', '\nStatus: 0 fine, 1 the design falls short, 2 the call or a file cannot be used.');
  for (const add of [addCheck, addFix, addFormat, addSimulate, addTest, addVerify, addGraph, addSchema])
    add(program, take);
  addServer(program, serve);
  return program;
}

const shown: ReadonlySet<string> = new Set(['commander.helpDisplayed', 'commander.help', 'commander.version']);

function sayWrong({ message }: CommanderError, program: Command, args: readonly string[]): Outcome {
  const command = program.commands.find((one) => one.name() === args[0]);
  const help = command ? `hacluster ${command.name()} --help` : 'hacluster --help';
  const plain = message.replace(/^error: /, '').replace(/[.\s]+$/, '');
  return refusal(`${plain}; '${help}' says what is possible.`);
}

/** Reads the arguments behind the program's name. */
export function parseArguments(args: readonly string[]): Parsed {
  const asked: Parsed[] = [];
  let help = '';
  const program = createProgram(
    (call) => asked.push({ call }),
    () => asked.push({ serve: true }),
    (text) => {
      help += text;
    },
  );
  if (args.length === 0) return { outcome: refusal("a command is missing; 'hacluster --help' lists them.") };
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (!shown.has(error.code)) return { outcome: sayWrong(error, program, args) };
  }
  return asked[0] ?? { outcome: { status: 0, stdout: help, stderr: '' } };
}
