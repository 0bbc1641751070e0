import { atVersion } from '../../../language/schema/version';
import type { ByVersion, Version } from '../../../language/schema/version';
import type { VirtualMachine } from '../../../model/elements';
import { machinesIn } from '../../elements';
import { systemOf } from '../../guest-systems';
import type { GuestSystem } from '../../guest-systems';
import { releaseName } from '../../releases';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { valueOf } from '../../written';

/** Oldest Windows Server that can be a node of a failover cluster of virtual machines (semantics 9.2, S59). */
const firstClustered = 2008;

/** Oldest Windows Server with Network Load Balancing (S20, Guest availability). */
const firstBalanced = 2000;

/** Oldest guests with integration services, by release of the host (Supported Windows guest operating systems for Hyper-V). */
const firstIntegrated: ByVersion<number> = { '2008': 2000, '2012': 2003, '2016': 2008 };

/** A guest whose operating system cannot do what the design has it do. */
export const osUnsupported: DeclarationRule = {
  code: 'guest/os-unsupported',
  severity: 'warning',
  source: 'semantics 1.5, 9.2, S20 (Guest availability), S59',
  check: (declaration, design) => machinesIn(declaration).flatMap((machine) => tooOld(design, machine)),
};

function tooOld({ cluster, facts }: Checked, machine: VirtualMachine): readonly Found[] {
  const { guest_os: text } = machine.values;
  const system = systemOf(text ?? '');
  if (text === undefined || !system) return [];
  const clusters = isServerFrom(system, firstClustered) ? [] : facts.guestClusterOf(machine.key);
  const farms = isServerFrom(system, firstBalanced) ? [] : facts.farmOf(machine.key);
  const reasons = [
    ...clusters.map(
      (name) => `cannot be a node of ${name}: guests join a failover cluster from Windows Server 2008 on`,
    ),
    ...farms.map((name) => `cannot be a host of ${name}: Network Load Balancing comes with Windows Server`),
    ...withoutServices(machine, system, cluster.version),
  ];
  return reasons.map((reason) => ({
    message: `${machine.name} with ${text} ${reason}.`,
    place: valueOf(machine, 'guest_os'),
  }));
}

function isServerFrom({ kind, generation }: GuestSystem, first: number): boolean {
  return kind === 'server' && generation >= first;
}

/** What needs the integration services of Hyper-V in the guest. Those of other systems come with these. */
function withoutServices({ values }: VirtualMachine, system: GuestSystem, version: Version): readonly string[] {
  if (system.kind === 'other' || system.generation >= atVersion(firstIntegrated, version)) return [];
  const needs = `: that takes integration services, which ${releaseName(version)} does not have for it`;
  return [
    ...(values.check_heartbeat ? [`sends no heartbeat that could be checked${needs}`] : []),
    ...(shutsDown.has(values.offline_action) ? [`cannot be shut down from outside when it is moved${needs}`] : []),
  ];
}

const shutsDown: ReadonlySet<string> = new Set(['shut_down', 'shut_down_forced']);
