import { shapeAt, placeOfShape } from '../diagram/anchors';
import { buildScene, drawnViews } from '../diagram/build-scene';
import type { DrawnView } from '../diagram/build-scene';
import type { ViewName } from '../diagram/scene';
import type { Finding } from '../language/finding';
import { includesOf } from '../model/includes';
import type {
  LocateParams,
  LocateResult,
  PictureParams,
  PictureResult,
  ShapeAtParams,
  ShapeAtResult,
} from '../protocol/server';
import { fileNameOf } from './designs/addresses';
import type { LayoutService } from './layout';
import { momentOf } from './moments';
import { newestFor } from './newest';
import type { Simulations } from './simulations';
import type { Analysis, OpenDesign, Workspace } from './workspace';

/** What panels ask of the server. */
export interface Pictures {
  picture(params: PictureParams): Promise<PictureResult>;
  locate(params: LocateParams): LocateResult;
  shapeAt(params: ShapeAtParams): ShapeAtResult;
}

function isDrawn(view: ViewName): view is DrawnView {
  return drawnViews.some((drawn) => drawn === view);
}

/** The first place where the text breaks off: a picture of the rest would lack things that are there. */
function firstUnreadable({ findings }: Analysis): Finding | undefined {
  return findings.find(({ code, severity }) => code === 'language/syntax' && severity === 'error');
}

/** Where another part of the design cannot be read, the line is that of the first `include`, and the message names the part. */
function unreadable(finding: Finding, { document, version }: OpenDesign): PictureResult {
  const own = document.rangeOf(finding.place);
  if (own) return { kind: 'unreadable', version, line: own.start.line, message: finding.message };
  const [include] = includesOf(document);
  const line = include ? (document.rangeOf(include.place)?.start.line ?? 0) : 0;
  const message = `${fileNameOf(finding.place.declaration.file)}: ${finding.message}`;
  return { kind: 'unreadable', version, line, message };
}

/** Pictures of the newest text or, while a simulation of a design runs, of its present moment. */
export function createPictures(workspace: Workspace, simulations: Simulations, layout: LayoutService): Pictures {
  const newest = newestFor<PictureResult>();

  const draw = async ({ uri, view, anyway }: PictureParams): Promise<PictureResult> => {
    await workspace.ready(uri);
    const open = workspace.get(uri);
    if (!open) return { kind: 'unknown' };
    if (!isDrawn(view)) throw new Error(`There is no picture of the ${view} yet.`);
    const analysis = workspace.analyse(open);
    const { findings } = analysis;
    const running = simulations.presentationOf(uri);
    if (running) {
      const { design, state } = running.presentation;
      const scene = buildScene(design.cluster, view, { state, findings });
      const moment = momentOf(running);
      return { kind: 'picture', version: design.version, picture: await layout.layOut(scene), moment };
    }
    const broken = anyway === true ? undefined : firstUnreadable(analysis);
    if (broken) return unreadable(broken, open);
    const scene = buildScene(analysis.design.cluster, view, { findings });
    return { kind: 'picture', version: open.version, picture: await layout.layOut(scene), moment: undefined };
  };

  return {
    picture: (params) => newest(`${params.view} ${String(params.anyway ?? false)} ${params.uri}`, () => draw(params)),
    locate: ({ uri, id }) => {
      const open = workspace.get(uri);
      if (!open) return null;
      const { design } = workspace.analyse(open);
      const place = placeOfShape(design.cluster, id);
      const range = place && design.documents.map((document) => document.rangeOf(place)).find((found) => found);
      return place && range ? { uri: place.declaration.file, range } : null;
    },
    shapeAt: ({ uri, view, line, character }) => {
      const open = workspace.get(uri);
      if (!open) return null;
      const { declaration, offset } = open.document.spotAt({ line, character });
      return shapeAt(workspace.analyse(open).design.cluster, view, declaration, offset) ?? null;
    },
  };
}
