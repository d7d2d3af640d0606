/** Puts the picture of a hand-made moment on a page, for the browser tests of the canvas. */
import { domAnimation, LazyMotion, MotionConfig } from 'framer-motion';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../src/ui/base.css';
import '../../src/ui/tokens.css';
import { StageCanvas } from '../../src/canvas/StageCanvas.tsx';
import { seconds } from '../../src/engine/time.ts';
import type { Director, Frame } from '../../src/playback/director.ts';
import type { Hops } from '../../src/playback/hops.ts';
import { Reel } from '../../src/playback/reel.ts';
import { emptyView } from '../../src/playback/view.ts';
import type { GroupView } from '../../src/playback/views/group-view.ts';
import type { InstanceView, JobView } from '../../src/playback/views/instances.ts';
import { nodesOf, topologyOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { FaultIntervention } from '../../src/scenario/scenario.ts';
import type { StageId } from '../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import { FrameBuffer } from '../../src/stores/frame-buffer.ts';
import { createRunStore } from '../../src/stores/run-store.ts';
import type { Run } from '../../src/stores/session.ts';
import { RunProvider, SessionProvider } from '../../src/stores/session-context.tsx';

/** The moment of every hand-made picture. */
export const NOW = seconds(100);

/** A message on its way. */
export type MessageOnItsWay = Partial<Record<Exclude<keyof Hops, 'length'>, number>>;

export interface Shown {
  session: PageSession;
  /** Shows this picture instead. */
  show(change: (frame: Frame) => void): void;
  /** Lets these faults last at `NOW`, in the scenario of the first stage. */
  strike(...faults: Pick<FaultIntervention, 'fault' | 'target' | 'strength'>[]): void;
  /** Shows another stage in the same canvas. */
  goTo(stage: StageId): void;
  remove(): void;
}

/** Shows a stage at `NOW`, with what `change` makes of the empty picture. */
export function showCanvas(
  stage: StageId,
  change: (frame: Frame) => void,
  size = { width: 900, height: 700 },
  compact = false,
  picture: (compact: boolean) => ReactNode = (isCompact) => <StageCanvas compact={isCompact} />,
): Shown {
  const session = createSession();
  const first = runAt(stage);
  first.show(change);
  const place = document.createElement('div');
  Object.assign(place.style, { width: `${size.width}px`, height: `${size.height}px` });
  document.body.append(place);
  const root = createRoot(place);
  const render = (run: Run): void =>
    root.render(
      <LazyMotion features={domAnimation} strict>
        <MotionConfig reducedMotion="user">
          <SessionProvider session={session}>
            <RunProvider run={run}>{picture(compact)}</RunProvider>
          </SessionProvider>
        </MotionConfig>
      </LazyMotion>,
    );
  render(first.run);
  return {
    session,
    show: first.show,
    strike(...faults) {
      const interventions = faults.map((fault) => ({ kind: 'fault', atSeconds: 10, ...fault }) as const);
      first.run.store.setState({ scenario: newScenario(stage, { interventions }) });
    },
    goTo(other) {
      const next = runAt(other);
      next.show(() => {});
      render(next.run);
    },
    remove() {
      root.unmount();
      place.remove();
    },
  };
}

/** A run whose pictures are made by hand. */
function runAt(stage: StageId): { run: Run; show: (edit: (frame: Frame) => void) => void } {
  const scenario = newScenario(stage);
  const frames = new FrameBuffer();
  const { length } = topologyOf(scenario).links;
  const show = (edit: (frame: Frame) => void): void => {
    const frame: Frame = {
      t: NOW,
      speed: 5,
      view: emptyView(nodesOf(scenario)),
      hops: hopsOf([]),
      messagesPerDot: 1,
      lagSeconds: 0,
      flows: { perWallSecond: new Float64Array(length * 2), isFlowing: new Uint8Array(length * 2) },
      suffering: [],
    };
    edit(frame);
    frames.publish(frame, performance.now(), true);
  };
  const run: Run = {
    id: stage,
    stage,
    store: createRunStore(scenario),
    frames,
    reel: new Reel(),
    director: (): Director => {
      throw new Error('the picture is made by hand');
    },
  };
  return { run, show };
}

/** The messages of a picture; what is not said is 0. */
export function hopsOf(messages: readonly MessageOnItsWay[]): Hops {
  const column = (name: Exclude<keyof Hops, 'length'>) => messages.map((message) => message[name] ?? 0);
  return {
    length: messages.length,
    link: Uint16Array.from(column('link')),
    back: Uint8Array.from(column('back')),
    position: Float32Array.from(column('position')),
    upload: Int32Array.from(column('upload')),
    messageId: Int32Array.from(column('messageId')),
    operation: Uint8Array.from(column('operation')),
    reason: Uint8Array.from(column('reason')),
    attempt: Uint8Array.from(column('attempt')),
    sentAt: Float64Array.from(column('sentAt')),
    arrivesAt: Float64Array.from(column('arrivesAt')),
  };
}

/** The group with this number in the topology. */
export function groupIn({ view }: Frame, index: number): GroupView {
  const group = view[index];
  if (group?.kind !== 'instance-group') throw new Error(`component ${index} is no group`);
  return group;
}

/** An instance in service since a minute ago, if nothing else is said. */
export function instance(id: number, more: Partial<InstanceView> = {}): InstanceView {
  const since = NOW - seconds(60);
  return { id, phase: 'in-service', zone: 0, since, until: since, jobs: [], idleSince: since, ...more };
}

/** Work at half of its first rendition, if nothing else is said. */
export function job(more: Partial<JobView> = {}): JobView {
  const began = NOW - seconds(4);
  return { job: 0, upload: 12, began, step: 1, makes: 1, stepBegan: began, stepEnds: NOW + seconds(4), ...more };
}
