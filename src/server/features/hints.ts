import { InlayHintKind } from 'vscode-languageserver';
import type { InlayHint } from 'vscode-languageserver';
import { standingOf } from '../../diagram/standing';
import type { Declaration } from '../../language/declaration';
import type { Range, Span } from '../../language/span';
import type { Cluster } from '../../model/cluster';
import type { ClusterNode, Group } from '../../model/elements';
import { possibleOwners } from '../../model/owners';
import { countOf, listOf } from '../../model/words';
import { countVotes, quorumSetup } from '../../simulation/votes';
import type { Votes } from '../../simulation/votes';
import type { Subject } from './lookup';
import { afterFailures, sayFree, saySize } from './memory';
import type { AfterFailure } from './memory';

/** Something that follows from the text, and what it follows from. */
interface Following {
  readonly label: string;
  readonly because: string;
}

function ofGroup(cluster: Cluster, group: Group, owner: string | undefined): readonly Following[] {
  const possible = possibleOwners(cluster, group);
  const narrowed = possible.length < cluster.nodes.all.length;
  return [
    ...(group.values.owner || owner === undefined
      ? []
      : [
          {
            label: `owned by ${owner}`,
            because: group.values.preferred_owners
              ? 'No owner is given: it is the first of preferred_owners.'
              : 'Neither owner nor preferred_owners is given: it is the first node.',
          },
        ]),
    ...(narrowed
      ? [
          {
            label: possible.length === 0 ? 'no possible owner' : `only on ${listOf(possible.map(({ name }) => name))}`,
            because: 'These nodes are in possible_owners of every resource of the group that has the list.',
          },
        ]
      : []),
  ];
}

/** Votes when every node that is not declared down takes part and the witness is well. */
function votesOf(cluster: Cluster): Votes {
  const members = cluster.nodes.all.filter(({ values }) => values.state !== 'down').map(({ key }) => key);
  return countVotes(cluster, quorumSetup(cluster), members, true);
}

function ofNode(node: ClusterNode, votes: Votes): readonly Following[] {
  const total = [...votes.nodes.values()].reduce((sum, one) => sum + one, votes.witness);
  const own = votes.nodes.get(node.key) ?? 0;
  const witness = votes.witness > 0 ? `, ${countOf(votes.witness, 'vote')} of the witness included` : '';
  return [
    {
      label: `${own} of ${countOf(total, 'vote')}`,
      because: `Votes when a run starts and all nodes that are up take part${witness}.`,
    },
  ];
}

/** What the others have left when the node fails: shown where it has virtual machines that would move. */
function ofFailure(after: AfterFailure | undefined): readonly Following[] {
  if (!after || after.needed === 0) return [];
  const { needed, free } = after;
  return [
    {
      label: `if it fails: ${sayFree(free - needed)}`,
      because: `The virtual machines of its groups need ${saySize(needed)}; the other nodes that are up have ${saySize(free)} free together.`,
    },
  ];
}

/** A block with what follows about it. */
interface Noted {
  readonly declaration: Declaration;
  readonly header: Span;
  readonly facts: readonly Following[];
}

function notesIn({ document, design }: Subject, range: Range): readonly Noted[] {
  const { cluster } = design;
  const shown = new Set(
    document.declarations.filter((declaration) => {
      const first = document.lineOf(declaration) ?? 0;
      return first <= range.end.line && first + declaration.lineStarts.length > range.start.line;
    }),
  );
  const isShown = ({ declaration }: { readonly declaration: Declaration }): boolean => shown.has(declaration);
  const groups = cluster.groups.all.filter(isShown);
  const nodes = cluster.nodes.all.filter(isShown);
  const standing = standingOf(cluster, undefined);
  const votes = nodes.length > 0 ? votesOf(cluster) : undefined;
  const failures = nodes.length > 0 ? afterFailures(cluster) : undefined;
  const { settings } = cluster;
  const hasVersion = settings?.block.items.some((item) => item.kind === 'attribute' && item.name.text === 'version');
  return [
    ...groups.map((group) => ({ ...noted(group), facts: ofGroup(cluster, group, standing.ownerOf(group)) })),
    ...nodes.map((node) => ({
      ...noted(node),
      facts: [...(votes ? ofNode(node, votes) : []), ...ofFailure(failures?.get(node.key))],
    })),
    ...(settings && hasVersion === false && isShown(settings)
      ? [{ ...noted(settings), facts: [versionOf(cluster)] }]
      : []),
  ];
}

function noted({ declaration, block }: ClusterNode | Group | NonNullable<Cluster['settings']>): Omit<Noted, 'facts'> {
  return { declaration, header: block.header };
}

function versionOf({ version }: Cluster): Following {
  return { label: `version ${version}`, because: 'No version is given: it is the newest release.' };
}

/** What follows from the text in a range, shown behind the headers of blocks: owners, possible owners, votes, memory after a failure, the version. */
export function hintsIn(subject: Subject, range: Range): InlayHint[] {
  return notesIn(subject, range).flatMap(({ declaration, header, facts }) => {
    const at = subject.document.rangeOf({ declaration, span: header })?.end;
    if (!at || at.line < range.start.line || at.line > range.end.line) return [];
    return facts.map(({ label, because }) => ({
      position: at,
      label,
      kind: InlayHintKind.Type,
      tooltip: because,
      paddingLeft: true,
    }));
  });
}
