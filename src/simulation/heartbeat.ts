import { clusterBlocks } from '../language/schema/cluster';
import { atVersion, isAtLeast } from '../language/schema/version';
import type { Cluster } from '../model/cluster';
import type { ClusterNode } from '../model/elements';
import { sharesSubnet } from './networks';
import { crossSite, firstWithSiteHeartbeats } from './timings';

/** How the silence of a node is noticed: `threshold` heartbeats, `delay` ms apart, are missed (semantics 4.1). */
export interface Heartbeat {
  readonly delay: number;
  readonly threshold: number;
}

/** Site a node stands in, by itself or with its rack; undefined where it stands in none. */
export function siteOf(cluster: Cluster, { values }: ClusterNode): string | undefined {
  return values.site?.key ?? cluster.racks.get(values.rack?.key)?.values.site?.key;
}

function areInDifferentSites(cluster: Cluster, left: ClusterNode, right: ClusterNode): boolean {
  const [one, other] = [siteOf(cluster, left), siteOf(cluster, right)];
  return one !== undefined && other !== undefined && one !== other;
}

/**
 * The heartbeat settings between two nodes: from 2016 on those across sites where their sites differ; else those for one
 * subnet where they share a cluster network, else those across subnets (semantics 4.1, S18, S27).
 */
export function heartbeatBetween(cluster: Cluster, left: ClusterNode, right: ClusterNode): Heartbeat {
  if (isAtLeast(cluster.version, firstWithSiteHeartbeats) && areInDifferentSites(cluster, left, right))
    return crossSite;
  const values = cluster.settings?.values;
  const defaults = clusterBlocks.cluster.attributes;
  if (sharesSubnet(cluster, left, right)) {
    return {
      delay: values?.same_subnet_delay ?? defaults.same_subnet_delay.default,
      threshold: values?.same_subnet_threshold ?? atVersion(defaults.same_subnet_threshold.default, cluster.version),
    };
  }
  return {
    delay: values?.cross_subnet_delay ?? defaults.cross_subnet_delay.default,
    threshold: values?.cross_subnet_threshold ?? atVersion(defaults.cross_subnet_threshold.default, cluster.version),
  };
}

/** Time in ms until the silence is noticed. */
export function detectionTime({ delay, threshold }: Heartbeat): number {
  return delay * threshold;
}

/** The heartbeat that is missed first. */
export function earlier(left: Heartbeat | undefined, right: Heartbeat): Heartbeat {
  return left && detectionTime(left) <= detectionTime(right) ? left : right;
}
