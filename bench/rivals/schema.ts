/** JSON Schema (draft 7) of the generated design: what a YAML language server checks of it. */

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const size = { type: 'string', pattern: '^[0-9]+(MB|GB|TB)$' };
const oneOf = (...names: readonly string[]) => ({ type: 'string', enum: names });
const list = (items: object) => ({ type: 'array', items });
const block = (properties: Readonly<Record<string, object>>, ...required: readonly string[]) =>
  list({ type: 'object', properties, required, additionalProperties: false });

const machine = {
  name: text,
  memory: size,
  configuration: text,
  depends_on: text,
  vhd: block({ name: text, size }, 'name'),
};

const group = {
  name: text,
  owner: text,
  preferred_owners: list(text),
  physical_disk: block({ name: text }, 'name'),
  virtual_machine_configuration: block({ name: text, path: text, depends_on: text }, 'name'),
  virtual_machine: block(machine, 'name', 'memory'),
};

export const designSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  additionalProperties: false,
  required: ['cluster'],
  properties: {
    cluster: block({
      name: text,
      version: text,
      tolerates: count,
      quorum: block({ model: oneOf('node_majority', 'node_and_disk_majority'), witness: text }),
    }),
    network: block({ name: text, subnet: text, role: oneOf('none', 'cluster', 'client', 'cluster_and_client') }),
    node: block({ name: text, memory: size, processors: count }, 'name'),
    storage: block({ name: text, kind: oneOf('fibre_channel', 'iscsi', 'sas', 'smb') }, 'name'),
    disk: block({ name: text, storage: text, lun: count, size, volume: block({ guid: text }) }, 'name'),
    group: block(group, 'name'),
    scenario: block({ name: text, statements: list(text) }, 'name'),
  },
};
