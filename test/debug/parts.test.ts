import { describe, expect, it } from 'vitest';
import { parseCondition } from '../../src/debug/condition';
import { sameAddress, sourceOf } from '../../src/debug/sources';
import { thingsOf } from '../../src/debug/things';
import { emptyState } from '../../src/simulation/state';
import { figure1 } from '../server/figure1';
import { documentOf } from '../support/design';
import { readDesign } from '../../src/model/design';

describe('addresses', () => {
  it.each([
    ['file:///c%3A/designs/a%20b.hacluster', 'C:\\designs\\a b.hacluster'],
    ['file:///home/me/a.hacluster', '/home/me/a.hacluster'],
    ['file:///C:/a.hacluster', 'c:/a.hacluster'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['vscode-vfs://github/o/r/a%20b.hacluster', 'vscode-vfs://github/o/r/a b.hacluster'],
  ])('%s is %s', (one, other) => {
    expect(sameAddress(one)).toBe(sameAddress(other));
  });

  it.each([
    ['file:///home/me/a.hacluster', '/home/me/b.hacluster'],
    ['untitled:a', '/a'],
    ['vscode-vfs://github/a', 'file:///github/a'],
  ])('%s is not %s', (one, other) => {
    expect(sameAddress(one)).not.toBe(sameAddress(other));
  });

  it.each([
    ['file:///designs/a%20b.hacluster', 'a b.hacluster'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['file:///designs/100%.hacluster', '100%.hacluster'],
  ])('%s is called %s', (uri, name) => {
    expect(sourceOf(uri)).toEqual({ name, path: uri });
  });
});

describe('conditions', () => {
  const subject = { kind: 'group', name: 'VM2' } as const;
  const state = emptyState();
  state.set(subject, 'owner', 'HostB');
  state.set(subject, 'state', 'online');

  it.each([
    ['owner == "HostB"', true],
    ['owner == hostb', true],
    ['owner != "HostB"', false],
    ['state!=failed', true],
    ['status == ""', true],
  ])('%s is %s', (text, holds) => {
    expect(parseCondition(text)?.holds(subject, state)).toBe(holds);
  });

  it.each(['owner', 'colour == red', 'owner = HostB', 'owner == "HostB', 'owner == a b', ''])(
    '“%s” is none',
    (text) => {
      expect(parseCondition(text)).toBeUndefined();
    },
  );
});

describe('the things of a design', () => {
  const document = documentOf(figure1);
  const things = thingsOf(readDesign([document]).cluster);

  function at(text: string): string | undefined {
    const { declaration, offset } = document.spotAt(document.positionAt(figure1.indexOf(text)));
    const found = things.at(declaration, offset)?.subject;
    return found && `${found.kind} ${found.name}`;
  }

  it.each([
    ['version   =', 'cluster HV-CLUSTER'],
    ['model   =', 'witness Witness'],
    ['volume "G:"', 'disk LUN2'],
    ['owner            = HostA', 'group VM2'],
    ['vhd "G:', 'resource VM2'],
    ['subnet = "10', 'network LAN'],
    ['kind = fibre', 'storage SAN1'],
    ['expect VM2', undefined],
  ])('%s stands in %s', (text, subject) => {
    expect(at(text)).toBe(subject);
  });

  it.each([
    ['VM2', undefined, 'resource'],
    ['vm2', 'group', 'group'],
    ['LUN2', undefined, 'resource'],
    ['LUN2', 'disk', 'disk'],
    ['HostA', undefined, 'node'],
    ['HostA', 'disk', undefined],
  ])('%s (%s) means a %s', (name, kind, found) => {
    expect(things.named(name, kind)?.subject.kind).toBe(found);
  });
});
