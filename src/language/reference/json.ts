import { actionForms, expectedStates, subjectKinds } from '../schema/actions';
import { blocks } from '../schema/schema';
import { durationUnits, sizeUnits } from '../schema/units';
import { defaultVersion, versions } from '../schema/version';

/** The schema as data for other tools. Fields are added, never renamed. Sizes in bytes, durations in ms. */
export function referenceJson(): object {
  return {
    version: 1,
    releases: versions,
    defaultRelease: defaultVersion,
    units: { size: sizeUnits, duration: durationUnits },
    blocks,
    actions: actionForms,
    expectations: { subjects: subjectKinds, states: expectedStates },
  };
}
