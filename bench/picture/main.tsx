/**
 * The page that the picture benchmark opens: the real canvas with a run under such traffic that thousands of messages
 * are in flight, each drawn as a dot of its own, played at the speed of the wall clock.
 */
import { domAnimation, LazyMotion, MotionConfig } from 'framer-motion';
import { createRoot } from 'react-dom/client';
import { StageCanvas } from '../../src/canvas/StageCanvas.tsx';
import { Director } from '../../src/playback/director.ts';
import { Reel } from '../../src/playback/reel.ts';
import { planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createSession } from '../../src/stores/create-session.ts';
import { FrameBuffer } from '../../src/stores/frame-buffer.ts';
import { createRunStore } from '../../src/stores/run-store.ts';
import type { Run } from '../../src/stores/session.ts';
import { RunProvider, SessionProvider } from '../../src/stores/session-context.tsx';
import { RunServer } from '../../src/worker/run-server.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';

/** What the benchmark reads off the page. */
export interface PictureProbe {
  /** Messages drawn in the latest frame. */
  inFlight(): number;
  /** Frames drawn so far. */
  frames(): number;
}

declare global {
  var pictureProbe: PictureProbe | undefined;
}

/** Uploads per second: enough for more than 2,000 messages in flight once all are on their way. */
const RATE_PER_SECOND = 1000;
/** From here on as many arrive in the picture as leave, in simulated seconds. */
const FROM_SECONDS = 6;
const UNTIL_SECONDS = 40;

const scenario = newScenario('queued', {
  durationSeconds: UNTIL_SECONDS,
  parameters: {
    users: { arrivals: 'poisson', ratePerSecond: RATE_PER_SECOND },
    upload: { slotsPerInstance: 1000, backlogLimit: 100_000 },
    fleet: { minimum: 20, desired: 20 },
  },
});

const reel = new Reel();
const server = new RunServer((message) => {
  if (message.kind === 'chunk') reel.add(message.chunk);
});
server.handle({ run: 1, scenario });
while (server.work());

const { nodes, links } = planOf(scenario);
const director = new Director(reel, nodes, links, Number.POSITIVE_INFINITY, 1_000_000);
const frames = new FrameBuffer();
const run: Run = {
  id: 'queued',
  stage: 'queued',
  store: createRunStore(scenario),
  frames,
  reel,
  director: () => director,
};

let drawn = 0;
let began: number | null = null;
globalThis.pictureProbe = { inFlight: () => frames.latest()?.hops.length ?? 0, frames: () => drawn };

requestAnimationFrame(function tick(wallMs) {
  began ??= wallMs;
  const t = Math.min(UNTIL_SECONDS, FROM_SECONDS + (wallMs - began) / 1000);
  frames.publish(director.frameAt(t, 1), wallMs, false);
  drawn += 1;
  requestAnimationFrame(tick);
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <SessionProvider session={createSession()}>
    <RunProvider run={run}>
      <LazyMotion features={domAnimation} strict>
        <MotionConfig reducedMotion="user">
          <div style={{ width: 1100, height: 700, position: 'relative' }}>
            <StageCanvas />
          </div>
        </MotionConfig>
      </LazyMotion>
    </RunProvider>
  </SessionProvider>,
);
