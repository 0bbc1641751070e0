import type { Collection } from '../../model/cluster';
import type { ClusterNode } from '../../model/elements';
import type { Notes } from './cells';
import { spelling, spellingsOf, whole } from './watched-names';

/** Nodes a piece of work may look into one by one; one that looks into more is noted as a reader of all. */
const mostApart = 12;

/** The nodes of one version of a design, for readers that leave a note. */
export type NodeWatch = (nodes: Collection<ClusterNode>) => Collection<ClusterNode>;

/**
 * Watches the nodes of a design through its versions. Thousands of groups ask which nodes there are, and few what they have: so
 * what a node is called is read without a note, and only who looks into a node is noted as its reader. A stand-in is the same
 * for as long as its node is.
 */
export function createNodeWatch(cells: Notes): NodeWatch {
  const read = cells.readerOf('nodes');
  const readSpelling = cells.readerOf(spellingsOf('nodes'));
  const standIns = new WeakMap<ClusterNode, ClusterNode>();
  let turn = -1;
  let looks = 0;
  let last = '';

  const look = (key: string): void => {
    if (turn !== cells.turn()) looks = 0;
    else if (last === key) return;
    turn = cells.turn();
    last = key;
    looks += 1;
    read(looks > mostApart ? whole : key);
  };
  const standInOf = (node: ClusterNode): ClusterNode => {
    const known = standIns.get(node);
    if (known) return known;
    const { kind, name, key, id } = node;
    const made: ClusterNode = {
      kind,
      name,
      key,
      id,
      get values() {
        look(key);
        return node.values;
      },
      get block() {
        look(key);
        return node.block;
      },
      get declaration() {
        look(key);
        return node.declaration;
      },
    };
    standIns.set(node, made);
    return made;
  };
  return (nodes) => {
    let all: readonly ClusterNode[] | undefined;
    return {
      get all() {
        read(spelling);
        return (all ??= nodes.all.map(standInOf));
      },
      get names() {
        read(spelling);
        return nodes.names;
      },
      get: (key) => {
        if (key !== undefined) readSpelling(key);
        const node = nodes.get(key);
        return node && standInOf(node);
      },
      spelling: (key) => {
        readSpelling(key);
        return nodes.spelling(key);
      },
    };
  };
}
