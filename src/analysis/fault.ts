import type { ActionPhrase } from '../language/tree';
import type { Cluster } from '../model/cluster';
import { quorumSetup } from '../simulation';
import type { TimedAction } from '../simulation';
import type { FaultKind } from './fault-kinds';

/** Something that fails; `name` is the declared spelling. */
export interface Fault {
  readonly kind: FaultKind;
  readonly name: string;
  readonly key: string;
}

interface Named {
  readonly name: string;
  readonly key: string;
}

/** A witness that is a disk is a fault of kind disk; as kind witness it stands for itself where disks are not asked for. */
function witnessOf(cluster: Cluster, kinds: readonly FaultKind[]): readonly Named[] {
  const { witness, disk } = quorumSetup(cluster);
  if (witness === undefined || (disk !== undefined && kinds.includes('disk'))) return [];
  return [{ name: witness, key: witness.toLowerCase() }];
}

type Things = (cluster: Cluster, kinds: readonly FaultKind[]) => readonly Named[];

const things: Readonly<Record<FaultKind, Things>> = {
  node: ({ nodes }) => nodes.all,
  disk: ({ disks }) => disks.all,
  storage: ({ storages }) => storages.all,
  network: ({ networks }) => networks.all,
  witness: witnessOf,
  site: ({ sites }) => sites.all,
  rack: ({ racks }) => racks.all,
};

/** Everything of these kinds that may fail, in the order of the kinds and of the file; each once. */
export function faultsOf(cluster: Cluster, kinds: readonly FaultKind[]): readonly Fault[] {
  return [...new Set(kinds)].flatMap((kind) => {
    const byKey = new Map(things[kind](cluster, kinds).map(({ name, key }) => [key, { kind, name, key }]));
    return [...byKey.values()];
  });
}

const nowhere = { start: 0, end: 0 };

/** The words of an action that nobody wrote: `verb`, then what it is about. */
export function phraseOf(form: string, words: readonly (readonly [slot: string, name: string])[]): ActionPhrase {
  return {
    form,
    verb: form.split(' ')[0] ?? form,
    options: [],
    arguments: words.map(([slot, text]) => ({ slot, words: [{ text, span: nowhere, quoted: true }] })),
    span: nowhere,
  };
}

/** The fault as an action of a run, at a time in ms. */
export function faultAction({ kind, name }: Fault, time_ms: number): TimedAction {
  const form = `fail ${kind}`;
  const phrase = phraseOf(form, kind === 'witness' ? [] : [[kind.toUpperCase(), name]]);
  return { time_ms, phrase, text: kind === 'witness' ? form : `${form} ${name}`, place: undefined };
}
