import type { Version } from './version';

/**
 * What may stand after `at TIME` in a scenario (language.md, Scenario statements). A pattern is a row of words: lower case is
 * written as it stands, upper case is a name (or, ending in S, a list of names in brackets), `a|b` is a choice, `?` before a
 * word or choice makes it optional, and `?to:NODE` is an optional word with a name behind it.
 */
export interface ActionForm {
  /** Stable name of the form. */
  readonly id: string;
  readonly pattern: string;
  readonly doc: string;
  /** First release that has it. */
  readonly since?: Version;
  /** First release that has an optional word of the pattern. */
  readonly optionsSince?: Readonly<Record<string, Version>>;
}

export const actionForms: readonly ActionForm[] = [
  { id: 'fail node', pattern: 'fail node NODE', doc: 'The node loses power.' },
  { id: 'repair node', pattern: 'repair node NODE', doc: 'The node is back in service.' },
  { id: 'stop node', pattern: 'stop node NODE', doc: 'Clean stop of the cluster service; votes are handed over.' },
  { id: 'start node', pattern: 'start node NODE', doc: 'The cluster service starts again; ends a quarantine.' },
  { id: 'pause node', pattern: 'pause node NODE', doc: 'The node takes no further groups.' },
  { id: 'resume node', pattern: 'resume node NODE', doc: 'The node takes groups again.' },
  { id: 'drain node', pattern: 'drain node NODE', doc: 'The node is paused and its groups move away.', since: '2012' },
  { id: 'isolate node', pattern: 'isolate node NODE', doc: 'The node loses every cluster network.' },
  { id: 'rejoin node', pattern: 'rejoin node NODE', doc: 'The node has its cluster networks again.' },
  { id: 'fail disk', pattern: 'fail disk DISK', doc: 'The disk fails.' },
  { id: 'repair disk', pattern: 'repair disk DISK', doc: 'The disk is repaired.' },
  { id: 'fail storage', pattern: 'fail storage STORAGE', doc: 'The storage fails with all its disks.' },
  { id: 'repair storage', pattern: 'repair storage STORAGE', doc: 'The storage is repaired.' },
  { id: 'fail network', pattern: 'fail network NETWORK', doc: 'The network fails.' },
  { id: 'repair network', pattern: 'repair network NETWORK', doc: 'The network is repaired.' },
  { id: 'fail witness', pattern: 'fail witness', doc: 'The witness is lost.' },
  { id: 'repair witness', pattern: 'repair witness', doc: 'The witness is back.' },
  { id: 'fail site', pattern: 'fail site SITE', doc: 'Everything in the site fails at once.' },
  { id: 'repair site', pattern: 'repair site SITE', doc: 'The site is repaired.' },
  { id: 'fail rack', pattern: 'fail rack RACK', doc: 'Every node in the rack fails at once.' },
  { id: 'repair rack', pattern: 'repair rack RACK', doc: 'The rack is repaired.' },
  {
    id: 'disconnect storage',
    pattern: 'disconnect node NODE from storage STORAGE',
    doc: 'The node loses its path to the storage.',
  },
  { id: 'connect storage', pattern: 'connect node NODE to storage STORAGE', doc: 'The node has its path again.' },
  {
    id: 'disconnect network',
    pattern: 'disconnect node NODE from network NETWORK',
    doc: 'The node loses its connection to the network.',
  },
  { id: 'connect network', pattern: 'connect node NODE to network NETWORK', doc: 'The node is connected again.' },
  {
    id: 'partition',
    pattern: 'partition NODES from NODES',
    doc: 'The two sets of nodes can no longer reach each other.',
  },
  { id: 'heal partition', pattern: 'heal partition', doc: 'All nodes reach each other again.' },
  {
    id: 'fail resource',
    pattern: 'fail resource RESOURCE ?permanently',
    doc: 'The health check of the resource fails, once or until it is repaired.',
  },
  { id: 'repair resource', pattern: 'repair resource RESOURCE', doc: 'The resource is healthy again.' },
  {
    id: 'crash virtual_machine',
    pattern: 'crash virtual_machine VIRTUAL_MACHINE',
    doc: 'The virtual machine crashes.',
  },
  {
    id: 'stop virtual_machine',
    pattern: 'stop virtual_machine VIRTUAL_MACHINE',
    doc: 'It is stopped outside the cluster.',
  },
  { id: 'start virtual_machine', pattern: 'start virtual_machine VIRTUAL_MACHINE', doc: 'It is started.' },
  { id: 'save virtual_machine', pattern: 'save virtual_machine VIRTUAL_MACHINE', doc: 'Its state is saved.' },
  { id: 'fail workload', pattern: 'fail workload WORKLOAD', doc: 'The application inside the guest fails.' },
  { id: 'repair workload', pattern: 'repair workload WORKLOAD', doc: 'The application works again.' },
  {
    id: 'move group',
    pattern: 'move group GROUP ?to:NODE ?live|quick',
    doc: 'An administrator moves the group, to a node or to the best possible one.',
    optionsSince: { live: '2008R2' },
  },
  {
    id: 'force quorum',
    pattern: 'force quorum on node NODE',
    doc: 'The cluster service starts on the node without quorum.',
  },
  {
    id: 'drain nlb_host',
    pattern: 'drain nlb_host VIRTUAL_MACHINE',
    doc: 'The host of a load-balancing farm finishes its connections and stops.',
  },
  { id: 'online group', pattern: 'online group GROUP', doc: 'An administrator brings the group online.' },
  { id: 'offline group', pattern: 'offline group GROUP', doc: 'An administrator takes the group offline.' },
  { id: 'online resource', pattern: 'online resource RESOURCE', doc: 'An administrator brings the resource online.' },
  { id: 'offline resource', pattern: 'offline resource RESOURCE', doc: 'An administrator takes the resource offline.' },
];

/** Kinds that may stand before the name of a subject (`group VM2`), with the namespace they stand for. */
export const subjectKinds = [
  'resource',
  'group',
  'disk',
  'node',
  'workload',
  'virtual_machine',
  'nlb_cluster',
  'guest_cluster',
] as const;

/** States an expectation may name, by what they are states of (cli.md, Shapes). */
export const expectedStates: readonly string[] = [
  'online',
  'offline',
  'failed',
  'pending',
  'partial_online',
  'online_pending',
  'offline_pending',
  'up',
  'down',
  'paused',
  'joining',
  'isolated',
  'quarantined',
  'serving',
];
