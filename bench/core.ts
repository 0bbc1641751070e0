import { checkDesign } from '../src/checks/check';
import { createChecker } from '../src/checks/incremental/checker';
import { createDocument } from '../src/language/document';
import type { Document } from '../src/language/document';
import { createDesignReader } from '../src/model/design';
import { generateDesign } from './generate';
import { time } from './measure';
import type { Figure } from './measure';

/** Where keystrokes are measured: a digit is typed and taken back behind what these find. */
const places = [
  { name: 'inside a virtual machine', behind: /^ +memory +=.*/gm },
  { name: 'in a disk', behind: /^disk .*size = \d+/gm },
  { name: 'in a node', behind: /^node .*memory = \d+/gm },
  { name: 'in a comment', behind: /^# [a-z ]+/gm },
] as const;

/** Virtual machines of the small design that the growth of a keystroke counts from. */
const smallMachines = 100;

/** Keystrokes measured at each kind of place, spread over the whole file. */
const keystrokes = 60;

/** Parsing, binding and all rules, from scratch and after a keystroke. */
export async function measureCore(nodes: number, machines: number): Promise<readonly Figure[]> {
  const text = generateDesign(nodes, machines);
  const document = createDocument('bench.hacluster', text);
  const design = createDesignReader().read([document]);
  return [
    await time('read a text (parse)', 5, () => createDocument('bench.hacluster', text), 1),
    await time('bind and put together', 5, () => createDesignReader().read([document]), 1),
    await time('all rules, from scratch', 3, () => checkDesign(design), 1),
    ...(await measureKeystrokes('', nodes, machines)),
    ...(await measureKeystrokes(`, ${smallMachines} machines`, nodes, smallMachines)),
  ];
}

/** Types and takes back, one keystroke a call; every other call types. */
export function typist(text: string, behind: RegExp): (run: number, document: Document) => Document {
  const found = [...text.matchAll(behind)].map((match) => match.index + match[0].length);
  return (run, document) => {
    const pair = Math.floor(run / 2);
    const offset = found[Math.floor((found.length * ((pair % keystrokes) + 0.5)) / keystrokes)] ?? 0;
    const isTyping = run % 2 === 0;
    const start = document.positionAt(offset);
    const end = document.positionAt(offset + (isTyping ? 0 : 1));
    return document.change({ start, end }, isTyping ? '0' : '');
  };
}

async function measureKeystrokes(size: string, nodes: number, machines: number): Promise<readonly Figure[]> {
  const text = generateDesign(nodes, machines);
  const reader = createDesignReader();
  const checker = createChecker();
  let document = createDocument('bench.hacluster', text);
  checker.check(reader.read([document]));
  const figures: Figure[] = [];
  for (const { name, behind } of places) {
    const type = typist(text, behind);
    const warmups = 4;
    figures.push(
      await time(
        `keystroke ${name}, to findings${size}`,
        2 * keystrokes,
        (run) => {
          document = type(run + warmups, document);
          checker.check(reader.read([document]));
        },
        warmups,
      ),
    );
  }
  return figures;
}
