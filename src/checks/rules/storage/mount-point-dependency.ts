import type { Cluster } from '../../../model/cluster';
import { isDiskResource } from '../../../model/elements';
import type { Disk, DiskResource, Group, Resource } from '../../../model/elements';
import { waitsFor } from '../../dependencies';
import { homeOf } from '../../disks';
import { requireAll } from '../../edits/dependency';
import { groupsIn } from '../../elements';
import { mountHostOf } from '../../mounts';
import type { DeclarationRule, Found } from '../../rule';
import { headerOf, isBroken, isUnreadable } from '../../written';

/** A mounted disk that does not depend on its host disk: since 2008 the order is kept anyway, but nobody sees why. */
export const mountPointDependency: DeclarationRule = {
  code: 'storage/mount-point-dependency',
  severity: 'info',
  source: 'semantics 3.2, 7.1, S23',
  check: (declaration, { cluster }) =>
    isBroken(declaration.declaration)
      ? []
      : groupsIn(declaration).flatMap((group) =>
          group.resources.filter(isDiskResource).flatMap((resource) => independent(cluster, group, resource)),
        ),
};

function independent(cluster: Cluster, group: Group, resource: DiskResource): readonly Found[] {
  if (isUnreadable(resource, 'depends_on')) return [];
  return hostsOf(cluster, group, resource).flatMap(({ host, provider }) => {
    if (waitsFor(cluster, resource, provider.key)) return [];
    const edits = requireAll(resource, [provider.name]);
    const title = `Make ${resource.name} depend on ${provider.name}`;
    return {
      message: `${resource.name} is mounted in a folder of disk ${host.name} and does not depend on it. The cluster brings them online in the right order all the same; with the dependency the design says so.`,
      place: headerOf(resource),
      fixes: waitsFor(cluster, provider, resource.key) ? [] : [{ title, preferred: true, edits }],
    };
  });
}

interface MountHost {
  readonly host: Disk;
  readonly provider: Resource;
}

/** The disks of the same group that volumes of a disk are mounted on, each once. */
function hostsOf(cluster: Cluster, group: Group, { disk: ref }: DiskResource): readonly MountHost[] {
  const hosts = new Set<Disk>();
  for (const volume of cluster.disks.get(ref.key)?.volumes ?? []) {
    const host = mountHostOf(cluster, volume);
    if (host?.kind === 'disk') hosts.add(host.disk);
  }
  return [...hosts].flatMap((host) => {
    const home = homeOf(cluster, host);
    return home.kind === 'group' && home.group === group ? [{ host, provider: home.resource }] : [];
  });
}
