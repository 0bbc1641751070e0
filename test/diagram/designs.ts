import fc from 'fast-check';

const index = fc.nat({ max: 5 });
const flag = fc.boolean();

const disk = fc.record({
  shared: flag,
  clustered: fc.nat({ max: 4 }).map((number) => number > 0),
  volume: fc.constantFrom('', 'E:', 'F:', 'E:\\Data', 'E:\\Data\\Deep', 'F:\\Mount'),
  limited: flag,
});

const machine = fc.record({
  owner: index,
  disks: fc.array(index, { maxLength: 3 }),
  files: fc.array(
    fc.record({ folder: fc.constantFrom('E:', 'F:', 'E:\\Data', 'C:', 'Z:'), name: index, parent: fc.option(index) }),
    { maxLength: 4 },
  ),
  passthrough: fc.option(index),
  needs: fc.array(fc.tuple(index, fc.constantFrom('and', 'or')), { maxLength: 4 }),
  grouped: flag,
});

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

/** Designs of any kind, most of them wrong in some way: pictures are drawn of those too. */
export const designs = fc
  .record({
    nodes: fc.integer({ min: 0, max: 6 }),
    disks: fc.array(disk, { maxLength: 6 }),
    machines: fc.array(machine, { maxLength: 5 }),
  })
  .map(({ nodes, disks, machines }) => {
    const nodeTexts = Array.from({ length: nodes }, (_, at) => `node N${at} { memory = 32GB }`);
    const diskTexts = disks.map(({ shared, clustered, volume, limited }, at) =>
      lines(
        `disk D${at} {`,
        ` storage = ${limited ? 'T' : 'S'}`,
        ` shared_volume = ${shared}`,
        ` clustered = ${clustered}`,
        volume === '' ? '' : ` volume "${volume}" { }`,
        '}',
      ),
    );
    const machineTexts = machines.map(({ owner, disks: own, files, passthrough, needs, grouped }, at) => {
      const needed = needs.map(([to, operator], place) => `${place === 0 ? '' : `${operator} `}D${to}`).join(' ');
      const body = lines(
        ` virtual_machine V${at} {`,
        '  memory = 2GB',
        ...files.map(({ folder, name, parent }) =>
          parent === null
            ? `  vhd "${folder}\\${name}.vhd" { }`
            : `  vhd "${folder}\\${name}.vhd" {\n   kind = differencing\n   parent = "${folder}\\${parent}.vhd"\n  }`,
        ),
        passthrough === null ? '' : `  passthrough_disk D${passthrough}`,
        needed === '' ? '' : `  depends_on = ${needed}`,
        grouped ? '' : `  host = N${owner}`,
        ' }',
      );
      return grouped
        ? lines(`group G${at} {`, ` owner = N${owner}`, ...own.map((one) => ` physical_disk D${one}`), body, '}')
        : body.trimStart();
    });
    return lines('storage S { }', 'storage T { nodes = [N0, N1] }', ...nodeTexts, ...diskTexts, ...machineTexts, '');
  });
