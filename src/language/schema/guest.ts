import { clusterBlocks } from './cluster';
import type { BlockSchema } from './types';

const heartbeat = clusterBlocks.cluster.attributes;

/** Clusters and farms whose members are virtual machines. */
export const guestBlocks = {
  guest_cluster: {
    label: 'name',
    top: true,
    doc: 'A failover cluster whose nodes are virtual machines.',
    source: 'semantics 9.2, S20, S59',
    blocks: ['quorum', 'group'],
    attributes: {
      members: {
        type: 'references',
        to: 'virtual_machine',
        required: true,
        doc: 'Virtual machines that are its nodes.',
        source: 'language.md, Settled readings, Required',
      },
      version: {
        type: 'keyword',
        words: heartbeat.version.words,
        defaultText: 'version of the host cluster',
        doc: 'Windows Server release of the guests.',
        source: 'language.md, Settled readings, Names',
      },
      storage: {
        type: 'references',
        to: 'storage',
        doc: 'Shared storage the guests use.',
        source: 'semantics 9.2, S59',
      },
      same_subnet_delay: { ...heartbeat.same_subnet_delay },
      same_subnet_threshold: { ...heartbeat.same_subnet_threshold },
      cross_subnet_delay: { ...heartbeat.cross_subnet_delay },
      cross_subnet_threshold: { ...heartbeat.cross_subnet_threshold },
      dynamic_quorum: { ...heartbeat.dynamic_quorum },
    },
  },
  nlb_cluster: {
    label: 'name',
    top: true,
    doc: 'A Network Load Balancing farm whose hosts are virtual machines.',
    source: 'semantics 9.3, S20, S51',
    attributes: {
      members: {
        type: 'references',
        to: 'virtual_machine',
        required: true,
        doc: 'Virtual machines that are its hosts.',
        source: 'language.md, Settled readings, Required',
      },
      minimum: {
        type: 'integer',
        min: 1,
        max: 32,
        default: 1,
        doc: 'Hosts that must serve for the farm to serve.',
        source: 'language.md, Settled readings',
      },
    },
  },
} as const satisfies Readonly<Record<string, BlockSchema>>;
