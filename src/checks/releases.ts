import type { Fix } from '../language/finding';
import { isVersion } from '../language/schema/version';
import type { Version } from '../language/schema/version';
import { writeString } from '../language/tokens';
import type { Block } from '../language/tree';
import type { Cluster } from '../model/cluster';
import type { ClusterSettings, GuestCluster } from '../model/elements';
import { attributeIn } from './edits/statement';
import { valueOf } from './written';

/** A cluster with a release: the host cluster or a guest cluster. */
type Released = ClusterSettings | GuestCluster;

/** What a release is called: `Windows Server 2008 R2`. */
export function releaseName(version: Version): string {
  return `Windows Server ${version.replace('R2', ' R2')}`;
}

/** The release of a guest cluster: its own, else that of the host cluster (language.md, Settled readings, Names). */
export function guestRelease(cluster: Cluster, guest: Block): Version {
  const value = attributeIn(guest, 'version')?.value;
  return value?.kind === 'string' && isVersion(value.text) ? value.text : cluster.version;
}

/** Raises the release that is written in a cluster; none where it is not written there. The user decides: it is another product. */
export function raiseRelease(element: Released | undefined, to: Version): readonly Fix[] {
  if (!element || !attributeIn(element.block, 'version')?.value) return [];
  const edits = [{ place: valueOf(element, 'version'), newText: writeString(to) }];
  return [{ title: `Raise the version to ${releaseName(to)}`, preferred: false, edits }];
}
