import { notSharedPage } from '../rules/storage/not-shared.page';
import { pathNotClusteredPage } from '../rules/storage/path-not-clustered.page';
import { unknownVolumePage } from '../rules/storage/unknown-volume.page';
import { driveLetterConflictPage } from '../rules/storage/drive-letter-conflict.page';
import { driveLettersExhaustedPage } from '../rules/storage/drive-letters-exhausted.page';
import { guidMismatchPage } from '../rules/storage/guid-mismatch.page';
import { guidAmbiguousPage } from '../rules/storage/guid-ambiguous.page';
import { mountPointGroupPage } from '../rules/storage/mount-point-group.page';
import { mountPointUnclusteredPage } from '../rules/storage/mount-point-unclustered.page';
import { mountPointDependencyPage } from '../rules/storage/mount-point-dependency.page';
import { sharedDiskGroupsPage } from '../rules/storage/shared-disk-groups.page';
import { movesTogetherPage } from '../rules/storage/moves-together.page';
import { diskInTwoGroupsPage } from '../rules/storage/disk-in-two-groups.page';
import { differencingParentPage } from '../rules/storage/differencing-parent.page';
import { differencingMissingParentPage } from '../rules/storage/differencing-missing-parent.page';
import { differencingCyclePage } from '../rules/storage/differencing-cycle.page';
import { passthroughNotClusteredPage } from '../rules/storage/passthrough-not-clustered.page';
import { passthroughSharedPage } from '../rules/storage/passthrough-shared.page';
import { passthroughHasVolumePage } from '../rules/storage/passthrough-has-volume.page';
import { volumeOverfullPage } from '../rules/storage/volume-overfull.page';
import { sharedVolumeDependencyPage } from '../rules/storage/shared-volume-dependency.page';
import { thirdPartyUnsupportedPage } from '../rules/storage/third-party-unsupported.page';
import { nodeOvercommittedPage } from '../rules/capacity/node-overcommitted.page';
import { idleReservePage } from '../rules/capacity/idle-reserve.page';
import { unevenLoadPage } from '../rules/capacity/uneven-load.page';
import { processorsPage } from '../rules/capacity/processors.page';
import { unsatisfiablePage } from '../rules/affinity/unsatisfiable.page';
import { familyTogetherPage } from '../rules/affinity/family-together.page';
import { membersTogetherPage } from '../rules/guest/members-together.page';
import { storageKindPage } from '../rules/guest/storage-kind.page';
import { tooFewPage } from '../rules/guest/too-few.page';
import { nlbSizePage } from '../rules/guest/nlb-size.page';
import { osUnsupportedPage } from '../rules/guest/os-unsupported.page';
import { witnessInsidePage } from '../rules/guest/witness-inside.page';
import { unreachablePage } from '../rules/scenario/unreachable.page';
import { noExpectationPage } from '../rules/scenario/no-expectation.page';
import { syntaxPage } from '../rules/language/syntax.page';
import { unknownBlockPage } from '../rules/language/unknown-block.page';
import { unknownAttributePage } from '../rules/language/unknown-attribute.page';
import { missingAttributePage } from '../rules/language/missing-attribute.page';
import { wrongTypePage } from '../rules/language/wrong-type.page';
import { outOfRangePage } from '../rules/language/out-of-range.page';
import { ruleSettingPage } from '../rules/language/rule-setting.page';
import { unusedSuppressionPage } from '../rules/language/unused-suppression.page';
import { encodingPage } from '../rules/language/encoding.page';
import { duplicateNamePage } from '../rules/language/duplicate-name.page';
import { unresolvedReferencePage } from '../rules/language/unresolved-reference.page';
import { nameCasePage } from '../rules/language/name-case.page';
import { unusedPage } from '../rules/language/unused.page';
import { notAvailablePage } from '../rules/version/not-available.page';
import { limitPage } from '../rules/version/limit.page';
import { featureMissingPage } from '../rules/node/feature-missing.page';
import { hyperVRoleMissingPage } from '../rules/node/hyper-v-role-missing.page';
import { updateMissingPage } from '../rules/node/update-missing.page';
import { updatesDifferPage } from '../rules/node/updates-differ.page';
import { singlePage } from '../rules/node/single.page';
import { processorsDifferPage } from '../rules/node/processors-differ.page';
import { singlePathPage } from '../rules/network/single-path.page';
import { noClusterNetworkPage } from '../rules/network/no-cluster-network.page';
import { modelUnsuitablePage } from '../rules/quorum/model-unsuitable.page';
import { witnessMissingPage } from '../rules/quorum/witness-missing.page';
import { witnessUnsuitablePage } from '../rules/quorum/witness-unsuitable.page';
import { diskOnlyPage } from '../rules/quorum/disk-only.page';
import { evenVotesPage } from '../rules/quorum/even-votes.page';
import { notHighlyAvailablePage } from '../rules/vm/not-highly-available.page';
import { runningWhileClusteredPage } from '../rules/vm/running-while-clustered.page';
import { generationPage } from '../rules/vm/generation.page';
import { switchMissingPage } from '../rules/vm/switch-missing.page';
import { configurationMissingPage } from '../rules/vm/configuration-missing.page';
import { configurationSharedPage } from '../rules/vm/configuration-shared.page';
import { configurationDependencyMissingPage } from '../rules/vm/configuration-dependency-missing.page';
import { vmStorageDependencyMissingPage } from '../rules/vm/storage-dependency-missing.page';
import { workloadUnmonitoredPage } from '../rules/vm/workload-unmonitored.page';
import { failoverDisabledPage } from '../rules/vm/failover-disabled.page';
import { configurationStorageDependencyMissingPage } from '../rules/configuration/storage-dependency-missing.page';
import { dependencyCyclePage } from '../rules/dependency/cycle.page';
import { crossGroupPage } from '../rules/dependency/cross-group.page';
import { dependencyUnknownPage } from '../rules/dependency/unknown.page';
import { requiredMissingPage } from '../rules/dependency/required-missing.page';
import { redundantPage } from '../rules/dependency/redundant.page';
import { ambiguousPage } from '../rules/dependency/ambiguous.page';
import { noPossibleOwnerPage } from '../rules/group/no-possible-owner.page';
import { singlePossibleOwnerPage } from '../rules/group/single-possible-owner.page';
import { ownerNotPossiblePage } from '../rules/group/owner-not-possible.page';
import { preferredNotPossiblePage } from '../rules/group/preferred-not-possible.page';
import { failbackWithoutEffectPage } from '../rules/group/failback-without-effect.page';
import { failbackWindowPage } from '../rules/group/failback-window.page';
import { neverFailsOverPage } from '../rules/group/never-fails-over.page';
import { timeoutsPage } from '../rules/resource/timeouts.page';
import type { RulePage } from './page';

/** The page of every code, in the order of the table of rules; those of the language itself come first. */
export const pages: readonly RulePage[] = [
  syntaxPage,
  unknownBlockPage,
  unknownAttributePage,
  missingAttributePage,
  wrongTypePage,
  outOfRangePage,
  ruleSettingPage,
  unusedSuppressionPage,
  encodingPage,
  duplicateNamePage,
  unresolvedReferencePage,
  nameCasePage,
  unusedPage,
  notAvailablePage,
  limitPage,
  featureMissingPage,
  hyperVRoleMissingPage,
  updateMissingPage,
  updatesDifferPage,
  singlePage,
  processorsDifferPage,
  singlePathPage,
  noClusterNetworkPage,
  modelUnsuitablePage,
  witnessMissingPage,
  witnessUnsuitablePage,
  diskOnlyPage,
  evenVotesPage,
  notSharedPage,
  pathNotClusteredPage,
  unknownVolumePage,
  driveLetterConflictPage,
  driveLettersExhaustedPage,
  guidMismatchPage,
  guidAmbiguousPage,
  mountPointGroupPage,
  mountPointUnclusteredPage,
  mountPointDependencyPage,
  sharedDiskGroupsPage,
  movesTogetherPage,
  diskInTwoGroupsPage,
  differencingParentPage,
  differencingMissingParentPage,
  differencingCyclePage,
  passthroughNotClusteredPage,
  passthroughSharedPage,
  passthroughHasVolumePage,
  volumeOverfullPage,
  sharedVolumeDependencyPage,
  thirdPartyUnsupportedPage,
  notHighlyAvailablePage,
  runningWhileClusteredPage,
  generationPage,
  switchMissingPage,
  configurationMissingPage,
  configurationSharedPage,
  configurationDependencyMissingPage,
  vmStorageDependencyMissingPage,
  workloadUnmonitoredPage,
  failoverDisabledPage,
  configurationStorageDependencyMissingPage,
  dependencyCyclePage,
  crossGroupPage,
  dependencyUnknownPage,
  requiredMissingPage,
  redundantPage,
  ambiguousPage,
  noPossibleOwnerPage,
  singlePossibleOwnerPage,
  ownerNotPossiblePage,
  preferredNotPossiblePage,
  failbackWithoutEffectPage,
  failbackWindowPage,
  neverFailsOverPage,
  timeoutsPage,
  nodeOvercommittedPage,
  idleReservePage,
  unevenLoadPage,
  processorsPage,
  unsatisfiablePage,
  familyTogetherPage,
  membersTogetherPage,
  storageKindPage,
  tooFewPage,
  nlbSizePage,
  osUnsupportedPage,
  witnessInsidePage,
  unreachablePage,
  noExpectationPage,
];
