import { headOf, machineGroup, nodeName } from './support';

export interface GuestPlan {
  readonly version?: string;
  /** Number of the host of each member; members are called A, B, D … */
  readonly hosts: readonly number[];
  readonly nodes?: number;
  readonly machine?: string;
  readonly memory?: string;
  /** Attributes of the guest cluster besides its members. */
  readonly guest?: string;
  readonly quorum?: string;
  readonly group?: string;
  readonly service?: string;
}

/** Names of the members; each is also the letter of its volume. */
export const memberNames = ['A', 'B', 'D', 'E', 'F', 'G', 'H'] as const;

/** The host cluster and one virtual machine a member, each in a group of its own. */
export function hostsOf({ version = '2012', hosts, nodes = 3, machine = '', memory = '1GB' }: GuestPlan): string {
  const members = hosts.map((host, index) =>
    machineGroup({ name: memberNames[index] ?? 'A', group: `owner = ${nodeName(host)}`, machine, memory }),
  );
  const quorum = 'model = node_and_disk_majority  witness = Witness';
  return [headOf({ version, nodes, quorum }), ...members].join('\n');
}

/** Those machines as the guest cluster FC, with the group App of one service, Svc. */
export function guestDesign(plan: GuestPlan): string {
  const members = memberNames.slice(0, plan.hosts.length).join(', ');
  const { guest = '', quorum = 'model = node_majority', group = 'owner = A', service = '' } = plan;
  return [
    hostsOf(plan),
    `guest_cluster "FC" { members = [${members}]  ${guest}`,
    `  quorum { ${quorum} }`,
    `  group "App" { ${group}\n    generic_service "Svc" { online_time = 2s  offline_time = 1s  ${service} }\n  }`,
    '}',
  ].join('\n');
}

/** Those machines as the load-balancing farm WEB. */
export function farmDesign(plan: GuestPlan & { readonly minimum: number }): string {
  const members = memberNames.slice(0, plan.hosts.length).join(', ');
  return [hostsOf(plan), `nlb_cluster "WEB" { members = [${members}]  minimum = ${String(plan.minimum)} }`].join('\n');
}
