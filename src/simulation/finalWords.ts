import type { ClusterState } from './state';
import type { StateProperty, StateValue, Subject, SubjectKind } from './trace';

/** Properties of a thing that have a value, by name. */
export type Words = Readonly<Record<string, StateValue>>;

/** What is said of a group and of a resource at the end of a run (cli.md, Shapes). */
export const groupWords: readonly StateProperty[] = ['state', 'owner', 'status'];
export const resourceWords: readonly StateProperty[] = ['state', 'status'];

/** The properties that have a value. */
export function wordsOf(state: ClusterState, subject: Subject, properties: readonly StateProperty[]): Words {
  const { kind, name, cluster } = subject;
  const pairs = properties.map((property) => [property, state.get(kind, name, property, cluster)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

/** What the state says of each of the names. `cluster`: of a guest cluster's nodes. */
export function table(
  state: ClusterState,
  kind: SubjectKind,
  names: readonly string[],
  properties: readonly StateProperty[],
  cluster?: string,
): Readonly<Record<string, Words>> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      wordsOf(state, { kind, name, ...(cluster === undefined ? {} : { cluster }) }, properties),
    ]),
  );
}

/** Names as declared. */
export function namesOf(all: readonly { readonly name: string }[]): readonly string[] {
  return all.map(({ name }) => name);
}
