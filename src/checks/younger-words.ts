import { actionForms } from '../language/schema/actions';
import type { ActionForm } from '../language/schema/actions';
import { quorumModels } from '../language/schema/cluster';
import { blocks } from '../language/schema/schema';
import type { AttributeSchema, BlockSchema } from '../language/schema/types';
import { isAtLeast, versions } from '../language/schema/version';
import type { Version } from '../language/schema/version';
import { firstWithModel } from '../model/profile';

/** Words of an attribute that are younger than a release. */
export interface YoungerAttribute {
  /** First release that has the attribute; undefined where it is old enough, and only some of its values are not. */
  readonly since: Version | undefined;
  /** First release of each younger value, by the value as it is written. */
  readonly values: ReadonlyMap<string, Version>;
  /** Windows property it stands for. */
  readonly property: string | undefined;
}

/** The words of the language that came with a later release than one: few, and for the newest release none. */
export interface YoungerWords {
  /** First release of each younger block, by keyword. */
  readonly blocks: ReadonlyMap<string, Version>;
  /** By keyword of the block and name of the attribute. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, YoungerAttribute>>;
  /** By form, the first release of the form itself, or of optional words in it. */
  readonly actions: ReadonlyMap<string, Pick<ActionForm, 'since' | 'optionsSince'>>;
  readonly isEmpty: boolean;
}

const table: ReadonlyMap<Version, YoungerWords> = new Map(versions.map((version) => [version, wordsFor(version)]));

/** The words that a release does not have yet. */
export function youngerWords(version: Version): YoungerWords {
  return table.get(version) ?? wordsFor(version);
}

/** Whether something came with a later release. */
export function isYounger(since: Version | undefined, version: Version): since is Version {
  return since !== undefined && !isAtLeast(version, since);
}

function wordsFor(version: Version): YoungerWords {
  const schemas: readonly (readonly [string, BlockSchema])[] = Object.entries(blocks);
  const youngerBlocks = schemas.flatMap(([keyword, { since }]) =>
    isYounger(since, version) ? [[keyword, since] as const] : [],
  );
  const attributes = schemas.flatMap(([keyword, schema]) => {
    const own = Object.entries(schema.attributes).flatMap(([name, attribute]) => {
      const younger = youngerAttribute(name, attribute, version);
      return younger ? [[name, younger] as const] : [];
    });
    return own.length > 0 ? [[keyword, new Map(own)] as const] : [];
  });
  const actions = actionForms
    .filter(({ since, optionsSince }) =>
      [since, ...Object.values(optionsSince ?? {})].some((one) => isYounger(one, version)),
    )
    .map((form) => [form.id, form] as const);
  return {
    blocks: new Map(youngerBlocks),
    attributes: new Map(attributes),
    actions: new Map(actions),
    isEmpty: youngerBlocks.length + attributes.length + actions.length === 0,
  };
}

/** Quorum models have their releases in the version profile. */
function youngerAttribute(name: string, schema: AttributeSchema, version: Version): YoungerAttribute | undefined {
  const { valuesSince = {}, property } = schema;
  const models = name === 'model' ? quorumModels.map((model) => [model, firstWithModel(model)] as const) : [];
  const values = new Map([...Object.entries(valuesSince), ...models].filter(([, since]) => isYounger(since, version)));
  const since = isYounger(schema.since, version) ? schema.since : undefined;
  return since === undefined && values.size === 0 ? undefined : { since, values, property };
}
