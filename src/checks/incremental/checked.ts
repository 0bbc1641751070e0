import type { Design } from '../../model/design';
import { factTables } from '../facts/facts';
import type { Checked } from '../rule';
import { createCells } from './cells';
import { createFactBook } from './fact-book';
import { createPositions } from './positions';

/** A design with what its declarations say of each other, made at once: for questions that are asked now and then. */
export function checkedOf(design: Design): Checked {
  const positions = createPositions();
  positions.update(design.bound);
  const book = createFactBook(positions, createCells());
  const checked = { ...design, facts: book.facts };
  for (const step of factTables.keys()) {
    for (const bound of design.bound) book.write(step, bound, checked);
  }
  return checked;
}
