import { ids } from '../diagram/ids';
import type { Cluster } from '../model/cluster';
import { isDiskResource } from '../model/elements';
import type { Moment } from '../protocol/panel';
import type { Subject } from '../simulation/trace';
import type { RunningSimulation } from './simulations';

function machineShapes(name: string): readonly string[] {
  return [ids.resource(name), `virtual_machine:${name}`];
}

/** The shapes that may stand for a subject; which of them a view has is the view's business. */
function shapesOf(cluster: Cluster, { kind, name, cluster: guest }: Subject): readonly string[] {
  switch (kind) {
    case 'node':
      // A node of a guest cluster is drawn as the virtual machine it is.
      return guest === undefined ? [ids.node(name)] : machineShapes(name);
    case 'disk':
      return [ids.disk(name)];
    case 'group':
      return [ids.group(name)];
    case 'witness':
      return [ids.witness(name)];
    case 'resource': {
      const resource = cluster.resources.get(name.toLowerCase());
      const disk = resource && isDiskResource(resource) ? [ids.disk(resource.disk.name)] : [];
      return [ids.resource(name), ...disk];
    }
    case 'virtual_machine':
      return machineShapes(name);
    case 'cluster':
    case 'network':
    case 'storage':
    case 'workload':
    case 'guest_cluster':
    case 'nlb_cluster':
    case 'site':
    case 'rack':
      return [];
  }
}

/** The moment a simulation stands at, as panels show it. */
export function momentOf({ session, presentation }: RunningSimulation): Moment {
  const { design, event, scenario, step, steps } = presentation;
  const changed = event?.changes.flatMap(({ subject }) => shapesOf(design.cluster, subject)) ?? [];
  return {
    run: session,
    scenario,
    step,
    steps,
    time_ms: event?.time_ms ?? 0,
    text: event?.text ?? 'Before the first event',
    changed: [...new Set(changed)],
  };
}
