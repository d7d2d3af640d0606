/** What is under the pointer or in focus, in words: what it is, what it is doing, since when. */
import { useStoreApi } from '@xyflow/react';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { toSeconds } from '../../engine/time.ts';
import { OPERATION } from '../../models/facts.ts';
import type { Frame } from '../../playback/director.ts';
import { faultsAt } from '../../scenario/lasting-faults.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { useRun, useRunState } from '../../stores/session-context.tsx';
import type { Vocabulary } from '../../text/text.ts';
import { type Say, useText, useVocabulary } from '../../ui/use-text.ts';
import { componentName, componentPurpose, type Description, describeInstance, describeMessage } from '../describe.ts';
import { doingOf } from '../doing.ts';
import { faultSentence, faultsOfComponent, faultsOfLink } from '../faults-now.ts';
import { POINTS_PER_PATH, pointTable } from '../geometry.ts';
import type { PlacedMessages } from '../message-layer/place-messages.ts';
import { restingIn } from '../nodes/group-summary.ts';
import { paramsNow } from '../params-now.ts';
import type { ComponentData, Flow, LinkFlowEdge } from '../to-flow.ts';
import { usePicture } from '../use-picture.ts';
import type { PointedAt } from './pointed-at.ts';

interface TooltipProps {
  id: string;
  at: PointedAt;
  /** Came by keyboard: shows at once. */
  isFocused: boolean;
  flow: Flow;
  placed: PlacedMessages;
  canvas: RefObject<HTMLElement | null>;
}

/** Between a tooltip and what it speaks of, and to the border of the canvas, in pixels. */
const GAP = 10;

export function Tooltip({ id, at, isFocused, flow, placed, canvas }: TooltipProps) {
  const description = useDescription(at, flow);
  const box = useRef<HTMLDivElement>(null);
  const flowStore = useStoreApi();
  const { frames } = useRun();
  const isShown = description !== null;

  useLayoutEffect(() => {
    if (!isShown) return;
    const place = () => {
      const element = box.current;
      const ground = canvas.current;
      if (!element || !ground) return;
      const frame = frames.latest();
      const anchor =
        at.kind === 'message'
          ? frame && messageAnchor(at, frame, placed, flowStore.getState().transform)
          : at.kind === 'link'
            ? linkAnchor(flow.edges[at.link], flowStore.getState().transform)
            : elementAnchor(at, ground);
      if (anchor) moveBeside(element, ground, anchor);
    };
    place();
    let next = requestAnimationFrame(function tick() {
      place();
      next = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(next);
  }, [at, isShown, canvas, frames, placed, flowStore, flow]);

  if (!description) return null;
  const isAtOnce = isFocused || at.kind === 'message';
  return (
    <div ref={box} id={id} role="tooltip" className={isAtOnce ? 'picture-tooltip' : 'picture-tooltip is-delayed'}>
      <strong>{description.title}</strong>
      {description.what && <p className="tooltip-what">{description.what}</p>}
      {description.doing.map((sentence) => (
        <p key={sentence} className="number-text">
          {sentence}
        </p>
      ))}
    </div>
  );
}

/** What is asked by whoever looks for work. */
const asksForWork: readonly number[] = [OPERATION.receive, OPERATION.fetch];

/** The words, from the latest picture; null once it is gone. */
function useDescription(at: PointedAt, { nodes, edges }: Flow): Description | null {
  const say = useText();
  const vocabulary = useVocabulary();
  const frame = usePicture();
  const scenario = useRunState((run) => run.scenario);
  if (!frame) return null;
  if (at.kind === 'link') {
    const edge = edges[at.link];
    if (!edge) return null;
    const ends = { from: componentName(vocabulary, edge.source), to: componentName(vocabulary, edge.target) };
    const struck = faultsOfLink(scenario, at.link, frame.t).map((fault) => faultSentence(fault, say));
    if (struck.length > 0) return { title: say('canvas.link.unused', ends), doing: struck };
    return { title: say('canvas.link.unused', ends), doing: [say('canvas.link.unused.what')] };
  }
  if (at.kind === 'message') {
    const { hops } = frame;
    const row = rowOf(at, frame);
    const edge = edges[hops.link[row] ?? -1];
    if (row < 0 || !edge) return null;
    const operation = hops.operation[row] as number;
    const upload = hops.upload[row] as number;
    return describeMessage(
      {
        operation,
        isBack: at.isBack,
        upload,
        reason: hops.reason[row] as number,
        sentAt: hops.sentAt[row] as number,
        caller: componentName(vocabulary, edge.source),
        callee: componentName(vocabulary, edge.target),
        attempt: hops.attempt[row] as number,
        isEmpty: at.isBack && asksForWork.includes(operation) && upload < 0,
      },
      say,
    );
  }
  const data: ComponentData | undefined = nodes.find((node) => node.id === at.component)?.data;
  const view = data && frame.view[data.index];
  if (!data || !view) return null;
  const t = toSeconds(frame.t);
  if (at.kind === 'instance') {
    const instance = 'instances' in view && view.instances.find(({ id }) => id === at.instance);
    return instance
      ? describeInstance(instance, restingIn(view, instance), componentName(vocabulary, data.id), frame.t, say)
      : null;
  }
  return {
    title: componentName(vocabulary, data.id),
    what: componentPurpose(vocabulary, data.id, data.kind),
    doing: doingOf(
      view,
      paramsNow(scenario, data.index, t),
      frame.t,
      say,
      wrongAt(data, edges, scenario, frame, say, vocabulary),
    ),
  };
}

/** What is wrong with a component: the faults that strike it or its links, and that it suffers from others. */
function wrongAt(
  { index }: ComponentData,
  edges: readonly LinkFlowEdge[],
  scenario: Scenario,
  { t, suffering }: Frame,
  say: Say,
  vocabulary: Vocabulary,
): string[] {
  const ofLinks = faultsAt(scenario, index, t).flatMap((fault) => {
    const edge = edges[fault.link];
    if (!edge) return [];
    const ends = { from: componentName(vocabulary, edge.source), to: componentName(vocabulary, edge.target) };
    return [say('canvas.fault.link', { ...ends, fault: faultSentence(fault, say) })];
  });
  return [
    ...faultsOfComponent(scenario, index, t).map((fault) => faultSentence(fault, say)),
    ...ofLinks,
    ...(suffering.includes(index) ? [say('canvas.suffers.what')] : []),
  ];
}

function rowOf({ messageId, isBack }: { messageId: number; isBack: boolean }, { hops }: Frame): number {
  for (let row = 0; row < hops.length; row += 1) {
    if (hops.messageId[row] === messageId && (hops.back[row] === 1) === isBack) return row;
  }
  return -1;
}

/** A rectangle in pixels from the corner of the canvas. */
interface Anchor {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function messageAnchor(
  at: { messageId: number; isBack: boolean },
  frame: Frame,
  placed: PlacedMessages,
  [dx, dy, zoom]: readonly [number, number, number],
): Anchor | null {
  const row = rowOf(at, frame);
  if (row < 0 || row >= placed.length) return null;
  const x = (placed.x[row] as number) * zoom + dx;
  const y = (placed.y[row] as number) * zoom + dy;
  return { left: x, right: x, top: y - 4, bottom: y + 4 };
}

/** Its middle. */
function linkAnchor(edge: LinkFlowEdge | undefined, [dx, dy, zoom]: readonly [number, number, number]): Anchor | null {
  if (!edge?.data) return null;
  const table = pointTable(edge.data.path.curve);
  const x = (table[POINTS_PER_PATH] as number) * zoom + dx;
  const y = (table[POINTS_PER_PATH + 1] as number) * zoom + dy;
  return { left: x, right: x, top: y - 4, bottom: y + 4 };
}

function elementAnchor(at: Extract<PointedAt, { component: string }>, ground: HTMLElement): Anchor | null {
  const node = ground.querySelector(`.react-flow__node[data-id="${CSS.escape(at.component)}"]`);
  const element = at.kind === 'instance' ? node?.querySelector(`[data-instance="${at.instance}"]`) : node;
  if (!element) return null;
  const box = element.getBoundingClientRect();
  const origin = ground.getBoundingClientRect();
  return {
    left: box.left - origin.left,
    right: box.right - origin.left,
    top: box.top - origin.top,
    bottom: box.bottom - origin.top,
  };
}

/** Above, else below, else inside at the top; always within the canvas. */
function moveBeside(element: HTMLElement, ground: HTMLElement, anchor: Anchor): void {
  const { offsetWidth: width, offsetHeight: height } = element;
  const most = ground.clientWidth - width - GAP;
  const x = Math.max(GAP, Math.min(most, (anchor.left + anchor.right) / 2 - width / 2));
  const above = anchor.top - height - GAP;
  const below = anchor.bottom + GAP;
  const fitsBelow = below + height + GAP <= ground.clientHeight;
  const y = above >= GAP ? above : fitsBelow ? below : GAP;
  element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
