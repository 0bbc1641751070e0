/** An operating system inside a virtual machine, as far as its name says it. */
export interface GuestSystem {
  readonly kind: 'server' | 'client' | 'other';
  /** The year of the Windows Server release it belongs to; 0 for what came before Windows 2000, and for other systems. */
  readonly generation: number;
}

interface Known {
  readonly name: RegExp;
  readonly kind: GuestSystem['kind'];
  /** Undefined where the name holds the year. */
  readonly generation?: number;
}

/** Names by which systems are known, the first that fits counts. Clients stand beside the server release of their time. */
const known: readonly Known[] = [
  { name: /linux|ubuntu|debian|centos|red ?hat|rhel|suse|sles|freebsd/, kind: 'other', generation: 0 },
  { name: /windows nt|\bnt ?4/, kind: 'server', generation: 0 },
  { name: /windows (?:3\.1|95|98|me)\b/, kind: 'client', generation: 0 },
  { name: /windows 2000 professional/, kind: 'client', generation: 2000 },
  { name: /windows (?:server )?(2000|2003|2008|2012|2016|2019|2022|2025)/, kind: 'server' },
  { name: /windows xp/, kind: 'client', generation: 2003 },
  { name: /windows (?:vista|7)\b/, kind: 'client', generation: 2008 },
  { name: /windows (?:8|8\.1)\b/, kind: 'client', generation: 2012 },
  { name: /windows (?:10|11)\b/, kind: 'client', generation: 2016 },
];

/** The system that a name as people write it means (`Windows Server 2008 R2`); undefined for one that is not known. */
export function systemOf(text: string): GuestSystem | undefined {
  const lower = text.toLowerCase().replaceAll(/[®™]|\s+/g, ' ');
  for (const { name, kind, generation } of known) {
    const found = name.exec(lower);
    if (found) return { kind, generation: generation ?? Number(found[1]) };
  }
  return undefined;
}
