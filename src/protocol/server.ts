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

export const methods = {
  picture: 'hacluster/picture',
  locate: 'hacluster/locate',
  shapeAt: 'hacluster/shapeAt',
  faults: 'hacluster/faults',
  debugMessage: 'hacluster/debug/message',
  debugEnd: 'hacluster/debug/end',
  moment: 'hacluster/moment',
} as const;

/** Requests the extension makes, by method: what it sends and what it gets. */
export interface ServerRequests {
  readonly [methods.picture]: { readonly params: PictureParams; readonly result: PictureResult };
  readonly [methods.locate]: { readonly params: LocateParams; readonly result: LocateResult };
  readonly [methods.shapeAt]: { readonly params: ShapeAtParams; readonly result: ShapeAtResult };
  readonly [methods.faults]: { readonly params: FaultsParams; readonly result: FaultsResult };
}

/** Notifications by method; `debugMessage` goes both ways. */
export interface ServerNotifications {
  readonly [methods.debugMessage]: DebugMessageParams;
  readonly [methods.debugEnd]: DebugEndParams;
  readonly [methods.moment]: MomentParams;
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
