import type { Cluster, Collection } from '../../model/cluster';
import type { Design } from '../../model/design';
import type { Resolution } from '../../model/paths';
import type { Facts } from '../facts/facts';
import type { Checked } from '../rule';
import type { Notes } from './cells';
import { once, spelling, spellingsOf, whole } from './watched-names';
import type { NodeWatch } from './watched-nodes';

/** The design itself, for a reader that leaves a note of everything it looks at. */
export function watchedDesign(design: Design, facts: Facts, cells: Notes, nodes: NodeWatch): Checked {
  const cluster = watchedCluster(design.cluster, cells, nodes);
  return {
    cluster,
    facts,
    get documents() {
      cells.read(once, 'documents');
      return design.documents;
    },
    get bound() {
      cells.read(once, 'documents');
      return design.bound;
    },
  };
}

/** The collections of a cluster, by name: each is a table of cells. */
export const collectionNames = [
  'networks',
  'nodes',
  'sites',
  'racks',
  'storages',
  'disks',
  'groups',
  'resources',
  'diskResources',
  'virtualMachines',
  'workloads',
  'guestClusters',
  'nlbClusters',
  'scenarios',
] as const satisfies readonly (keyof Cluster)[];

function watchedCluster(cluster: Cluster, cells: Notes, nodes: NodeWatch): Cluster {
  const watched = <T>(table: string, collection: Collection<T>): Collection<T> => {
    const read = cells.readerOf(table);
    const readSpelling = cells.readerOf(spellingsOf(table));
    return {
      get all() {
        read(whole);
        return collection.all;
      },
      get names() {
        read(spelling);
        return collection.names;
      },
      get: (key) => {
        if (key !== undefined) read(key);
        return collection.get(key);
      },
      spelling: (key) => {
        readSpelling(key);
        return collection.spelling(key);
      },
    };
  };
  const settings = <K extends keyof Cluster>(name: K): Cluster[K] => {
    cells.read(once, 'settings');
    return cluster[name];
  };
  const { byPath, allByPath, byGuid, drives } = cluster.paths;
  const found = foundInTurn(cells);
  const lookUp = <T>(table: string, from: { get(key: string): T | undefined }): { get(key: string): T | undefined } => {
    const read = cells.readerOf(table);
    return {
      get: (key) => {
        read(key);
        return from.get(key);
      },
    };
  };
  return {
    get name() {
      return settings('name');
    },
    get settings() {
      return settings('settings');
    },
    get version() {
      cells.read(once, 'version');
      return cluster.version;
    },
    get profile() {
      cells.read(once, 'version');
      return cluster.profile;
    },
    get quorum() {
      return settings('quorum');
    },
    get rules() {
      return settings('rules');
    },
    get tolerates() {
      cells.read('nodes', spelling);
      return settings('tolerates');
    },
    get volumes() {
      cells.read('volumes', whole);
      return cluster.volumes;
    },
    get declarations() {
      cells.read(once, 'documents');
      return cluster.declarations;
    },
    networks: watched('networks', cluster.networks),
    nodes: nodes(cluster.nodes),
    sites: watched('sites', cluster.sites),
    racks: watched('racks', cluster.racks),
    storages: watched('storages', cluster.storages),
    disks: watched('disks', cluster.disks),
    groups: watched('groups', cluster.groups),
    resources: watched('resources', cluster.resources),
    diskResources: watched('diskResources', cluster.diskResources),
    virtualMachines: watched('virtualMachines', cluster.virtualMachines),
    workloads: watched('workloads', cluster.workloads),
    guestClusters: watched('guestClusters', cluster.guestClusters),
    nlbClusters: watched('nlbClusters', cluster.nlbClusters),
    scenarios: watched('scenarios', cluster.scenarios),
    paths: {
      get found() {
        return found();
      },
      get volumes() {
        cells.read('volumes', whole);
        return cluster.paths.volumes;
      },
      byPath: lookUp('byPath', byPath),
      allByPath: lookUp('byPath', allByPath),
      byGuid: lookUp('byGuid', byGuid),
      drives: lookUp('drives', drives),
    },
  };
}

/** What paths lead to, remembered for one piece of work: the next one has to read it for itself, and begins with an empty map. */
function foundInTurn(cells: Notes): () => Map<string, Resolution> {
  let found = new Map<string, Resolution>();
  let turn = cells.turn();
  return () => {
    if (turn !== cells.turn()) found = new Map<string, Resolution>();
    turn = cells.turn();
    return found;
  };
}
