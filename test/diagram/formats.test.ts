import { describe, expect, it } from 'vitest';
import { toDot } from '../../src/diagram/formats/dot';
import { sceneToJson } from '../../src/diagram/formats/json';
import { toMermaid } from '../../src/diagram/formats/mermaid';
import { figure1 } from './figure1';
import { sceneOf } from './picture';

const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };

describe('a scene as JSON', () => {
  it('has each thing with its parent, state and place', () => {
    const json = sceneToJson(sceneOf(figure1, 'storage'), (id) => (id === 'disk:LUN2' ? range : undefined));
    expect(json.version).toBe(1);
    expect(json.nodes.find(({ id }) => id === 'disk:LUN2')).toEqual({
      id: 'disk:LUN2',
      kind: 'disk',
      label: 'LUN2',
      detail: 'SAN1 · LUN 2 · 200 GB',
      parent: 'node:HostA',
      state: 'online',
      range,
    });
  });

  it('follows dependencies through gates, and says where one of several will do', () => {
    const text =
      'group G {\n network_name N { depends_on = (I or J) and K }\n ip_address I { }\n ip_address J { }\n ip_address K { }\n}';
    const { nodes, edges } = sceneToJson(sceneOf(text, 'dependencies'), () => undefined);
    expect(nodes.map(({ id }) => id)).toEqual(['group:G', 'resource:N', 'resource:I', 'resource:J', 'resource:K']);
    const plain = edges.map(({ from, to, kind, any_of: choice }) => `${from} ${kind} ${to} ${choice ?? ''}`.trim());
    expect(plain).toEqual([
      'resource:N depends_on resource:I gate:N/0',
      'resource:N depends_on resource:J gate:N/0',
      'resource:N depends_on resource:K',
    ]);
  });

  it('has every kind of edge that the storage view shows', () => {
    const kinds = sceneToJson(sceneOf(figure1, 'storage'), () => undefined).edges.map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toEqual(['holds', 'owns', 'parent_of', 'reaches', 'stores']);
  });
});

const nasty =
  'group "a\\"]; x[<b>" {\n ip_address "i & | #" { }\n network_name n { depends_on = "i & | #" }\n}'.replace(
    '\\"',
    '""',
  );

describe('a scene as Mermaid', () => {
  it('is a flow chart with the groups as boxes', () => {
    const text = 'group G {\n network_name N { depends_on = I or J }\n ip_address I { }\n ip_address J { }\n}';
    expect(toMermaid(sceneOf(text, 'dependencies'))).toBe(`flowchart LR
  subgraph n0["G (no owner)"]
    n1["N (Network Name)"]
    n2["I (IP Address)"]
    n3["J (IP Address)"]
    n4{{"OR"}}
  end
  n1 --> n4
  n4 --> n2
  n4 --> n3
`);
  });

  it('keeps names from meaning something', () => {
    const lines = toMermaid(sceneOf(nasty, 'dependencies')).split('\n');
    for (const line of lines.filter((one) => one.includes('"'))) {
      expect(line).toMatch(/^ *(subgraph )?n\d+(\[|\{\{)"[^"<>&`]*"(\]|\}\})$/);
    }
  });
});

describe('a scene as DOT', () => {
  it('is a graph with the groups as clusters', () => {
    const text = 'group G {\n network_name N { depends_on = X }\n}';
    expect(toDot(sceneOf(text, 'dependencies'))).toBe(`digraph "" {
  rankdir=LR;
  subgraph cluster_n0 {
    label="G\\nno owner";
    n1 [label="N\\nNetwork Name", shape=box];
    n2 [label="X\\nNot declared", shape=box];
  }
  n1 -> n2 [style=dotted, color=red, label="missing"];
}
`);
  });

  it('keeps names from ending their quotes', () => {
    const strings = toDot(sceneOf(nasty, 'dependencies')).replace(/"(?:[^"\\]|\\.)*"/g, '…');
    expect(strings).toBe(`digraph … {
  rankdir=LR;
  subgraph cluster_n0 {
    label=…;
    n1 [label=…, shape=box];
    n2 [label=…, shape=box];
  }
  n2 -> n1;
}
`);
  });
});
