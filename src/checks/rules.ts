import type { Rule } from './rule';
import { configurationStorageDependencyMissing } from './rules/configuration/storage-dependency-missing';
import { ambiguousDependency } from './rules/dependency/ambiguous';
import { crossGroupDependency } from './rules/dependency/cross-group';
import { dependencyCycle } from './rules/dependency/cycle';
import { redundantDependency } from './rules/dependency/redundant';
import { requiredDependencyMissing } from './rules/dependency/required-missing';
import { unknownDependency } from './rules/dependency/unknown';
import { failbackWindow } from './rules/group/failback-window';
import { failbackWithoutEffect } from './rules/group/failback-without-effect';
import { neverFailsOver } from './rules/group/never-fails-over';
import { noPossibleOwner } from './rules/group/no-possible-owner';
import { ownerNotPossible, preferredNotPossible } from './rules/group/owner-not-possible';
import { singlePossibleOwner } from './rules/group/single-possible-owner';
import { duplicateName } from './rules/language/duplicate-name';
import { encoding } from './rules/language/encoding';
import { nameCase } from './rules/language/name-case';
import { unresolvedReference } from './rules/language/unresolved-reference';
import { unused } from './rules/language/unused';
import { noClusterNetwork } from './rules/network/no-cluster-network';
import { singlePath } from './rules/network/single-path';
import { featureMissing } from './rules/node/feature-missing';
import { hyperVRoleMissing } from './rules/node/hyper-v-role-missing';
import { processorsDiffer } from './rules/node/processors-differ';
import { singleNode } from './rules/node/single';
import { updateMissing } from './rules/node/update-missing';
import { updatesDiffer } from './rules/node/updates-differ';
import { diskOnly } from './rules/quorum/disk-only';
import { evenVotes } from './rules/quorum/even-votes';
import { modelUnsuitable } from './rules/quorum/model-unsuitable';
import { witnessMissing } from './rules/quorum/witness-missing';
import { witnessUnsuitable } from './rules/quorum/witness-unsuitable';
import { differencingCycle } from './rules/storage/differencing-cycle';
import { differencingMissingParent } from './rules/storage/differencing-missing-parent';
import { differencingParent } from './rules/storage/differencing-parent';
import { diskInTwoGroups } from './rules/storage/disk-in-two-groups';
import { driveLetterConflict } from './rules/storage/drive-letter-conflict';
import { driveLettersExhausted } from './rules/storage/drive-letters-exhausted';
import { guidAmbiguous } from './rules/storage/guid-ambiguous';
import { guidMismatch } from './rules/storage/guid-mismatch';
import { mountPointDependency } from './rules/storage/mount-point-dependency';
import { mountPointGroup } from './rules/storage/mount-point-group';
import { mountPointUnclustered } from './rules/storage/mount-point-unclustered';
import { movesTogether } from './rules/storage/moves-together';
import { notShared } from './rules/storage/not-shared';
import { passthroughHasVolume } from './rules/storage/passthrough-has-volume';
import { passthroughNotClustered } from './rules/storage/passthrough-not-clustered';
import { passthroughShared } from './rules/storage/passthrough-shared';
import { pathNotClustered } from './rules/storage/path-not-clustered';
import { sharedDiskGroups } from './rules/storage/shared-disk-groups';
import { sharedVolumeDependency } from './rules/storage/shared-volume-dependency';
import { thirdPartyUnsupported } from './rules/storage/third-party-unsupported';
import { unknownVolume } from './rules/storage/unknown-volume';
import { volumeOverfull } from './rules/storage/volume-overfull';
import { timeouts } from './rules/resource/timeouts';
import { configurationDependencyMissing } from './rules/vm/configuration-dependency-missing';
import { configurationMissing } from './rules/vm/configuration-missing';
import { configurationShared } from './rules/vm/configuration-shared';
import { failoverDisabled } from './rules/vm/failover-disabled';
import { generation } from './rules/vm/generation';
import { notHighlyAvailable } from './rules/vm/not-highly-available';
import { runningWhileClustered } from './rules/vm/running-while-clustered';
import { vmStorageDependencyMissing } from './rules/vm/storage-dependency-missing';
import { switchMissing } from './rules/vm/switch-missing';
import { workloadUnmonitored } from './rules/vm/workload-unmonitored';
import { nodeOvercommitted } from './rules/capacity/node-overcommitted';
import { idleReserve } from './rules/capacity/idle-reserve';
import { unevenLoad } from './rules/capacity/uneven-load';
import { processors } from './rules/capacity/processors';
import { unsatisfiable } from './rules/affinity/unsatisfiable';
import { familyTogether } from './rules/affinity/family-together';
import { membersTogether } from './rules/guest/members-together';
import { storageKind } from './rules/guest/storage-kind';
import { tooFew } from './rules/guest/too-few';
import { nlbSize } from './rules/guest/nlb-size';
import { osUnsupported } from './rules/guest/os-unsupported';
import { witnessInside } from './rules/guest/witness-inside';
import { unreachable } from './rules/scenario/unreachable';
import { noExpectation } from './rules/scenario/no-expectation';
import { limit } from './rules/version/limit';
import { notAvailable } from './rules/version/not-available';

/** Every rule, in the order in which findings are listed. */
export const rules: readonly Rule[] = [
  encoding,
  duplicateName,
  unresolvedReference,
  nameCase,
  unused,
  notAvailable,
  limit,
  featureMissing,
  hyperVRoleMissing,
  updateMissing,
  updatesDiffer,
  singleNode,
  processorsDiffer,
  singlePath,
  noClusterNetwork,
  modelUnsuitable,
  witnessMissing,
  witnessUnsuitable,
  diskOnly,
  evenVotes,
  notShared,
  pathNotClustered,
  unknownVolume,
  driveLetterConflict,
  driveLettersExhausted,
  guidMismatch,
  guidAmbiguous,
  mountPointGroup,
  mountPointUnclustered,
  mountPointDependency,
  sharedDiskGroups,
  movesTogether,
  diskInTwoGroups,
  differencingParent,
  differencingMissingParent,
  differencingCycle,
  passthroughNotClustered,
  passthroughShared,
  passthroughHasVolume,
  volumeOverfull,
  sharedVolumeDependency,
  thirdPartyUnsupported,
  notHighlyAvailable,
  runningWhileClustered,
  generation,
  switchMissing,
  configurationMissing,
  configurationShared,
  configurationDependencyMissing,
  vmStorageDependencyMissing,
  configurationStorageDependencyMissing,
  workloadUnmonitored,
  failoverDisabled,
  dependencyCycle,
  crossGroupDependency,
  unknownDependency,
  requiredDependencyMissing,
  redundantDependency,
  ambiguousDependency,
  noPossibleOwner,
  singlePossibleOwner,
  ownerNotPossible,
  preferredNotPossible,
  failbackWithoutEffect,
  failbackWindow,
  neverFailsOver,
  timeouts,
  nodeOvercommitted,
  idleReserve,
  unevenLoad,
  processors,
  unsatisfiable,
  familyTogether,
  membersTogether,
  storageKind,
  tooFew,
  nlbSize,
  osUnsupported,
  witnessInside,
  unreachable,
  noExpectation,
];
