import { writeDuration } from '../../../language/schema/units';
import type { Resource } from '../../../model/elements';
import { resourcesIn } from '../../elements';
import type { DeclarationRule, Found } from '../../rule';
import { attributeIn } from '../../edits/statement';
import { valueOf } from '../../written';

type Timeout = 'retry_period_on_failure' | 'restart_period' | 'pending_timeout' | 'deadlock_timeout';

/** Two times of which one must not be shorter than the other. */
interface Pair {
  readonly shorter: Timeout;
  readonly longer: Timeout;
  /** The one to change where both are written. */
  readonly blamed: Timeout;
  /** What follows where it is the other way round; the times are those of `shorter` and `longer`. */
  readonly say: (resource: Resource, shorter: string, longer: string) => string;
}

const pairs: readonly Pair[] = [
  {
    shorter: 'restart_period',
    longer: 'retry_period_on_failure',
    blamed: 'retry_period_on_failure',
    say: ({ name }, restart, retry) =>
      `${name} is tried again ${retry} after it has failed for good, before the ${restart} in which its restarts are counted are over: retry_period_on_failure should not be shorter than restart_period.`,
  },
  {
    shorter: 'pending_timeout',
    longer: 'deadlock_timeout',
    blamed: 'pending_timeout',
    say: ({ name }, pending, deadlock) =>
      `${name} may be pending for ${pending}, but is given up after a deadlock_timeout of ${deadlock}: its pending_timeout never takes effect.`,
  },
];

/** Times of a resource that contradict each other. */
export const timeouts: DeclarationRule = {
  code: 'resource/timeouts',
  severity: 'warning',
  source: 'semantics 1.1 (validator rules), 1.4, S01',
  oncePerPlace: true,
  check: (bound) => resourcesIn(bound).flatMap((resource) => pairs.flatMap((pair) => contradiction(resource, pair))),
};

function contradiction(resource: Resource, { shorter, longer, blamed, say }: Pair): readonly Found[] {
  const { values, block } = resource;
  if (values[shorter] <= values[longer]) return [];
  const written = [blamed, shorter, longer].find((name) => attributeIn(block, name)) ?? blamed;
  return [
    {
      message: say(resource, writeDuration(values[shorter]), writeDuration(values[longer])),
      place: valueOf(resource, written),
    },
  ];
}
