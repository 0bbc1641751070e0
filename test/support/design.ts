import { createDocument } from '../../src/language/document';
import type { Document } from '../../src/language/document';
import type { Cluster } from '../../src/model/cluster';
import { readDesign } from '../../src/model/design';
import type { Design } from '../../src/model/design';

/** The document of a text. */
export function documentOf(text: string): Document {
  return createDocument('test.hacluster', text);
}

/** The design of a text. */
export function designOf(text: string): Design {
  return readDesign([documentOf(text)]);
}

/** The cluster of a text. */
export function clusterOf(text: string): Cluster {
  return designOf(text).cluster;
}
