import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDesign } from '../generate';
import type { Figure } from '../measure';
import { designsOf } from './content';
import { measureParsers } from './parsing';
import { designSchema } from './schema';
import { measureServer, ownServer, yamlServer } from './serving';

/** Where things stand: the package with what we compare with, and the folder with the bundles of our own parser and server. */
export interface Places {
  readonly others: string;
  readonly bundles: string;
}

/** Our parser and our server beside those of others, on the same design. */
export async function measureRivals(nodes: number, machines: number, places: Places): Promise<readonly Figure[]> {
  if (!existsSync(join(places.others, 'node_modules')))
    return leaveOut('the comparison', 'its packages are not installed');
  const designs = designsOf(generateDesign(nodes, machines));
  const folder = join(places.bundles, 'designs');
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  mkdirSync(folder, { recursive: true });
  const files = {
    hacluster: write('bench.hacluster', designs.hacluster),
    yaml: write('bench.yaml', designs.yaml),
    json: write('bench.json', designs.json),
  };
  const schema = write('bench.schema.json', JSON.stringify(designSchema));
  const figures = [
    ...(await measureParsers(places.others, join(places.bundles, 'own.mjs'), files, machines, leaveOut)),
  ];
  for (const server of [
    ownServer(join(places.bundles, 'server.js'), files.hacluster, designs.hacluster),
    yamlServer(places.others, files.yaml, designs.yaml, schema),
  ]) {
    try {
      figures.push(...(await measureServer(server)));
    } catch (error) {
      leaveOut(server.name, error instanceof Error ? error.message : String(error));
    }
  }
  return figures;
}

function leaveOut(name: string, reason: string): readonly Figure[] {
  process.stdout.write(`\nLeft out: ${name}: ${reason}.\n`);
  return [];
}
