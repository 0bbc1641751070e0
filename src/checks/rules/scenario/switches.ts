import type { Cluster } from '../../../model/cluster';
import { shouldRun } from '../../../model/owners';

/**
 * Something that one action turns and another one turns back (language.md, Scenario statements). Actions are known by the ids of
 * their forms in the table of actions.
 */
export interface Switch {
  readonly turns: string;
  readonly back: string;
  /** What is so after it was turned, and before: `HostA has failed`, `HostA is in service`. */
  readonly turned: string;
  readonly normal: string;
  /** Whether it is turned when a run starts. */
  readonly fromStart?: (cluster: Cluster, key: string) => boolean;
  /** Other actions of the scenario that may turn it, or turn it back, as well: once one stands before, nothing is certain. */
  readonly alsoBy?: readonly string[];
  /** Whether the cluster itself may turn it back in the course of a run: only how it starts is certain. */
  readonly mayEnd?: true;
}

const faultDomains: readonly string[] = ['fail site', 'repair site', 'fail rack', 'repair rack'];

const broken = { turned: 'has failed already', normal: 'has not failed' } as const;

/** What a scenario turns and turns back. */
export const switches: readonly Switch[] = [
  {
    turns: 'fail node',
    back: 'repair node',
    turned: 'is without power already',
    normal: 'is in service',
    fromStart: ({ nodes }, key) => nodes.get(key)?.values.state === 'down',
    alsoBy: faultDomains,
  },
  {
    turns: 'pause node',
    back: 'resume node',
    turned: 'is paused already',
    normal: 'is not paused',
    fromStart: ({ nodes }, key) => nodes.get(key)?.values.state === 'paused',
    alsoBy: ['drain node', 'fail node', 'stop node', ...faultDomains],
  },
  { turns: 'isolate node', back: 'rejoin node', turned: 'is isolated already', normal: 'is not isolated' },
  { turns: 'fail disk', back: 'repair disk', ...broken },
  { turns: 'fail storage', back: 'repair storage', ...broken, alsoBy: faultDomains },
  { turns: 'fail network', back: 'repair network', ...broken },
  { turns: 'fail witness', back: 'repair witness', ...broken },
  { turns: 'fail site', back: 'repair site', ...broken },
  { turns: 'fail rack', back: 'repair rack', ...broken, alsoBy: ['fail site', 'repair site'] },
  {
    turns: 'disconnect storage',
    back: 'connect storage',
    turned: 'has lost this path already',
    normal: 'has not lost this path',
  },
  {
    turns: 'disconnect network',
    back: 'connect network',
    turned: 'has lost this connection already',
    normal: 'has not lost this connection',
  },
  { turns: 'fail workload', back: 'repair workload', ...broken, mayEnd: true },
  { turns: 'fail resource', back: 'repair resource', ...broken, mayEnd: true },
  {
    turns: 'offline group',
    back: 'online group',
    turned: 'is offline already',
    normal: 'is online',
    fromStart: ({ groups }, key) => {
      const group = groups.get(key);
      return group !== undefined && !shouldRun(group);
    },
    mayEnd: true,
  },
];
