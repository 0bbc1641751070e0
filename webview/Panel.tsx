import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { marks } from '../src/diagram/paint/card';
import { paint } from '../src/diagram/paint/paint';
import { lightTheme } from '../src/diagram/paint/theme';
import { toSvgText } from '../src/diagram/paint/tree';
import type { ViewName } from '../src/diagram/scene';
import type { FromPanel } from '../src/protocol/panel';
import { FailedBar, MomentStrip, NoMatchBar, UnreadableBar } from './Bars';
import { Canvas } from './Canvas';
import { Empty } from './Empty';
import { Foot } from './Foot';
import type { Host } from './host';
import { hitsOf, initialState, reduce } from './state';
import { ToolBar } from './ToolBar';
import type { Viewport, Zoom } from './viewport';

function focusFindField(): void {
  document.getElementById('find')?.focus();
}

/** The whole panel. What it shows comes from the extension by messages; what the reader does goes back by messages. */
export function Panel({ host }: { readonly host: Host }): VNode {
  const { saved, page } = host;
  const firstView = saved?.view ?? page.view;
  const [state, act] = useReducer(reduce, initialState(firstView, saved?.selected));
  const [zooms, setZooms] = useState<Readonly<Partial<Record<ViewName, Zoom | undefined>>>>({
    [firstView]: saved?.zoom,
  });
  const [hit, setHit] = useState(0);
  const viewport = useRef<Viewport | undefined>(undefined);
  const { view, picture, moment, unreadable, selected, query } = state;
  const zoom = zooms[view];
  const hits = useMemo(() => hitsOf(picture, query), [picture, query]);

  useEffect(() => {
    host.listen(act);
    host.send({ type: 'ready', view: firstView });
    const keys = (event: KeyboardEvent): void => {
      if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      focusFindField();
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, [host, firstView]);
  useEffect(() => {
    host.save({ uri: page.uri, view, zoom, selected });
  }, [host, page, view, zoom, selected]);

  const command = (name: Extract<FromPanel, { type: 'command' }>['command']) => (): void =>
    host.send({ type: 'command', command: name });
  const showView = (next: ViewName): void => {
    if (next === view) return;
    host.send({ type: 'view', view: next });
  };
  const open = useCallback(
    (id: string): void => {
      act({ type: 'select', id });
      host.send({ type: 'reveal', id });
    },
    [host],
  );
  const nextHit = (): void => {
    const id = hits[hit % hits.length];
    const shape = picture?.shapes.find((candidate) => candidate.id === id);
    if (!shape) return;
    viewport.current?.reveal(shape);
    act({ type: 'select', id });
    setHit(hit + 1);
  };
  const find = (next: string): void => {
    setHit(0);
    act({ type: 'find', query: next });
  };
  const save = (): void => {
    if (picture) host.send({ type: 'export', svg: toSvgText(paint(picture, { theme: lightTheme })) });
  };

  const shapes = picture?.shapes ?? [];
  const hasMarks = shapes.some(({ paths = [] }) => paths.length >= marks.least && paths.length <= marks.most);
  const errors = shapes.reduce((sum, { findings }) => sum + (findings?.severity === 'error' ? findings.count : 0), 0);
  const empty = picture?.shapes.length === 0;
  return (
    <div class="panel">
      <ToolBar
        view={view}
        title={picture?.title ?? ''}
        subtitle={picture?.subtitle ?? ''}
        query={query}
        found={`${hits.length} found`}
        percent={Math.round((zoom?.k ?? 1) * 100)}
        hasPicture={picture !== undefined && !empty}
        onView={showView}
        onFind={find}
        onNextHit={nextHit}
        onLeaveFind={() => find('')}
        onZoom={(factor) => viewport.current?.zoomBy(factor)}
        onFullSize={() => viewport.current?.fullSize()}
        onFit={() => picture && viewport.current?.fit(picture)}
        onExport={save}
      />
      <main>
        <div class="messages">
          {unreadable && (
            <UnreadableBar
              line={unreadable.line}
              message={unreadable.message}
              onGo={() => host.send({ type: 'line', line: unreadable.line })}
            />
          )}
          {state.failed !== undefined && (
            <FailedBar message={state.failed} onRetry={command('retry')} onLog={command('showLog')} />
          )}
          {picture && query.trim() !== '' && hits.length === 0 && (
            <NoMatchBar query={query.trim()} onClear={() => find('')} />
          )}
        </div>
        {empty && <Empty view={view} onNewDesign={command('newDesign')} />}
        {picture && !empty && (
          <Canvas
            key={picture.view}
            picture={picture}
            moment={moment}
            selected={selected}
            focused={state.focused}
            hits={hits}
            zoom={zoom}
            viewport={viewport}
            onZoom={(next) => setZooms((others) => ({ ...others, [picture.view]: next }))}
            onOpen={open}
            onFocus={(id) => act({ type: 'focus', id })}
            onFind={focusFindField}
          />
        )}
      </main>
      {moment && <MomentStrip moment={moment} onBack={command('stepBack')} onStep={command('stepForward')} />}
      <Foot
        simulated={moment !== undefined}
        view={view}
        hasMarks={hasMarks}
        errors={errors}
        drawing={state.drawing}
        old={unreadable !== undefined}
      />
    </div>
  );
}
