import type { Finding } from '../../language/finding';
import type { Cluster } from '../../model/cluster';
import type { FindingCount } from '../scene';
import type { Standing } from '../standing';

/** What a view is made from: the design, the moment, and what the checks say of it. */
export interface Sight {
  readonly cluster: Cluster;
  readonly standing: Standing;
  readonly findings: readonly Finding[];
  /** Errors and warnings by the id of the shape they concern. */
  readonly counts: ReadonlyMap<string, FindingCount>;
}
