import type { Cluster } from '../model/cluster';
import { isConfiguration, isDiskResource, isVirtualMachine } from '../model/elements';
import type { Group, Resource, VirtualMachine } from '../model/elements';
import { termsOf } from './dependencies';
import { filesOf } from './files';

/**
 * What a virtual machine could take along into a group of its own: itself, its configuration, and the disks that nothing else in
 * the group uses or waits for. Undefined where it shares something with the rest of the group.
 */
export function ownResources(cluster: Cluster, group: Group, machine: VirtualMachine): readonly Resource[] | undefined {
  const { configuration } = machine.values;
  const used = (resource: Resource): ReadonlySet<string> => keysUsedBy(cluster, group, resource);
  const parts = group.resources.filter((one) => one === machine || one.key === configuration?.key);
  const needed = new Set(parts.flatMap((one) => [...used(one)]));
  const own = group.resources.filter((one) => parts.includes(one) || (isDiskResource(one) && needed.has(one.disk.key)));
  const others = group.resources.filter((one) => !own.includes(one));
  const isOwn = (key: string): boolean => own.some((one) => one.key === key);
  const isShared = others.some((one) => [...used(one)].some(isOwn));
  const isBound = own.some((one) => [...used(one)].some((key) => others.some((other) => other.key === key)));
  return isShared || isBound || !parts.some(isConfiguration) ? undefined : own;
}

/** Keys of what a resource waits for, of the disks with its files, and of those handed to it. */
function keysUsedBy(cluster: Cluster, group: Group, resource: Resource): ReadonlySet<string> {
  const files = filesOf(cluster, group, resource).flatMap(({ resolution }) =>
    resolution.kind === 'volume' ? [resolution.disk.key] : [],
  );
  const handed = isVirtualMachine(resource) ? resource.passthroughDisks.map(({ disk }) => disk.key) : [];
  return new Set([...termsOf(resource.values.depends_on).map(({ key }) => key), ...files, ...handed]);
}
