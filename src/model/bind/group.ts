import { resourceKeywords } from '../../language/schema/group';
import type { Block, Word } from '../../language/tree';
import type { Group, PassthroughDisk, Resource, ResourceKind, Vhd, VirtualMachine } from '../elements';
import type { Ref } from '../values';
import { bindElement, blocksIn } from './element';
import type { Binding } from './element';

function isResourceKind(keyword: string): keyword is ResourceKind {
  return (resourceKeywords as readonly string[]).includes(keyword);
}

/** A group with its resources; `guestCluster` is the key of the guest cluster it belongs to, if any. */
export function bindGroup(block: Block, guestCluster: string | undefined, binding: Binding): Group {
  const group = bindElement('group', block, binding);
  const resources = blocksIn(block).flatMap((inner) => bindResource(inner, group.key, binding) ?? []);
  return { ...group, resources, guestCluster };
}

function bindResource(block: Block, group: string, binding: Binding): Resource | undefined {
  const kind = block.keyword.text;
  if (!isResourceKind(kind) || !block.label) return undefined;
  switch (kind) {
    case 'physical_disk':
      return { ...bindElement(kind, block, binding), group, disk: diskRef(block.label, kind, binding) };
    case 'storage_class':
      return { ...bindElement(kind, block, binding), group, disk: diskRef(block.label, kind, binding) };
    case 'virtual_machine':
      return bindVirtualMachine(block, group, binding);
    default:
      // One of the kinds without parts of its own; TypeScript cannot follow the union through a generic call.
      return { ...bindElement(kind, block, binding), group } as Resource;
  }
}

/** The label of a disk resource or pass-through disk is a reference to a declared disk. */
function diskRef(label: Word, attribute: string, binding: Binding): Ref {
  const { declaration } = binding.reporter;
  const ref = { name: label.text, key: label.text.toLowerCase(), place: { declaration, span: label.span } };
  binding.uses.push({ to: 'disk', ref, attribute });
  return ref;
}

/** A virtual machine with its disks and workloads; `group` is empty outside any group. */
export function bindVirtualMachine(block: Block, group: string, binding: Binding): VirtualMachine {
  const inner = blocksIn(block);
  const of = (keyword: string): readonly Block[] => inner.filter((one) => one.keyword.text === keyword && one.label);
  const vhds: Vhd[] = of('vhd').map((one) => {
    const vhd = bindElement('vhd', one, binding);
    const span = one.label?.span ?? one.keyword.span;
    return { ...vhd, path: { text: vhd.name, place: { declaration: vhd.declaration, span } } };
  });
  const passthroughDisks: PassthroughDisk[] = of('passthrough_disk').flatMap((one) =>
    one.label
      ? [{ ...bindElement('passthrough_disk', one, binding), disk: diskRef(one.label, 'passthrough_disk', binding) }]
      : [],
  );
  const workloads = of('workload').map((one) => bindElement('workload', one, binding));
  return { ...bindElement('virtual_machine', block, binding), group, vhds, passthroughDisks, workloads };
}
