import type { Resource, ResourceKind } from '../model/elements';

const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;
const step = 1024;

interface Measured {
  readonly figure: string;
  readonly unit: string;
}

function measure(bytes: number): Measured {
  let value = bytes;
  let unit = 0;
  while (value >= step && unit < units.length - 1) {
    value /= step;
    unit += 1;
  }
  const figure = Number.isInteger(value) ? String(value) : value.toFixed(1).replace(/\.0$/, '');
  return { figure, unit: units[unit] ?? '' };
}

/** A size for reading: `4 GB`, `1.5 TB` (powers of 1024, as in PowerShell). `bytes` is not negative. */
export function size(bytes: number): string {
  const { figure, unit } = measure(bytes);
  return `${figure} ${unit}`;
}

/** How much of something is used: `4 of 30 GB`, `142 GB of 4 TB`. Both in bytes. */
export function sizeOf(used: number, whole: number): string {
  const part = measure(used);
  const all = measure(whole);
  const partUnit = part.unit === all.unit || used === 0 ? '' : ` ${part.unit}`;
  return `${part.figure}${partUnit} of ${all.figure} ${all.unit}`;
}

const durationUnits = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** A duration in ms for reading, in its largest whole unit: `6 h`, `90 s`, `500 ms`. */
export function duration(ms: number): string {
  const fitting = durationUnits.find(([, length]) => ms >= length && ms % length === 0);
  return fitting ? `${ms / fitting[1]} ${fitting[0]}` : `${ms} ms`;
}

/** What is known of a thing, in one line: the parts that are there, with a middle dot between them. */
export function line(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** Resource types as Failover Cluster Manager names them (semantics 3.2). */
const typeNames: Readonly<Record<ResourceKind, string>> = {
  physical_disk: 'Physical Disk',
  storage_class: 'Storage Class',
  virtual_machine: 'Virtual Machine',
  virtual_machine_configuration: 'VM Configuration',
  ip_address: 'IP Address',
  network_name: 'Network Name',
  file_server: 'File Server',
  file_share: 'File Share',
  generic_service: 'Generic Service',
  generic_application: 'Generic Application',
  generic_script: 'Generic Script',
  resource: 'Resource',
};

/** The type of a resource in the product's words. */
export function typeName(resource: Resource): string {
  return (resource.kind === 'resource' ? resource.values.type : undefined) ?? typeNames[resource.kind];
}
