import { elementsIn } from '../../elements';
import type { DeclarationRule } from '../../rule';
import { headerOf, isBroken } from '../../written';

/** A scenario that expects nothing: it passes whatever happens. */
export const noExpectation: DeclarationRule = {
  code: 'scenario/no-expectation',
  severity: 'warning',
  source: 'checks.md, scenario',
  inParts: true,
  check: (bound) =>
    elementsIn(bound, 'scenario')
      .filter(({ declaration }) => !isBroken(declaration))
      .filter(({ statements }) => statements.every(({ kind }) => kind !== 'expect'))
      .map((scenario) => ({
        message: `Scenario ${scenario.name} expects nothing, so it passes whatever happens. Say with expect what must be so.`,
        place: headerOf(scenario),
      })),
};
