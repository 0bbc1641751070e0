import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { figureOf } from '../measure';
import type { Figure } from '../measure';
import type { Designs } from './content';

/** A parser, what it reads, and the module that calls it: under others/parsers/, or our own bundle. */
interface Parser {
  readonly name: string;
  readonly language: keyof Designs;
  readonly module: string;
}

const rivals: readonly Parser[] = [
  { name: 'Chevrotain, embedded actions', language: 'hacluster', module: 'chevrotain.mjs' },
  { name: 'Lezer, tree', language: 'hacluster', module: 'lezer.mjs' },
  { name: 'Langium, parser only', language: 'hacluster', module: 'langium.mjs' },
  { name: 'yaml, parseDocument', language: 'yaml', module: 'yaml.mjs' },
  { name: 'js-yaml, load', language: 'yaml', module: 'js-yaml.mjs' },
  { name: 'jsonc-parser, parseTree', language: 'json', module: 'jsonc-parser.mjs' },
];

/** Rounds in which each parser has its turn, so that a busy minute of the machine hits all alike. */
const rounds = 3;

/** No answer after this many ms: the parser is left out. */
const patience = 300_000;

interface Times {
  readonly cold: number;
  readonly warm: readonly number[];
  /** Groups the parser found. */
  readonly machines: number;
}

function isTimes(value: unknown): value is Times {
  return typeof value === 'object' && value !== null && 'cold' in value && 'warm' in value && 'machines' in value;
}

/** Times a parser in a process of its own, in ms of processor time: what others run on the machine counts less. */
async function timesOf(script: string, parser: string, file: string): Promise<Times> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, parser, file], { timeout: patience });
  const answer: unknown = JSON.parse(stdout);
  if (!isTimes(answer)) throw new Error(`it answered ${stdout}`);
  return answer;
}

/**
 * Our own parser and those of others on equal content, each in fresh processes: the first reading (cold) and later ones
 * (warm), ms of processor time. A parser that fails or does not find every group is told to `leaveOut`.
 */
export async function measureParsers(
  folder: string,
  ownParser: string,
  files: Readonly<Record<keyof Designs, string>>,
  machines: number,
  leaveOut: (name: string, reason: string) => void,
): Promise<readonly Figure[]> {
  const own: Parser = { name: 'this project', language: 'hacluster', module: ownParser };
  const others = rivals.map((one) => ({ ...one, module: join(folder, 'parsers', one.module) }));
  const taken = new Map<Parser, Times[]>([own, ...others].map((parser) => [parser, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [parser, series] of taken) {
      try {
        const times = await timesOf(join(folder, 'parse.mjs'), parser.module, files[parser.language]);
        if (times.machines !== machines) throw new Error(`it found ${times.machines} groups of ${machines}`);
        series.push(times);
      } catch (error) {
        taken.delete(parser);
        leaveOut(parser.name, error instanceof Error ? error.message : String(error));
      }
    }
  }
  return [...taken].flatMap(([{ name, language }, series]) => [
    figureOf(
      `parse ${language}, ${name}, cold`,
      'ms',
      series.map(({ cold }) => cold),
    ),
    figureOf(
      `parse ${language}, ${name}, warm`,
      'ms',
      series.flatMap(({ warm }) => warm),
    ),
  ]);
}
