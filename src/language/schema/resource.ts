import type { AttributeSchema, BlockSchema } from './types';

const forever = 4_294_967_295;

/** Common properties of every resource (semantics 1.1). Durations in ms. */
export const commonResourceAttributes = {
  depends_on: {
    type: 'dependency',
    property: 'Dependencies (Set-ClusterResourceDependency)',
    doc: 'Resources that must be online before this one: names joined by and, or and parentheses.',
    source: 'semantics 3.1, 3.3, S22',
  },
  possible_owners: {
    type: 'references',
    to: 'node',
    defaultText: 'every node',
    property: 'Possible owners (Set-ClusterOwnerNode -Resource)',
    doc: 'Nodes that may own the resource; its group never goes to another.',
    source: 'semantics 2.3, S16',
  },
  restart_action: {
    type: 'keyword',
    words: ['none', 'restart', 'restart_and_fail_over'],
    default: 'restart_and_fail_over',
    property: 'RestartAction',
    doc: 'What follows when the resource fails: nothing, restarts only, or restarts and then a failover of the group.',
    source: 'semantics 1.1, S01',
  },
  restart_threshold: {
    type: 'integer',
    min: 0,
    max: forever,
    default: 1,
    property: 'RestartThreshold',
    doc: 'Restarts tried on the same node within restart_period before the failure goes further.',
    source: 'semantics 1.1 D1, S01, S02',
  },
  restart_period: {
    type: 'duration',
    min: 0,
    max: forever,
    default: 900_000,
    property: 'RestartPeriod',
    doc: 'Window in which restarts are counted.',
    source: 'semantics 1.1, S01, S02',
  },
  restart_delay: {
    type: 'duration',
    min: 0,
    max: forever,
    default: 500,
    property: 'RestartDelay',
    doc: 'Pause before a restart.',
    source: 'semantics 1.1, S01, S02',
  },
  retry_period_on_failure: {
    type: 'duration',
    min: 0,
    max: forever,
    default: 3_600_000,
    property: 'RetryPeriodOnFailure',
    doc: 'Time after which a resource left failed is tried again.',
    source: 'semantics 1.1, 1.3 D2, S01',
  },
  pending_timeout: {
    type: 'duration',
    min: 10,
    max: forever,
    default: 180_000,
    property: 'PendingTimeout',
    doc: 'Longest time without progress in a pending state.',
    source: 'semantics 1.1, 1.4, S01',
  },
  deadlock_timeout: {
    type: 'duration',
    min: 1000,
    max: forever,
    default: 300_000,
    property: 'DeadlockTimeout',
    doc: 'Time after which a resource that does not answer at all is given up.',
    source: 'semantics 1.1, 1.2, S01, S06',
  },
  looks_alive_poll_interval: {
    type: 'duration',
    min: 10,
    max: forever,
    default: 5000,
    property: 'LooksAlivePollInterval',
    doc: 'Time between two quick health checks.',
    source: 'semantics 1.1, 1.2, S01, S06',
  },
  is_alive_poll_interval: {
    type: 'duration',
    min: 10,
    max: forever,
    default: 60_000,
    property: 'IsAlivePollInterval',
    doc: 'Time between two thorough health checks.',
    source: 'semantics 1.1, 1.2, S01, S06',
  },
} as const satisfies Readonly<Record<string, AttributeSchema>>;

/** Times a resource needs to come online and go offline, by kind (semantics 7.6). */
function transitions<On extends number, Off extends number>(online: On, offline: Off) {
  return {
    online_time: {
      type: 'duration',
      min: 0,
      default: online,
      doc: 'Time the resource needs to come online.',
      source: 'semantics 7.6',
    },
    offline_time: {
      type: 'duration',
      min: 0,
      default: offline,
      doc: 'Time the resource needs to go offline.',
      source: 'semantics 7.6',
    },
  } as const satisfies Readonly<Record<string, AttributeSchema>>;
}

const generic = { ...commonResourceAttributes, ...transitions(2000, 2000) } as const;

export const resourceBlocks = {
  physical_disk: {
    label: 'disk',
    doc: 'The cluster resource of a declared disk; its group owns the disk.',
    source: 'semantics 1.7, S15',
    property: 'Physical Disk',
    attributes: { ...commonResourceAttributes, ...transitions(1000, 1000) },
  },
  storage_class: {
    label: 'disk',
    doc: 'Disk resource of a third-party storage solution; its label names a disk whose storage is third_party.',
    source: 'language.md, Settled readings; S20 (Prerequisites)',
    attributes: {
      ...commonResourceAttributes,
      ...transitions(1000, 1000),
      supports: {
        type: 'strings',
        doc: 'Windows Server releases the solution supports as a cluster disk.',
        source: 'S20 (Prerequisites)',
      },
    },
  },
  ip_address: {
    label: 'name',
    doc: 'An IP address that moves with the group.',
    source: 'semantics 3.2, S22',
    property: 'IP Address',
    attributes: {
      ...commonResourceAttributes,
      ...transitions(1000, 500),
      address: { type: 'string', property: 'Address', doc: 'The address.', source: 'semantics 3.2, S22' },
      network: {
        type: 'reference',
        to: 'network',
        property: 'Network',
        doc: 'Network the address is on.',
        source: 'semantics 3.2, S22',
      },
    },
  },
  network_name: {
    label: 'name',
    doc: 'A name clients connect to; it needs an IP address.',
    source: 'semantics 3.2, S22',
    property: 'Network Name',
    attributes: { ...commonResourceAttributes, ...transitions(2000, 500) },
  },
  file_server: {
    label: 'name',
    doc: 'A clustered file server.',
    source: 'semantics 3.2, S22',
    property: 'File Server',
    attributes: { ...generic },
  },
  file_share: {
    label: 'name',
    doc: 'A share of a clustered file server.',
    source: 'semantics 3.2, S22',
    property: 'File Share',
    attributes: {
      ...generic,
      path: { type: 'path', property: 'SharePath', doc: 'Folder that is shared.', source: 'semantics 3.2, S22' },
    },
  },
  generic_service: {
    label: 'name',
    doc: 'A Windows service the cluster starts and watches.',
    source: 'semantics 3.2, S22',
    property: 'Generic Service',
    attributes: {
      ...generic,
      service_name: { type: 'string', property: 'ServiceName', doc: 'Name of the service.', source: 'semantics 3.2' },
    },
  },
  generic_application: {
    label: 'name',
    doc: 'A program the cluster starts and watches.',
    source: 'semantics 3.2, S22',
    property: 'Generic Application',
    attributes: {
      ...generic,
      command_line: {
        type: 'string',
        property: 'CommandLine',
        doc: 'Command that starts the program.',
        source: 'semantics 3.2',
      },
    },
  },
  generic_script: {
    label: 'name',
    doc: 'A script that brings something online and offline.',
    source: 'semantics 3.2, S22',
    property: 'Generic Script',
    attributes: {
      ...generic,
      script_file_path: {
        type: 'path',
        property: 'ScriptFilepath',
        doc: 'Path of the script.',
        source: 'semantics 3.2',
      },
    },
  },
  resource: {
    label: 'name',
    doc: 'A resource of any other type.',
    source: 'language.md, Declarations',
    attributes: {
      ...generic,
      type: {
        type: 'string',
        property: 'ResourceType',
        doc: 'Type of the resource, in the words of the product.',
        source: 'language.md, Declarations',
      },
    },
  },
} as const satisfies Readonly<Record<string, BlockSchema>>;
