import type { Declaration } from '../../language/declaration';
import type { Finding } from '../../language/finding';
import { isBlockName } from '../../language/schema/schema';
import type { Block } from '../../language/tree';
import type {
  ClusterNode,
  ClusterSettings,
  Disk,
  Group,
  GuestCluster,
  Network,
  NlbCluster,
  Quorum,
  Rack,
  RuleSettings,
  Scenario,
  Site,
  Storage,
  VirtualMachine,
  Volume,
} from '../elements';
import { bindElement, blocksIn } from './element';
import type { Binding } from './element';
import { bindGroup, bindVirtualMachine } from './group';
import { createReporter } from './report';
import { checkStructure } from './structure';
import type { Defaults } from './read-values';
import type { Use } from './read-value';

/** What the top-level blocks declare, by kind. */
export interface DeclaredElements {
  readonly cluster: ClusterSettings & { readonly quorum: Quorum | undefined; readonly rules: RuleSettings | undefined };
  readonly network: Network;
  readonly node: Omit<ClusterNode, 'id'>;
  readonly site: Site;
  readonly rack: Rack;
  readonly storage: Storage;
  readonly disk: Disk;
  readonly group: Group;
  readonly virtual_machine: VirtualMachine;
  readonly guest_cluster: GuestCluster;
  readonly nlb_cluster: NlbCluster;
  readonly scenario: Scenario;
}

/** What one top-level block declares. */
export type Declared = {
  readonly [K in keyof DeclaredElements]: { readonly kind: K; readonly element: DeclaredElements[K] };
}[keyof DeclaredElements];

/** A declaration read against the schema: its elements, what it refers to, and what is wrong in it by itself. */
export interface BoundDeclaration {
  readonly declaration: Declaration;
  readonly declared: readonly Declared[];
  readonly uses: readonly Use[];
  readonly findings: readonly Finding[];
}

/** Reads a declaration against the schema. A pure function of the declaration and the defaults, so it is done once for both. */
export function bindDeclaration(declaration: Declaration, defaults: Defaults): BoundDeclaration {
  const reporter = createReporter(declaration);
  const uses: Use[] = [];
  const declared = declaration.blocks.flatMap((block) => {
    checkStructure(block, undefined, reporter);
    return bindBlock(block, { defaults, reporter, uses }) ?? [];
  });
  return { declaration, declared, uses, findings: [...syntaxFindings(declaration), ...reporter.findings] };
}

function syntaxFindings(declaration: Declaration): Finding[] {
  return declaration.problems.map(({ code, severity, message, span, fix }) => ({
    code,
    severity,
    message,
    place: { declaration, span },
    related: [],
    fixes: fix
      ? [
          {
            title: fix.title,
            preferred: true,
            edits: [{ place: { declaration, span: fix.span }, newText: fix.newText }],
          },
        ]
      : [],
  }));
}

function bindBlock(block: Block, binding: Binding): Declared | undefined {
  const kind = block.keyword.text;
  if (kind === 'defaults') {
    for (const inner of blocksIn(block)) checkDefaults(inner, binding);
    return undefined;
  }
  if (kind === 'cluster') return bindCluster(block, binding);
  if (!block.label) return undefined;
  switch (kind) {
    case 'network':
      return { kind, element: bindElement(kind, block, binding) };
    case 'node':
      return { kind, element: bindElement(kind, block, binding) };
    case 'site':
      return { kind, element: bindElement(kind, block, binding) };
    case 'rack':
      return { kind, element: bindElement(kind, block, binding) };
    case 'storage':
      return { kind, element: bindElement(kind, block, binding) };
    case 'disk':
      return { kind, element: bindDisk(block, binding) };
    case 'group':
      return { kind, element: bindGroup(block, undefined, binding) };
    case 'virtual_machine':
      return { kind, element: bindVirtualMachine(block, '', binding) };
    case 'guest_cluster':
      return { kind, element: bindGuestCluster(block, binding) };
    case 'nlb_cluster':
      return { kind, element: bindElement(kind, block, binding) };
    case 'scenario': {
      const statements = block.items.filter((item) => item.kind === 'at' || item.kind === 'expect');
      return { kind, element: { ...bindElement(kind, block, binding), statements } };
    }
    default:
      return undefined;
  }
}

/** Values in a `defaults` block are read for their findings; what they mean is read again for each block they hold for. */
function checkDefaults(block: Block, binding: Binding): void {
  const kind = block.keyword.text;
  if (isBlockName(kind)) bindElement(kind, block, { ...binding, partial: true });
}

function bindCluster(block: Block, binding: Binding): Declared {
  const settings = bindElement('cluster', block, binding);
  const inner = blocksIn(block);
  const quorum = inner.find((one) => one.keyword.text === 'quorum');
  const rules = inner.find((one) => one.keyword.text === 'rules');
  return {
    kind: 'cluster',
    element: {
      ...settings,
      quorum: quorum && bindElement('quorum', quorum, binding),
      rules: rules && bindElement('rules', rules, binding),
    },
  };
}

function bindDisk(block: Block, binding: Binding): Disk {
  const disk = bindElement('disk', block, binding);
  const volumes: Volume[] = blocksIn(block)
    .filter((inner) => inner.keyword.text === 'volume')
    .map((inner) => {
      const volume = bindElement('volume', inner, binding);
      const place = inner.label && { declaration: volume.declaration, span: inner.label.span };
      const path = place && { text: volume.name.replace(/\\+$/, ''), place };
      return { ...volume, path, disk: disk.key };
    });
  return { ...disk, volumes };
}

function bindGuestCluster(block: Block, binding: Binding): GuestCluster {
  const guest = bindElement('guest_cluster', block, binding);
  const inner = blocksIn(block);
  const quorum = inner.find((one) => one.keyword.text === 'quorum');
  const uses: Use[] = [];
  const groups = inner
    .filter((one) => one.keyword.text === 'group' && one.label)
    .map((one) => bindGroup(one, guest.key, { ...binding, uses }));
  // The nodes of a guest cluster are its members (language.md, Settled readings, Names).
  for (const use of uses) binding.uses.push(use.to === 'node' ? { ...use, to: 'virtual_machine' } : use);
  return { ...guest, quorum: quorum && bindElement('quorum', quorum, binding), groups };
}
