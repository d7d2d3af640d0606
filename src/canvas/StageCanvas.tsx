/** The picture of a run: its architecture, how each component does, and every message on its way. */
import '@xyflow/react/dist/base.css';
import { ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi } from '@xyflow/react';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Topology } from '../models/topology.ts';
import { isOnBench, stages } from '../stages/catalogue.ts';
import { useRun, useSession, useSessionState } from '../stores/session-context.tsx';
import { LESS_MOTION } from '../ui/media.ts';
import { useMedia } from '../ui/use-media.ts';
import { useText, useVocabulary } from '../ui/use-text.ts';
import { Controls } from './Controls.tsx';
import './canvas.css';
import type { RunId } from '../stores/session.ts';
import { componentName, shortName } from './describe.ts';
import { LinkEdge } from './edges/LinkEdge.tsx';
import { wasCut } from './faults-now.ts';
import { boxAround, pointTable } from './geometry.ts';
import { litOf } from './highlight.ts';
import { Legend } from './Legend.tsx';
import { boxesOf, hasRoomForLegend, type Look, lookFor, machineFrames, viewportFor } from './layout.ts';
import { Machines } from './Machines.tsx';
import { FollowTag } from './message-layer/FollowTag.tsx';
import { MessageLayer } from './message-layer/MessageLayer.tsx';
import { nearestMessage, placedMessages } from './message-layer/place-messages.ts';
import { ComponentNode } from './nodes/ComponentNode.tsx';
import { SufferingCount } from './SufferingCount.tsx';
import { toFlow } from './to-flow.ts';
import { isSame, type PointedAt, pointedAtBy } from './tooltip/pointed-at.ts';
import { Tooltip } from './tooltip/Tooltip.tsx';
import { useGlide } from './use-glide.ts';

const nodeTypes = { component: ComponentNode };
const edgeTypes = { link: LinkEdge };

/** Farthest and nearest that one can look. Our choice. */
const LEAST_ZOOM = 0.1;
const MOST_ZOOM = 3;
/** Narrower than this a picture has no room for words between its legend and its buttons. */
const NARROW_PIXELS = 380;
/** How near to a message the pointer has to be, in pixels. */
const REACH_PIXELS = 10;

export interface StageCanvasProps {
  /** The picture with fewer words, whatever the window; else the size of the window decides. */
  compact?: boolean;
}

/**
 * Draws the run of the `RunProvider` around it. Fills its parent, which must have a size. Given another run, what is in
 * both architectures glides to its new place.
 */
export function StageCanvas({ compact = false }: StageCanvasProps) {
  return (
    <ReactFlowProvider>
      <Picture compact={compact} />
    </ReactFlowProvider>
  );
}

function Picture({ compact }: { compact: boolean }) {
  const say = useText();
  const vocabulary = useVocabulary();
  const session = useSession();
  const run = useRun();
  const topology: Topology = stages[run.stage];
  const ground = useRef<HTMLElement>(null);
  const size = useSizeOf(ground);
  const look = useLook(topology, size, compact);
  const { density, arrangement } = look;
  const kinds = useMemo(() => new Set(topology.nodes.map(({ kind }) => kind)), [topology]);
  const isStill = useMedia(LESS_MOTION);
  const tooltipId = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn of one run says nothing of another
  const placed = useMemo(placedMessages, [run]);
  const places = useMemo(() => boxesOf(topology, look), [topology, look]);
  const viewport = useMemo(() => size && viewportFor(topology, look, size), [size, topology, look]);
  // Beside an instrument there is not the height for it.
  const isLegendFolded =
    density !== 'full' || isOnBench(run.stage) || !(size && viewport && hasRoomForLegend(topology, viewport, size));
  const moving = useGlide(topology, places, viewport, isStill);
  const flow = useMemo(
    () =>
      toFlow(topology, {
        look,
        nameOf: (id) => componentName(vocabulary, id),
        shortNameOf: (id) => shortName(vocabulary, id),
        describedBy: tooltipId,
        ...(moving ? { boxes: moving } : {}),
      }),
    [topology, look, vocabulary, tooltipId, moving],
  );
  const links = useMemo(
    () => ({
      points: flow.edges.map(({ data }) => pointTable((data as NonNullable<typeof data>).path.curve)),
      travels: flow.edges.map(({ data }) => (data as NonNullable<typeof data>).travels),
      wasCut: (link: number, sentAt: number) => wasCut(run.store.getState().scenario, link, sentAt),
    }),
    [flow, run],
  );
  const bounds = useMemo(() => boxAround(places), [places]);
  const isLit = useSessionState(({ highlight }) => litOf(highlight, topology) !== null);
  const flowStore = useStoreApi();
  const { setViewport } = useReactFlow();
  const fit = useCallback(() => {
    if (viewport) void setViewport(viewport);
  }, [viewport, setViewport]);
  // Whenever the window changes, or what is in it.
  useLayoutEffect(fit, [fit]);

  const [pointed, setPointed] = useState<{ at: PointedAt; isFocused: boolean; run: RunId } | null>(null);
  const pointedAt = pointed?.run === run.id ? pointed : null;
  const point = (at: PointedAt | null, isFocused: boolean) =>
    setPointed((old) => (old?.run === run.id && isSame(old.at, at) ? old : at && { at, isFocused, run: run.id }));

  const messageAt = (event: { clientX: number; clientY: number }): number => {
    const origin = ground.current?.getBoundingClientRect();
    if (!origin) return -1;
    const [dx, dy, zoom] = flowStore.getState().transform;
    const x = (event.clientX - origin.left - dx) / zoom;
    const y = (event.clientY - origin.top - dy) / zoom;
    return nearestMessage(placed, x, y, REACH_PIXELS / zoom);
  };
  const onPointer = (event: PointerEvent) => {
    const isPanning = event.type === 'pointermove' && event.buttons !== 0;
    if (isPanning || !isOnPicture(event.target)) return point(null, false);
    const element = pointedAtBy(event.target);
    if (element) return point(element, false);
    const hops = run.frames.latest()?.hops;
    const row = messageAt(event);
    if (!hops || row < 0) return point(null, false);
    point({ kind: 'message', messageId: hops.messageId[row] as number, isBack: hops.back[row] === 1 }, false);
  };
  const onFocus = (event: FocusEvent) => {
    if (event.target.matches(':focus-visible')) point(pointedAtBy(event.target), true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return point(null, false);
    if (event.key !== 'Enter' || !(event.target as Element).matches('.react-flow__node')) return;
    const at = pointedAtBy(event.target);
    if (at?.kind === 'component') session.select({ kind: 'component', run: run.id, component: at.component });
  };
  const onPaneClick = (event: MouseEvent) => {
    const row = messageAt(event);
    const upload = row < 0 ? -1 : (run.frames.latest()?.hops.upload[row] ?? -1);
    if (upload < 0) return session.select(null);
    session.follow(upload);
    session.select({ kind: 'upload', upload });
  };

  return (
    <section
      ref={ground}
      className={`stage-canvas stage-canvas--${density} stage-canvas--${arrangement}${pointedAt?.at.kind === 'message' ? ' is-on-message' : ''}${isLit ? ' has-lit' : ''}${moving ? ' is-gliding' : ''}`}
      aria-label={say('canvas.name', { stage: say(`stage.${run.stage}`) })}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={() => point(null, false)}
      onFocus={onFocus}
      onBlur={() => point(null, false)}
      onKeyDown={onKeyDown}
    >
      {viewport && (
        <ReactFlow
          defaultViewport={viewport}
          nodes={flow.nodes}
          edges={flow.edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          minZoom={LEAST_ZOOM}
          maxZoom={MOST_ZOOM}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          zoomOnDoubleClick={false}
          zoomOnScroll={!compact}
          preventScrolling={!compact}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          zoomActivationKeyCode={null}
          ariaLabelConfig={{ 'node.a11yDescription.default': say('canvas.node.help') }}
          onNodeClick={(_, node) => session.select({ kind: 'component', run: run.id, component: node.id })}
          onPaneClick={onPaneClick}
        >
          <Machines frames={machineFrames(topology, moving ?? places, density)} />
          <MessageLayer links={links} bounds={bounds} placed={placed} isStepped={isStill} />
        </ReactFlow>
      )}
      <FollowTag placed={placed} />
      <SufferingCount topology={topology} isNarrow={size !== null && size.width < NARROW_PIXELS} />
      <Legend key={isLegendFolded ? 'folded' : 'open'} kinds={kinds} isFolded={isLegendFolded} />
      <Controls fit={fit} fitted={viewport} isStill={isStill} isCompact={density !== 'full'} />
      {pointedAt && (
        <Tooltip
          key={JSON.stringify(pointedAt.at)}
          id={tooltipId}
          at={pointedAt.at}
          isFocused={pointedAt.isFocused}
          flow={flow}
          placed={placed}
          canvas={ground}
        />
      )}
    </section>
  );
}

/** Not on the legend or the buttons that lie on the picture. */
function isOnPicture(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.react-flow') !== null;
}

/** How the stage is drawn; the same object as long as it is the same look. */
function useLook(topology: Topology, size: { width: number; height: number } | null, compact: boolean): Look {
  const { density, arrangement } = size
    ? lookFor(topology, size, compact)
    : ({ density: 'compact', arrangement: 'tall' } as const);
  return useMemo(() => ({ density, arrangement }) as Look, [density, arrangement]);
}

/** Size of an element, kept up to date; null before it is known. */
function useSizeOf(element: React.RefObject<HTMLElement | null>): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
