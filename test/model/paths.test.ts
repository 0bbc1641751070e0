import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../src/model/paths';
import { guidInPath, hostVolumeOf, resolvePath } from '../../src/model/paths';
import { clusterOf } from '../support/design';

const cluster = clusterOf(`cluster C { }
node A { memory = 1GB  local_volumes = ["C:", "D:\\"] }
node B { memory = 1GB }
storage S { }
disk Data { storage = S  volume "G:" }
disk Mounted { storage = S  volume "G:\\Mounts\\Data\\" { } }
disk Deep { storage = S  volume "G:\\Mounts\\Data\\Deep" }
disk Shared { storage = S  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }
disk Bare { storage = S  volume { guid = "{AAAA-1}"  guid_on B = ["{bbbb-2}", "cccc-3"] } }
disk OnLocal { storage = S  volume "D:\\Mount" }
`);

function said(resolution: Resolution): string {
  switch (resolution.kind) {
    case 'volume':
      return [resolution.disk.name, resolution.by, resolution.onlyOn].filter((part) => part !== undefined).join(' ');
    case 'local':
      return `local ${resolution.drive} of ${resolution.nodes.join(',')}`;
    case 'share':
      return `share ${resolution.server} ${resolution.share}`;
    case 'unknown':
      return `unknown ${resolution.volume}`;
  }
}

describe('a path leads to the longest volume that is a prefix in whole parts', () => {
  it.each([
    ['G:\\a.vhd', 'Data letter'],
    ['g:\\A.VHD', 'Data letter'],
    ['G:', 'Data letter'],
    ['G:\\Mounts\\a.vhd', 'Data letter'],
    ['G:\\Mounts\\Data', 'Mounted mount_point'],
    ['G:\\mounts\\DATA\\a.vhd', 'Mounted mount_point'],
    ['G:\\Mounts\\Data\\Deep\\a.vhd', 'Deep mount_point'],
    ['G:\\Mounts\\Database\\a.vhd', 'Data letter'],
    ['C:\\ClusterStorage\\Volume1\\VM\\a.vhdx', 'Shared shared_volume'],
    ['C:\\ClusterStorage\\Volume10\\a.vhdx', 'unknown C:\\ClusterStorage\\Volume10'],
    ['C:\\ClusterStorage', 'local C: of a,b'],
    ['C:\\Windows', 'local C: of a,b'],
    ['d:\\a.vhd', 'local d: of a'],
    ['E:\\a.vhd', 'unknown E:'],
    ['\\\\?\\Volume{aaaa-1}\\a.vhd', 'Bare guid'],
    ['\\\\?\\VOLUME{BBBB-2}\\a.vhd', 'Bare node_guid b'],
    ['\\\\?\\Volume{cccc-3}', 'Bare node_guid b'],
    ['\\\\?\\Volume{dddd-4}\\a.vhd', 'unknown \\\\?\\Volume{dddd-4}'],
    ['\\\\server\\share\\VM\\a.vhdx', 'share server share'],
    ['', 'unknown '],
  ])('%s: %s', (path, expected) => {
    expect(said(resolvePath(cluster, path))).toBe(expected);
  });
});

describe('the volume a mount point is in', () => {
  it.each([
    ['Data', undefined],
    ['Mounted', 'Data'],
    ['Deep', 'Mounted'],
    ['Shared', undefined],
    ['Bare', undefined],
    ['OnLocal', undefined],
  ])('%s: %s', (disk, host) => {
    const volume = cluster.disks.get(disk.toLowerCase())?.volumes[0];
    if (!volume) throw new Error('no volume');
    const found = hostVolumeOf(cluster, volume);
    expect(found && cluster.disks.get(found.disk)?.name).toBe(host);
  });
});

it.each([
  ['\\\\?\\Volume{AbC}\\x', 'AbC'],
  ['G:\\Volume{AbC}\\x', undefined],
  ['\\\\server\\Volume{AbC}', undefined],
])('the GUID in %s is %s', (path, guid) => {
  expect(guidInPath(path)).toBe(guid);
});
