import type { Version } from '../../../language/schema/version';
import type { DiskResource } from '../../../model/elements';
import { isDiskResource } from '../../../model/elements';
import { groupsIn } from '../../elements';
import { releaseName } from '../../releases';
import type { DeclarationRule, Found } from '../../rule';
import { headerOf, isUnreadable, valueOf } from '../../written';

/** A disk resource of a third party that is not said to support the release of the cluster. */
export const thirdPartyUnsupported: DeclarationRule = {
  code: 'storage/third-party-unsupported',
  severity: 'error',
  source: 'S20 (Prerequisites 3); language.md, Settled readings (supports)',
  check: (declaration, { cluster }) =>
    groupsIn(declaration).flatMap((group) =>
      group.resources.filter(isDiskResource).flatMap((resource) => unsupported(cluster.version, resource)),
    ),
};

function unsupported(version: Version, resource: DiskResource): readonly Found[] {
  if (resource.kind !== 'storage_class' || isUnreadable(resource, 'supports')) return [];
  const { supports } = resource.values;
  if (supports?.some((one) => plain(one) === plain(version)) === true) return [];
  const release = releaseName(version);
  const message = `The third-party disk resource ${resource.name} is not declared to support ${release}: whether it comes online on another node after a failure is not known.`;
  return [{ message, place: supports ? valueOf(resource, 'supports') : headerOf(resource) }];
}

/** A release without what it may be written with: `Windows Server 2008 R2` and `2008R2` are the same. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/windows|server|[^a-z0-9]/g, '');
}
