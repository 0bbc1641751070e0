import type { Version } from '../../../language/schema/version';

/** The update that brings Hyper-V in its released form to Windows Server 2008 (language.md, Units; S20, Prerequisites 2). */
export const releaseUpdate: { readonly version: Version; readonly name: string } = {
  version: '2008',
  name: 'KB950050',
};
