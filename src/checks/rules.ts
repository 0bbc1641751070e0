import type { Rule } from './rule';
import { configurationStorageDependencyMissing } from './rules/configuration/storage-dependency-missing';
import { dependencyCycle } from './rules/dependency/cycle';
import { unknownDependency } from './rules/dependency/unknown';
import { duplicateName } from './rules/language/duplicate-name';
import { nameCase } from './rules/language/name-case';
import { unresolvedReference } from './rules/language/unresolved-reference';
import { unused } from './rules/language/unused';
import { featureMissing } from './rules/node/feature-missing';
import { differencingParent } from './rules/storage/differencing-parent';
import { guidMismatch } from './rules/storage/guid-mismatch';
import { notShared } from './rules/storage/not-shared';
import { sharedDiskGroups } from './rules/storage/shared-disk-groups';
import { configurationDependencyMissing } from './rules/vm/configuration-dependency-missing';
import { configurationMissing } from './rules/vm/configuration-missing';
import { vmStorageDependencyMissing } from './rules/vm/storage-dependency-missing';

/** Every rule, in the order in which findings are listed. */
export const rules: readonly Rule[] = [
  duplicateName,
  unresolvedReference,
  nameCase,
  unused,
  featureMissing,
  guidMismatch,
  notShared,
  sharedDiskGroups,
  differencingParent,
  configurationMissing,
  configurationDependencyMissing,
  vmStorageDependencyMissing,
  configurationStorageDependencyMissing,
  unknownDependency,
  dependencyCycle,
];
