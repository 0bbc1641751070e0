import { Fragment, type VNode } from 'preact';
import { marks, pathMark } from '../src/diagram/paint/card';
import { icon } from '../src/diagram/paint/icons';
import { edge } from '../src/diagram/paint/edges';
import { penWith } from '../src/diagram/paint/pen';
import { stateGlyph, stateLook } from '../src/diagram/paint/states';
import { panelInk } from '../src/diagram/paint/theme';
import type { Tree } from '../src/diagram/paint/tree';
import type { Route } from '../src/diagram/picture';
import type { PathMark, ViewName } from '../src/diagram/scene';
import { draw } from './drawing';
import { Icon } from './ui/icons';

type Sample =
  | { readonly line: Pick<Route, 'kind' | 'missing' | 'arrow'> }
  | { readonly state: string }
  | { readonly file: 'differencing' }
  | { readonly marks: readonly PathMark[] }
  | { readonly words: true };

interface Key {
  readonly sample: Sample;
  readonly meaning: string;
}

const state = (name: string): Key => ({ sample: { state: name }, meaning: stateLook(name)?.word ?? name });

const keys: Readonly<Record<ViewName, readonly Key[]>> = {
  dependencies: [
    { sample: { line: { kind: 'depends_on', missing: false, arrow: true } }, meaning: 'needs' },
    { sample: { words: true }, meaning: 'AND: all of them' },
    { sample: { words: true }, meaning: 'OR: one of them' },
    ...['online', 'offline', 'failed', 'pending', 'partial_online'].map(state),
  ],
  storage: [
    { sample: { line: { kind: 'owns', missing: false, arrow: true } }, meaning: 'owns, holds, stores' },
    { sample: { line: { kind: 'reaches', missing: false, arrow: false } }, meaning: 'has a path, is not the owner' },
    { sample: { line: { kind: 'reaches', missing: true, arrow: false } }, meaning: 'path missing' },
    { sample: { marks: ['owner', 'path', 'none'] }, meaning: 'paths by node: owner, path, none' },
    { sample: { file: 'differencing' }, meaning: 'differencing disk' },
    ...['online', 'offline', 'failed', 'pending'].map(state),
  ],
  placement: [],
};

const glyphSize = 14;
const lineWidth = 28;

function Picture({ width, trees }: { readonly width: number; readonly trees: readonly Tree[] }): VNode {
  return (
    <svg width={width} height={glyphSize} aria-hidden="true">
      {trees.map((tree, index) => (
        <Fragment key={index}>{draw(tree)}</Fragment>
      ))}
    </svg>
  );
}

function SampleOf({ sample }: { readonly sample: Sample }): VNode | null {
  if ('line' in sample) {
    const end = sample.line.missing ? lineWidth / 2 : lineWidth;
    const y = glyphSize / 2;
    const points = [
      { x: 0, y },
      { x: end, y },
    ];
    const trees = edge({ id: '', from: '', to: '', ...sample.line, points, words: '' }, false, penWith(panelInk));
    return <Picture width={lineWidth} trees={trees} />;
  }
  if ('state' in sample) {
    const look = stateLook(sample.state);
    return look ? <Picture width={glyphSize} trees={[stateGlyph(look, 0, 0, panelInk)]} /> : null;
  }
  if ('marks' in sample) {
    const { pitch } = marks;
    const trees = sample.marks.map((mark, index) =>
      pathMark(mark, pitch * (index + 0.5), glyphSize / 2, penWith(panelInk)),
    );
    return <Picture width={pitch * trees.length} trees={trees} />;
  }
  if ('file' in sample) return <Picture width={16} trees={[icon(sample.file, 0, -1, 'text', panelInk)]} />;
  return null;
}

interface FootProps {
  readonly view: ViewName;
  /** Whether cards have path marks. */
  readonly hasMarks: boolean;
  /** Errors that the shapes of the picture have. */
  readonly errors: number;
  readonly drawing: boolean;
  /** Whether the text has changed since in a way that cannot be read. */
  readonly old: boolean;
  /** Whether the picture is of a moment of a simulation. */
  readonly simulated: boolean;
}

function truth({ drawing, old, simulated }: FootProps): string {
  if (drawing) return 'Drawing…';
  if (old) return 'Picture is older than the text';
  return simulated ? 'Picture is of the simulation' : 'Picture is of the present text';
}

/** What the marks mean, and whether the picture is of the present text. */
export function Foot(props: FootProps): VNode {
  const { view, hasMarks, errors, old } = props;
  const shown = keys[view].filter(({ sample }) => hasMarks || !('marks' in sample));
  return (
    <div class="foot">
      <ul class="legend" aria-label="Legend">
        {shown.map(({ sample, meaning }) => (
          <li key={meaning}>
            <SampleOf sample={sample} />
            {meaning}
          </li>
        ))}
      </ul>
      <span class="space" />
      {errors > 0 && (
        <span class="errors">
          <Icon name="error" size={14} />
          {errors === 1 ? '1 error in this picture' : `${errors} errors in this picture`}
        </span>
      )}
      <span class={old ? 'truth old' : 'truth'} role="status">
        <Icon name={old ? 'warning' : 'present'} size={14} />
        {truth(props)}
      </span>
    </div>
  );
}
