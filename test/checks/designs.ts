import fc from 'fast-check';

/** A small right design: groups with a disk and a virtual machine each. */
export interface Plan {
  readonly groups: readonly GroupPlan[];
  readonly style: Style;
}

interface GroupPlan {
  readonly machine: string;
  readonly hasGuid: boolean;
  readonly orTerm: boolean;
  readonly dataDisk: boolean;
}

interface Style {
  readonly oneLine: boolean;
  readonly comments: boolean;
  readonly aligned: boolean;
  readonly lineBreak: '\n' | '\r\n';
}

/** What is broken in the group of this index, and the code that must find it. */
export interface Break {
  readonly kind: keyof typeof codes;
  readonly group: number;
}

/** Ways to break a right design, each in one place. */
export const codes = {
  'disk dropped from the machine': 'vm/storage-dependency-missing',
  'configuration dropped from the machine': 'vm/configuration-dependency-missing',
  'depends_on of the machine dropped': 'vm/storage-dependency-missing',
  'disk dropped from the configuration': 'configuration/storage-dependency-missing',
  'configuration left out': 'vm/configuration-missing',
  'configuration not named': 'vm/configuration-missing',
  'owner misspelt': 'language/unresolved-reference',
  'storage misspelt': 'language/unresolved-reference',
  'owner in another case': 'language/name-case',
  'term misspelt': 'dependency/unknown',
  'disk resource left out': 'dependency/unknown',
  'data on the disk of another group': 'storage/shared-disk-groups',
  'GUID of one node': 'storage/guid-mismatch',
  'disk handed over that is in no group': 'storage/passthrough-not-clustered',
  'mounted disk in no group': 'storage/mount-point-group',
  'feature left out': 'node/feature-missing',
  'disk named twice': 'dependency/redundant',
  'and beside or': 'dependency/ambiguous',
  'a farm of machines that may meet': 'guest/members-together',
} as const;

const names = ['MAIL', 'Print Server', 'ERP-01', 'Web (1)'] as const;

export const plans: fc.Arbitrary<Plan> = fc.record({
  groups: fc
    .array(fc.record({ hasGuid: fc.boolean(), orTerm: fc.boolean(), dataDisk: fc.boolean() }), {
      minLength: 2,
      maxLength: names.length,
    })
    .map((groups) => groups.map((group, index) => ({ ...group, machine: names[index] ?? '' }))),
  style: fc.record({
    oneLine: fc.boolean(),
    comments: fc.boolean(),
    aligned: fc.boolean(),
    lineBreak: fc.constantFrom('\n' as const, '\r\n' as const),
  }),
});

/** Every way to break a design. */
export const kinds = Object.keys(codes) as readonly (keyof typeof codes)[];

/** One of the groups every plan has. */
export const groupIndex: fc.Arbitrary<number> = fc.nat({ max: 1 });

/** The text of a plan, broken as said. */
export function render({ groups, style }: Plan, broken: Break | undefined): string {
  const is = (kind: Break['kind'], index = 0): boolean => broken?.kind === kind && broken.group === index;
  const any = (kind: Break['kind']): boolean => broken?.kind === kind;
  const note = (text: string): string => (style.comments && !style.oneLine ? ` # ${text}` : '');
  const features = any('feature left out') ? '[hyper_v]' : '[hyper_v, failover_clustering]';
  const lines = [
    '# a design',
    'cluster C { version = "2008"  tolerates = 0 }',
    `node HV-01 { memory = 64GB  features = ${features} }`,
    'node HV-02 { memory = 64GB }',
    'storage SAN { }',
    ...groups.flatMap((group, index) => [
      `disk LUN${String(index)} { storage = ${is('storage misspelt', index) ? 'SAM' : 'SAN'}  ${volumeOf(group, index)}  volume "${drive(index)}\\More" }`,
      `disk Data${String(index)} { storage = SAN  volume "${'MNOP'.charAt(index)}:" }`,
      `disk Raw${String(index)} { storage = SAN${is('mounted disk in no group', index) ? `  volume "${drive(index)}\\Mounted"` : ''} }`,
    ]),
    ...groups.flatMap((group, index) => [
      ...(style.comments ? [`# group ${String(index)}`, `/* of ${group.machine} */`] : []),
      ...groupLines(group, index, groups.length, style, is, note),
      '',
    ]),
    ...(any('a farm of machines that may meet')
      ? [`nlb_cluster Farm { members = [${groups.map(({ machine }) => `"${machine}"`).join(', ')}] }`]
      : []),
    'scenario S {',
    ...groups.map(({ machine }) => `  at 1m move group "Group of ${machine}" to HV-02`),
    '}',
  ];
  return lines.join(style.lineBreak) + style.lineBreak;
}

function drive(index: number): string {
  return `${'FGHI'.charAt(index)}:`;
}

function volumeOf(group: GroupPlan, index: number): string {
  return `volume "${drive(index)}" { guid = "{c-${String(index)}}"  guid_on HV-01 = "{n-${String(index)}}" }${group.hasGuid ? ' ' : ''}`;
}

function groupLines(
  group: GroupPlan,
  index: number,
  count: number,
  style: Style,
  is: (kind: Break['kind'], index?: number) => boolean,
  note: (text: string) => string,
): readonly string[] {
  const disk = `LUN${String(index)}`;
  const data = `Data${String(index)}`;
  const configuration = `"${group.machine} Configuration"`;
  const machine = `"${group.machine}"`;
  const root = group.hasGuid
    ? `\\\\?\\Volume{${is('GUID of one node', index) ? 'n' : 'c'}-${String(index)}}`
    : drive(index);
  const wrongRoot = is('GUID of one node', index) ? `\\\\?\\Volume{n-${String(index)}}` : root;
  const other = (index + 1) % count;
  const noConfiguration = is('configuration left out', index);
  const terms = [
    ...(noConfiguration || is('configuration dropped from the machine', index) ? [] : [configuration]),
    ...(is('disk dropped from the machine', index)
      ? []
      : is('term misspelt', index)
        ? [`LVN${String(index)}`]
        : group.orTerm
          ? [`(${disk} or ${disk})`]
          : [disk]),
    ...(group.dataDisk ? [data] : []),
    ...(is('disk named twice', index) ? [disk.toLowerCase()] : []),
  ];
  const joined = is('and beside or', index) ? `${terms.join(' and ')} or ${terms.join(' and ')}` : terms.join(' and ');
  const sign = style.aligned && !style.oneLine ? '    = ' : ' = ';
  const configurationBlock = `virtual_machine_configuration ${configuration} { path = "${wrongRoot}\\x.xml"${is('disk dropped from the configuration', index) ? '' : `  depends_on = ${disk}`} }${note('how it is made')}`;
  const owner = is('owner misspelt', index) ? 'HV-03' : is('owner in another case', index) ? 'hv-01' : 'HV-01';
  const inner = [
    `memory       ${sign}2GB${note('enough')}`,
    ...(noConfiguration || is('configuration not named', index) ? [] : [`configuration${sign}${configuration}`]),
    `vhd "${root}\\os.vhd"${note('system')}`,
    ...(group.dataDisk ? [`vhd "${'MNOP'.charAt(index)}:\\data.vhd" { size = 1GB }`] : []),
    ...(is('data on the disk of another group', index)
      ? [`vhd "${drive(other)}\\More\\data.vhd"${note('why here?')}`]
      : []),
    ...(is('disk handed over that is in no group', index)
      ? [`passthrough_disk Raw${String(index)}${note('raw')}`]
      : []),
    ...(is('depends_on of the machine dropped', index) || terms.length === 0
      ? []
      : [`depends_on   ${sign}${joined}${note('in this order')}`]),
  ];
  const statements = [
    `owner = ${owner}${note('today')}`,
    ...(is('disk resource left out', index) ? [] : [`physical_disk ${disk}${note('its own')}`]),
    ...(group.dataDisk ? [`physical_disk ${data}`] : []),
    ...(noConfiguration ? [] : [configurationBlock]),
  ];
  const header = `group "Group of ${group.machine}" {`;
  if (style.oneLine) {
    return [`${header} ${statements.join('  ')}  virtual_machine ${machine} { ${inner.join('  ')} } }`];
  }
  return [
    `${header}${note('head')}`,
    ...statements.map((line) => `  ${line}`),
    `  virtual_machine ${machine} {${note('the machine')}`,
    ...inner.map((line) => `    ${line}`),
    '  }',
    ...(note('') === '' ? [] : ['  # last']),
    `}${note('end')}`,
  ];
}
