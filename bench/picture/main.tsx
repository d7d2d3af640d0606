/**
 * The page that the picture benchmark opens: the real canvas with a run under such traffic that thousands of messages
 * are in flight, each drawn as a dot of its own, played at the speed of the wall clock; or four canvases side by side.
 */
import { domAnimation, LazyMotion, MotionConfig } from 'framer-motion';
import { createRoot } from 'react-dom/client';
import { StageCanvas } from '../../src/canvas/StageCanvas.tsx';
import { Director } from '../../src/playback/director.ts';
import { Reel } from '../../src/playback/reel.ts';
import { planOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { StageScenario } from '../../src/scenario/scenario.ts';
import type { StageId } from '../../src/stages/catalogue.ts';
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
  /** Messages drawn in the latest frame, in the canvas that has fewest. */
  inFlight(): number;
  /** Frames drawn so far. */
  frames(): number;
}

declare global {
  var pictureProbe: PictureProbe | undefined;
}

/** What is played: stage by stage, with so many uploads a second, and other parameters. */
interface Played {
  stage: StageId;
  ratePerSecond: number;
  parameters: StageScenario['parameters'];
}

/** One canvas with more than 2,000 messages in flight; or four, with `?four`, of at least 500 each: architectures side by side. */
const cases: Readonly<Record<'one' | 'four', readonly Played[]>> = {
  one: [
    {
      stage: 'queued',
      ratePerSecond: 1000,
      parameters: {
        upload: { slotsPerInstance: 1000, backlogLimit: 100_000 },
        fleet: { minimum: 20, desired: 20 },
      },
    },
  ],
  four: [
    { stage: 'tiers', ratePerSecond: 450, parameters: {} },
    { stage: 'load-balanced', ratePerSecond: 300, parameters: {} },
    { stage: 'queued', ratePerSecond: 350, parameters: { upload: { slotsPerInstance: 1000, backlogLimit: 100_000 } } },
    { stage: 'serverless', ratePerSecond: 120, parameters: {} },
  ],
};
const played = cases[location.search === '?four' ? 'four' : 'one'];
const isOne = played.length === 1;

/** From here on as many arrive in the picture as leave, in simulated seconds. */
const FROM_SECONDS = 6;
const UNTIL_SECONDS = isOne ? 40 : 30;

/** A run that is known to its end, with what draws it. */
function recorded({ stage, ratePerSecond, parameters }: Played): {
  run: Run;
  draw: (t: number, wallMs: number) => void;
} {
  const scenario = newScenario(stage, {
    durationSeconds: UNTIL_SECONDS,
    parameters: { ...parameters, users: { arrivals: 'poisson', ratePerSecond } },
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
  const run: Run = { id: stage, stage, store: createRunStore(scenario), frames, reel, director: () => director };
  return { run, draw: (t, wallMs) => frames.publish(director.frameAt(t, 1), wallMs, false) };
}

const runs = played.map(recorded);

let drawn = 0;
let began: number | null = null;
globalThis.pictureProbe = {
  inFlight: () => Math.min(...runs.map(({ run }) => run.frames.latest()?.hops.length ?? 0)),
  frames: () => drawn,
};

requestAnimationFrame(function tick(wallMs) {
  began ??= wallMs;
  const t = Math.min(UNTIL_SECONDS, FROM_SECONDS + (wallMs - began) / 1000);
  for (const { draw } of runs) draw(t, wallMs);
  drawn += 1;
  requestAnimationFrame(tick);
});

/** The picture of a run, in its part of the window. */
function Picture({ run }: { run: Run }) {
  const size = isOne ? { width: 1100, height: 700 } : { width: 550, height: 350 };
  return (
    <RunProvider run={run}>
      <div style={{ ...size, position: 'relative' }}>
        <StageCanvas compact={!isOne} />
      </div>
    </RunProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <SessionProvider session={createSession()}>
    <LazyMotion features={domAnimation} strict>
      <MotionConfig reducedMotion="user">
        <div style={{ display: 'grid', gridTemplateColumns: isOne ? 'auto' : 'auto auto', width: 1100 }}>
          {runs.map(({ run }) => (
            <Picture key={run.id} run={run} />
          ))}
        </div>
      </MotionConfig>
    </LazyMotion>
  </SessionProvider>,
);
