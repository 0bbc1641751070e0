import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { MarkedLines } from './reporter';

/** Long enough for a language server to start on a busy machine. In ms. */
const timeout = 60_000;

/** Called by VS Code inside the extension host: runs every test script beside this one and rejects when one fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout, reporter: MarkedLines });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${String(failures)} tests failed in the extension host.`);
}
