import { elementsIn } from '../../elements';
import { install, lacks } from '../../node-lists';
import type { DeclarationRule } from '../../rule';
import { headerOf } from '../../written';
import { releaseUpdate } from './release-update';

/** A 2008 node that says which updates it has, and has Hyper-V only as it was before its release. */
export const updateMissing: DeclarationRule = {
  code: 'node/update-missing',
  severity: 'warning',
  source: 'S20, Prerequisites 2 and Hyper-V Resources; language.md, Settled readings, Units',
  check: (bound, { cluster }) =>
    elementsIn(bound, 'node')
      .filter((node) => cluster.version === releaseUpdate.version && lacks(node, 'updates', releaseUpdate.name))
      .map((node) => ({
        message: `Node ${node.name} lacks ${releaseUpdate.name}, the update that brings the released Hyper-V: it runs a preview of Hyper-V, and virtual machines of the other nodes may not start there.`,
        place: headerOf(node),
        fixes: [
          {
            title: `Add ${releaseUpdate.name} to the updates of ${node.name}`,
            preferred: true,
            edits: [install(node, 'updates', [releaseUpdate.name])],
          },
        ],
      })),
};
