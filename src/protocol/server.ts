import type { Picture } from '../diagram/picture';
import type { ViewName } from '../diagram/scene';
import type { Moment } from './panel';

/** Requests and notifications between the extension and the language server beyond the Language Server Protocol. */

export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** `hacluster/picture`: the picture of a view; of the present moment where a simulation of the design runs. */
export interface PictureParams {
  readonly uri: string;
  readonly view: ViewName;
  /** Draw what can be read even where the text breaks off: for a panel that has no earlier picture to keep. */
  readonly anyway?: true;
}

export type PictureResult =
  | {
      readonly kind: 'picture';
      readonly version: number;
      readonly picture: Picture;
      readonly moment: Moment | undefined;
    }
  | { readonly kind: 'unreadable'; readonly version: number; readonly line: number; readonly message: string }
  | { readonly kind: 'unknown' };

/** `hacluster/locate`: where the thing of a shape is declared now. */
export interface LocateParams {
  readonly uri: string;
  readonly id: string;
}
export type LocateResult = { readonly uri: string; readonly range: WireRange } | null;

/** `hacluster/shapeAt`: the shape whose declaration holds the position. */
export interface ShapeAtParams {
  readonly uri: string;
  readonly view: ViewName;
  readonly line: number;
  readonly character: number;
}
export type ShapeAtResult = string | null;

/** `hacluster/faults`: what may fail, likely things first, as actions of the language. */
export interface FaultsParams {
  readonly uri: string;
}
export interface FaultChoice {
  /** `fail node HostA` */
  readonly action: string;
  readonly label: string;
  readonly description: string;
  readonly group: 'node' | 'witness' | 'disk' | 'storage' | 'network' | 'virtual_machine' | 'move' | 'scenario';
}
export type FaultsResult = readonly FaultChoice[];

/** `hacluster/looseMachines`: the virtual machines of a design outside any group; the one at the position first. */
export interface LooseMachinesParams {
  readonly uri: string;
  readonly position?: WireRange['start'];
}
export interface LooseMachine {
  readonly name: string;
  /** The node it lives on; null where the design does not say. */
  readonly host: string | null;
}
export type LooseMachinesResult = readonly LooseMachine[];

/** `hacluster/highAvailabilityPlan`: how a virtual machine would become highly available. Nothing is changed. */
export interface HighAvailabilityPlanParams {
  readonly uri: string;
  readonly machine: string;
}
/** One thing of the confirmation, with its place. An error stands in the way. */
export interface HighAvailabilityCheck {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly uri: string;
  readonly range: WireRange;
}
/** Edits of one file and the version they are for; null: no editor has it open. */
export interface PlannedFile {
  readonly uri: string;
  readonly version: number | null;
  readonly edits: readonly { readonly range: WireRange; readonly newText: string }[];
}
export interface HighAvailabilityPlan {
  readonly machine: string;
  readonly checks: readonly HighAvailabilityCheck[];
  /** What is built, as phrases. */
  readonly summary: readonly string[];
  /** The report, in Markdown. */
  readonly report: string;
  /** Empty where an error stands in the way. */
  readonly files: readonly PlannedFile[];
}
/** null: the design has no such virtual machine outside a group. */
export type HighAvailabilityPlanResult = HighAvailabilityPlan | null;

/** `hacluster/debug/message` (both ways): a message of the Debug Adapter Protocol for one session. */
export interface DebugMessageParams {
  readonly session: string;
  readonly message: unknown;
}

/** `hacluster/debug/end`: the session is over for the extension. */
export interface DebugEndParams {
  readonly session: string;
}

/** `hacluster/moment` (server to extension): the simulation of a design has come to another moment, or has ended (null). */
export interface MomentParams {
  readonly uri: string;
  readonly session: string;
  readonly moment: Moment | null;
}

/** Bounds of the files that are read, with the reason. */
export const fileLimits = {
  bytes: 32 * 1024 ** 2,
  shown: '32 MB',
  why: 'a design of 8,000 virtual machines takes 5 MB',
} as const;

/** Names of designs, wherever in a folder they are. */
export const designPattern = '**/*.hacluster';

/** `hacluster/readFile` (server to extension): the text of a file that no editor has open, or why there is none. */
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = { readonly text: string } | { readonly missing: string };

/** `hacluster/findFiles` (server to extension): addresses of the designs in folders of the workspace. */
export interface FindFilesParams {
  readonly folders: readonly string[];
  /** How many at most. */
  readonly most: number;
}
export type FindFilesResult = readonly string[];

/** `hacluster/designChanged` (server to extension): what is drawn of these files may be another picture now. */
export interface DesignChangedParams {
  readonly uris: readonly string[];
}

/** What the extension says of itself when the server starts (`initializationOptions`). */
export interface ServerOptions {
  /** It knows the methods of this table: it answers `readFile` and `findFiles`, and follows `designChanged`. */
  readonly knowsMethods?: boolean;
  /** Address of the folder with the pages of the rules, without a slash at its end: codes become links to them. */
  readonly rulePages?: string;
}

export const methods = {
  picture: 'hacluster/picture',
  locate: 'hacluster/locate',
  shapeAt: 'hacluster/shapeAt',
  faults: 'hacluster/faults',
  looseMachines: 'hacluster/looseMachines',
  highAvailabilityPlan: 'hacluster/highAvailabilityPlan',
  debugMessage: 'hacluster/debug/message',
  debugEnd: 'hacluster/debug/end',
  moment: 'hacluster/moment',
  readFile: 'hacluster/readFile',
  findFiles: 'hacluster/findFiles',
  designChanged: 'hacluster/designChanged',
} as const;

/** Requests the extension makes, by method: what it sends and what it gets. */
export interface ServerRequests {
  readonly [methods.picture]: { readonly params: PictureParams; readonly result: PictureResult };
  readonly [methods.locate]: { readonly params: LocateParams; readonly result: LocateResult };
  readonly [methods.shapeAt]: { readonly params: ShapeAtParams; readonly result: ShapeAtResult };
  readonly [methods.faults]: { readonly params: FaultsParams; readonly result: FaultsResult };
  readonly [methods.looseMachines]: { readonly params: LooseMachinesParams; readonly result: LooseMachinesResult };
  readonly [methods.highAvailabilityPlan]: {
    readonly params: HighAvailabilityPlanParams;
    readonly result: HighAvailabilityPlanResult;
  };
}

/** Notifications by method; `debugMessage` goes both ways. */
export interface ServerNotifications {
  readonly [methods.debugMessage]: DebugMessageParams;
  readonly [methods.debugEnd]: DebugEndParams;
  readonly [methods.moment]: MomentParams;
  readonly [methods.designChanged]: DesignChangedParams;
}

/** Requests the server makes, by method. */
export interface ClientRequests {
  readonly [methods.readFile]: { readonly params: ReadFileParams; readonly result: ReadFileResult };
  readonly [methods.findFiles]: { readonly params: FindFilesParams; readonly result: FindFilesResult };
}

/** Language id and debug type of designs. */
export const languageId = 'hacluster';

/** The one thread of a simulation, for requests of the Debug Adapter Protocol that name one. */
export const clusterThread = 1;

/** How far one step goes: to the next event, the next action, the next change of a group, or the end of the run. */
export const stopGranularities = ['event', 'action', 'group', 'end'] as const;
export type StopAt = (typeof stopGranularities)[number];

/** What a launch configuration says (package.json, contributes.debuggers). One of `scenario` and `faults` is there. */
export interface LaunchSettings {
  /** Address of the design: a URI or a path. */
  readonly program: string;
  readonly scenario: string | undefined;
  /** Statements without `at`: `0s fail node HostA`. */
  readonly faults: readonly string[];
  /** Simulated time at which the run ends (`2h`); undefined: when nothing more will happen. */
  readonly until: string | undefined;
  readonly stopAt: StopAt;
  readonly stopOnEntry: boolean;
  /** Run without stopping (VS Code sets it for "Run Without Debugging"). */
  readonly noDebug: boolean;
}
