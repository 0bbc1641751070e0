import { anchorsOf } from '../../diagram/anchors';
import { buildScene } from '../../diagram/build-scene';
import { toDot } from '../../diagram/formats/dot';
import { sceneToJson } from '../../diagram/formats/json';
import { toMermaid } from '../../diagram/formats/mermaid';
import { elkEngine } from '../../diagram/layout/elk-engine';
import { layoutScene } from '../../diagram/layout/layout';
import { paint } from '../../diagram/paint/paint';
import { lightTheme } from '../../diagram/paint/theme';
import { toSvgText } from '../../diagram/paint/tree';
import type { Scene } from '../../diagram/scene';
import { locatorOf } from '../../interchange/diagnostics';
import type { Diagnostic } from '../../interchange/diagnostics';
import type { Range } from '../../language/span';
import type { Design } from '../../model/design';
import { createTimeline, simulate } from '../../simulation';
import type { ClusterState, RunInput } from '../../simulation';
import { answer, json } from '../call';
import type { GraphCall, Outcome } from '../call';
import { checkSource, errorsBeforeRun } from '../design';
import { readSource, writeText } from '../files';
import { inputOfActions, refuseProblems } from '../scenario';
import { diagnosticLines } from '../text/diagnostics';

/** The input of `--after`; undefined without one. */
function inputOf({ after, file }: GraphCall, { cluster }: Design): RunInput | undefined {
  if (after.length === 0) return undefined;
  const input = inputOfActions(after, '--after');
  refuseProblems(cluster, input, file);
  return input;
}

function stateAfter(input: RunInput, { cluster }: Design): ClusterState {
  const run = simulate(cluster, input);
  const timeline = createTimeline(run);
  timeline.goTo(run.events.length);
  return timeline.state;
}

function rangesOf({ cluster, documents }: Design, view: GraphCall['view']): (id: string) => Range | undefined {
  const locate = locatorOf(documents);
  const places = new Map(anchorsOf(cluster, view).map(({ id, place }) => [id, place]));
  return (id) => {
    const place = places.get(id);
    return place && locate(place).range;
  };
}

async function write(scene: Scene, design: Design, { format, view }: GraphCall): Promise<string> {
  switch (format) {
    case 'json':
      return json(sceneToJson(scene, rangesOf(design, view)));
    case 'mermaid':
      return toMermaid(scene);
    case 'dot':
      return toDot(scene);
    case 'svg':
      return `${toSvgText(paint(await layoutScene(scene, elkEngine()), { theme: lightTheme }))}\n`;
  }
}

function refused(call: GraphCall, name: string, errors: readonly Diagnostic[]): Outcome {
  if (call.format === 'json') return answer(json({ version: 1, view: call.view, errors }), false);
  return answer([...diagnosticLines({ file: name, diagnostics: errors }), ''].join('\n'), false);
}

/**
 * `hacluster graph`: a view of the design as data or as a picture. A design with errors is drawn as far as it can be read;
 * with `--after` it must be one that can be simulated.
 */
export async function graph(call: GraphCall, stdin: Uint8Array): Promise<Outcome> {
  const source = readSource(call.file, stdin);
  const checked = checkSource(source);
  const { design, findings } = checked;
  const input = inputOf(call, design);
  const errors = errorsBeforeRun(checked);
  if (input ? errors.length > 0 : design.cluster.settings === undefined) return refused(call, source.name, errors);
  const state = input && stateAfter(input, design);
  const text = await write(buildScene(design.cluster, call.view, { state, findings }), design, call);
  if (call.output === undefined) return answer(text, true);
  writeText(call.output, text);
  return answer('', true);
}
