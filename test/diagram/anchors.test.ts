import { describe, expect, it } from 'vitest';
import { placeOfShape, shapeAt } from '../../src/diagram/anchors';
import { clusterOf } from '../support/design';
import { figure1 } from './figure1';

const cluster = clusterOf(figure1);

/** The declaration that holds a piece of the text, and where in it the piece begins. */
function find(piece: string) {
  for (const declaration of cluster.declarations) {
    const offset = declaration.text.indexOf(piece);
    if (offset >= 0) return { declaration, offset };
  }
  throw new Error(`"${piece}" is not in the text.`);
}

describe('from a shape to its declaration', () => {
  const table = [
    ['node:HostA', 'node "HostA"'],
    ['disk:LUN2', 'disk "LUN2"'],
    ['volume:LUN2/G:', 'volume "G:"'],
    ['group:VM2', 'group "VM2"'],
    ['resource:VM2 Configuration', 'virtual_machine_configuration "VM2 Configuration"'],
    ['resource:VM2', 'virtual_machine "VM2"'],
    ['resource:LUN2', 'physical_disk LUN2'],
    ['gate:VM2', '"VM2 Configuration" and LUN2'],
    ['file:g:\\vm2\\os.vhd', 'vhd "G:\\VM2\\os.vhd"'],
    ['file:g:\\base\\data.vhd', '"G:\\Base\\data.vhd"'],
    ['file:f:\\vm1\\virtual machines\\vm1.xml', '"F:\\VM1\\Virtual Machines\\vm1.xml"'],
  ] as const;
  it.each(table)('%s is declared at %s', (id, piece) => {
    const place = placeOfShape(cluster, id);
    expect(place?.declaration.text.slice(place.span.start).startsWith(piece)).toBe(true);
  });

  it.each(['node:HostC', 'lane:node:HostA', 'gathering:no owner', ''])('%s is not declared', (id) => {
    expect(placeOfShape(cluster, id)).toBeUndefined();
  });
});

describe('from the cursor to a shape', () => {
  const table = [
    ['storage', 'memory         = 32GB', 'node:HostA'],
    ['storage', 'guid = ', 'volume:LUN2/G:'],
    ['storage', 'lun     = 2', 'disk:LUN2'],
    ['storage', 'kind = differencing', 'file:g:\\vm2\\data.vhd'],
    ['storage', 'boot_time', 'resource:VM2'],
    ['storage', 'path       = "G', 'file:g:\\vm2\\virtual machines\\vm2.xml'],
    ['storage', 'failover_period', undefined],
    ['storage', 'subnet = "10', undefined],
    ['dependencies', 'kind = differencing', 'resource:VM2'],
    ['dependencies', 'and LUN2', 'gate:VM2'],
    ['dependencies', 'failover_period', 'group:VM2'],
    ['dependencies', 'lun     = 2', undefined],
  ] as const;
  it.each(table)('in the %s view "%s" is in %s', (view, piece, expected) => {
    const { declaration, offset } = find(piece);
    expect(shapeAt(cluster, view, declaration, offset)).toBe(expected);
  });
});
