import type { Fix, Related } from '../../../language/finding';
import { writeSize } from '../../../language/schema/units';
import type { Cluster } from '../../../model/cluster';
import type { Disk } from '../../../model/elements';
import { isShare, modelForWitness, witnessKinds } from '../../../model/quorum';
import { listOf } from '../../../model/words';
import { setAttribute } from '../../edits/attribute';
import { quorumsIn } from '../../quorum-scope';
import type { QuorumScope } from '../../quorum-scope';
import type { Checked, DeclarationRule } from '../../rule';
import { isTooSmall, leastWitness, obstaclesOf } from '../../witness-disk';
import { labelOf } from '../../written';
import { useFreeDisk, useShare, useWritten } from './witness-fixes';

/** A witness that cannot do its work, or goes down with what it should outlast. */
export const witnessUnsuitable: DeclarationRule = {
  code: 'quorum/witness-unsuitable',
  severity: 'error',
  source: 'semantics 5.1, 7.1, 7.2, 10.2, S23, S36',
  check: (bound, design) =>
    quorumsIn(bound, design.cluster).flatMap((scope) => {
      const { quorum } = scope;
      const place = quorum?.values.witness?.place;
      const fault = faultOf(design, scope);
      return place && fault ? { ...fault, place } : [];
    }),
};

interface Fault {
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

function faultOf(design: Checked, scope: QuorumScope): Fault | undefined {
  const { quorum, model, isHost } = scope;
  const witness = quorum?.values.witness;
  const kind = witnessKinds[model];
  if (!witness || kind === undefined) return undefined;
  const written = witnessKinds[modelForWitness(design.cluster, witness)] ?? kind;
  const disk = design.cluster.disks.get(witness.key);
  const isKind = kind === 'disk' ? !isShare(witness.text) : written === kind;
  if (!isKind) {
    const what = `${witness.text} is ${nouns[written]}`;
    const message = `${model} takes ${nouns[kind]} as its witness, and ${what}: the cluster cannot be set up like this.`;
    return { message, related: [], fixes: useWritten(design, scope, false) };
  }
  if (!isHost) return undefined;
  if (kind === 'disk') return disk && diskFault(design, scope, disk);
  return kind === 'share' ? shareFault(design.cluster, scope, witness.text) : undefined;
}

const nouns = { disk: 'a disk', share: 'a share', account: 'the name of an account' } as const;

function diskFault(design: Checked, scope: QuorumScope, disk: Disk): Fault | undefined {
  const obstacles = obstaclesOf(design, disk);
  if (obstacles.length === 0) return undefined;
  const enlarge: Fix = {
    title: `Enlarge disk ${disk.name} to ${writeSize(leastWitness)}`,
    preferred: false,
    edits: [setAttribute(disk, 'size', writeSize(leastWitness))],
  };
  return {
    message: `Disk ${disk.name} cannot be the witness of ${scope.element.name}: it ${listOf(obstacles)}. Without a witness the cluster has one vote less to survive on.`,
    related: [{ place: labelOf(disk), message: `Disk ${disk.name} is declared here.` }],
    fixes: [...(isTooSmall(disk) ? [enlarge] : []), ...useFreeDisk(design, scope, false), useShare(scope)],
  };
}

/** The server of a share: a virtual machine of the cluster, or a name that one of its groups brings online. */
function shareFault(cluster: Cluster, scope: QuorumScope, text: string): Fault | undefined {
  const server = text.slice(2).split('\\')[0] ?? '';
  const short = server.split('.')[0] ?? '';
  const [machine] = [server, short].flatMap((name) => cluster.virtualMachines.get(name.toLowerCase()) ?? []);
  const resource = [server, short].map((name) => cluster.resources.get(name.toLowerCase()));
  const name = resource.find((one) => one?.kind === 'network_name' || one?.kind === 'file_server');
  const host = machine ?? name;
  if (!host) return undefined;
  return {
    message: `The witness ${text} of ${scope.element.name} is on ${host.name}, which runs on this cluster: when the cluster is down, or ${host.name} with its node, the witness is lost just when its vote is needed.`,
    related: [{ place: labelOf(host), message: `${host.name} is declared here.` }],
    fixes: [useShare(scope)],
  };
}
