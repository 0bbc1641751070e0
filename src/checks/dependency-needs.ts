import type { Resource, ResourceKind } from '../model/elements';

/** What a type of resource needs a provider of (semantics 3.2, S22). */
export type Provider = 'ip_address' | 'network_name' | 'disk';

/** Resource kinds that are a provider, and the types by which a `resource` block may be one, in lower case. */
const kinds: Readonly<
  Record<Provider, { readonly kinds: readonly ResourceKind[]; readonly types: readonly string[] }>
> = {
  ip_address: { kinds: ['ip_address'], types: ['ip address', 'ipv6 address', 'ipv6 tunnel address'] },
  network_name: { kinds: ['network_name'], types: ['network name'] },
  disk: { kinds: ['physical_disk', 'storage_class'], types: ['physical disk'] },
};

/** How a provider is called in a message. */
export const providerNames: Readonly<Record<Provider, string>> = {
  ip_address: 'an IP Address',
  network_name: 'a Network Name',
  disk: 'a Physical Disk',
};

const needsOfKinds: Readonly<Partial<Record<ResourceKind, readonly Provider[]>>> = { network_name: ['ip_address'] };

/** By type in lower case (semantics 3.2, S22); every other type needs nothing. */
const needsOfTypes: ReadonlyMap<string, readonly Provider[]> = new Map([
  ['network name', ['ip_address']],
  ['print spooler', ['network_name', 'disk']],
  ['distributed transaction coordinator', ['network_name', 'disk']],
  ['msmq', ['ip_address', 'network_name', 'disk']],
  ['dhcp service', ['disk']],
  ['wins service', ['disk']],
]);

/** What a resource must depend on by its type. */
export function needsOf(resource: Resource): readonly Provider[] {
  if (resource.kind !== 'resource') return needsOfKinds[resource.kind] ?? [];
  return needsOfTypes.get(resource.values.type?.toLowerCase() ?? '') ?? [];
}

/** Whether a resource is such a provider. */
export function provides(resource: Resource, provider: Provider): boolean {
  const { kinds: own, types } = kinds[provider];
  if (resource.kind === 'resource') return types.includes(resource.values.type?.toLowerCase() ?? '');
  return own.includes(resource.kind);
}
