import type { Fix, Place } from '../../../language/finding';
import type { Version } from '../../../language/schema/version';
import type { Span } from '../../../language/span';
import type { AtStatement, Attribute, Block } from '../../../language/tree';
import type { BoundDeclaration } from '../../../model/bind/declaration';
import type { Cluster } from '../../../model/cluster';
import { diskFormatOf, diskFormats } from '../../../model/disk-formats';
import { resolvePath } from '../../../model/paths';
import { isShare } from '../../../model/quorum';
import { removeStatement } from '../../edits/statement';
import { machineFilesIn } from '../../machine-files';
import { guestRelease, raiseRelease, releaseName } from '../../releases';
import type { DeclarationRule, Found } from '../../rule';
import { isYounger, youngerWords } from '../../younger-words';
import type { YoungerAttribute, YoungerWords } from '../../younger-words';

/** Virtual machines with files on a share (checks.md, "Make highly available"; semantics 9.2, S59: SMB 3). */
const sharesSince: Version = '2012';

/** What the declared release does not have yet. Each is found where it is written, in `defaults` too. */
export const notAvailable: DeclarationRule = {
  code: 'version/not-available',
  severity: 'error',
  source: 'language.md, Version profile; the language reference has the source for each block and attribute',
  oncePerPlace: true,
  check: (bound, { cluster }) => [
    ...bound.declaration.blocks
      .flatMap((block) => youngerIn(block, { version: cluster.version, guest: undefined }, cluster))
      .filter(({ span }) => !isMisread(bound, span))
      .map((one) => foundInBlock(one, bound, cluster)),
    ...youngerFiles(bound, cluster),
  ],
};

/** The release that holds where something stands, and the block of the guest cluster it stands in. */
interface Scope {
  readonly version: Version;
  readonly guest: Block | undefined;
}

/** Something that came with a later release. */
interface Younger {
  readonly what: string;
  readonly since: Version;
  /** What follows from it, as the rest of a sentence. */
  readonly effect: string;
  readonly span: Span;
  /** The statement that could go. */
  readonly statement?: Attribute;
}

function messageOf({ what, since, effect }: Omit<Younger, 'span'>, version: Version): string {
  return `${what} came with ${releaseName(since)}. ${releaseName(version)} does not have it, so ${effect}.`;
}

function foundInBlock(younger: Younger & Scope, { declaration }: BoundDeclaration, cluster: Cluster): Found {
  const { since, span, statement, version, guest } = younger;
  const own = guest && cluster.guestClusters.all.find(({ block }) => block === guest);
  const raised = raiseRelease(own, since);
  return {
    message: messageOf(younger, version),
    place: { declaration, span },
    fixes: [
      ...(raised.length > 0 ? raised : raiseRelease(cluster.settings, since)),
      ...(statement ? [removed(statement, { declaration, span })] : []),
    ],
  };
}

function removed({ name, span }: Attribute, { declaration }: Place): Fix {
  return { title: `Remove ${name.text}`, preferred: false, edits: [removeStatement(declaration, span)] };
}

/** A value that could not be read is reported for that. */
function isMisread({ findings }: BoundDeclaration, span: Span): boolean {
  return findings.some(
    ({ place, severity }) => severity === 'error' && place.span.start < span.end && span.start < place.span.end,
  );
}

function youngerIn(block: Block, outer: Scope, cluster: Cluster): readonly (Younger & Scope)[] {
  const keyword = block.keyword.text;
  const scope = keyword === 'guest_cluster' ? { version: guestRelease(cluster, block), guest: block } : outer;
  const words = youngerWords(scope.version);
  if (words.isEmpty) return [];
  const own: Younger[] = [];
  const inner: (Younger & Scope)[] = [];
  const since = words.blocks.get(keyword);
  if (since !== undefined) {
    const effect = 'the cluster cannot be built like this';
    own.push({ what: `The block ${keyword}`, since, effect, span: block.keyword.span });
  }
  const attributes = words.attributes.get(keyword);
  for (const item of block.items) {
    if (item.kind === 'block') inner.push(...youngerIn(item, scope, cluster));
    else if (item.kind === 'at') own.push(...youngerSteps(item, words, scope.version));
    else if (item.kind === 'attribute') own.push(...youngerValues(item, attributes?.get(item.name.text), keyword));
  }
  return [...own.map((one) => ({ ...one, ...scope })), ...inner];
}

/** `false` says that something is not made use of: that is so in any release. */
function youngerValues(item: Attribute, younger: YoungerAttribute | undefined, keyword: string): readonly Younger[] {
  const { name, value } = item;
  if (!value || !younger) return [];
  const { since, values, property } = younger;
  const text = 'text' in value ? value.text : '';
  if (since !== undefined) {
    if (text === 'false') return [];
    const what = property === undefined ? name.text : `${name.text} (${property})`;
    return [{ what, since, effect: `a ${keyword} cannot be given it`, span: item.span, statement: item }];
  }
  const valueSince = values.get(text);
  if (valueSince === undefined) return [];
  const what = `${name.text} = ${text}`;
  return [{ what, since: valueSince, effect: `the ${keyword} cannot be set up like this`, span: value.span }];
}

/** Steps of a scenario that an administrator could not take with the release. */
function youngerSteps({ action }: AtStatement, { actions }: YoungerWords, version: Version): readonly Younger[] {
  const form = action && actions.get(action.form);
  if (!form) return [];
  const effect = 'this step cannot be taken';
  const { span } = action;
  if (isYounger(form.since, version)) return [{ what: `The action '${action.form}'`, since: form.since, effect, span }];
  return action.options.flatMap((option) => {
    const since = form.optionsSince?.[option];
    return isYounger(since, version) ? [{ what: `The action '${action.form} … ${option}'`, since, effect, span }] : [];
  });
}

/** Releases that files of a virtual machine may need. */
const fileReleases: readonly Version[] = [sharesSince, ...diskFormats.map(({ since }) => since)];

function youngerFiles(bound: BoundDeclaration, cluster: Cluster): readonly Found[] {
  const { version } = cluster;
  if (!fileReleases.some((since) => isYounger(since, version))) return [];
  return machineFilesIn(bound).flatMap(({ path, user }) => youngerPath(path.text, path.place, user, cluster));
}

/** A file that the hosts cannot use: on a share, or in a format, that their release does not know. */
function youngerPath(path: string, place: Place, user: string, cluster: Cluster): readonly Found[] {
  const { version } = cluster;
  const isOnShare = isYounger(sharesSince, version) && isShare(path) && resolvePath(cluster, path).kind === 'share';
  const format = diskFormatOf(path);
  const what = isOnShare ? 'A virtual machine with files on a share' : `The disk format ${format?.name ?? ''}`;
  const since = isOnShare ? sharesSince : format?.since;
  if (!isYounger(since, version)) return [];
  const message = messageOf({ what, since, effect: `${user} will not start from ${path}` }, version);
  return [{ message, place, fixes: raiseRelease(cluster.settings, since) }];
}
