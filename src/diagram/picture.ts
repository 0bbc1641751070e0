import type { EdgeKind, FindingCount, PathMark, ShapeKind, ViewName } from './scene';

/** A scene with a place for everything: plain data that travels to the panel. All lengths in px at 100 %. */
export interface Picture {
  readonly view: ViewName;
  readonly title: string;
  readonly subtitle: string;
  readonly width: number;
  readonly height: number;
  /** In reading order; a container comes before what lies in it. */
  readonly shapes: readonly Shape[];
  readonly edges: readonly Route[];
  /** Words that stand free in the picture: column heads, hints. */
  readonly captions: readonly Caption[];
}

/** How a shape is drawn. A lane is a container without a head and without a name of its own. */
export type ShapeForm = 'lane' | 'container' | 'card' | 'volume' | 'row' | 'gate' | 'note';

export interface Shape {
  readonly id: string;
  readonly kind: ShapeKind;
  readonly form: ShapeForm;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly detail: string;
  readonly parent: string | undefined;
  readonly state: string | undefined;
  readonly findings: FindingCount | undefined;
  /** One mark a node, in node order: owner, path, or no path. */
  readonly paths?: readonly PathMark[] | undefined;
  /** Stands for something that the design does not have. */
  readonly absent?: true | undefined;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Route {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly missing: boolean;
  /** Corners of the orthogonal line, at least two; corners are rounded when painted. */
  readonly points: readonly Point[];
  readonly arrow: boolean;
  /** What is wrong, beside the line: "dependency missing", "no path to LUN9". */
  readonly words?: string | undefined;
  /** Drawn only while one of its ends is selected: the picture would be full of lines otherwise. */
  readonly onSelection?: true | undefined;
}

export interface Caption {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly role: 'column' | 'hint';
}
