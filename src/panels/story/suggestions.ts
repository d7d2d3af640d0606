/** What a reader is invited to try, by story: each does what it says, from wherever the playhead stands. */
import {
  type BenchId,
  isBenchId,
  ladderIds,
  type StageId,
  type StoryId,
  stages,
  storyOf,
} from '../../stages/catalogue.ts';
import type { Stage } from '../../stages/stage.ts';
import type { Session } from '../../stores/session.ts';
import type { Say } from '../../ui/use-text.ts';
import { faultSwitches } from '../faults/switches.ts';
import { setFault } from '../faults/use-fault.ts';
import type { Landmarks } from '../landmarks.ts';

export interface Suggestion {
  id: string;
  /** `shown` is what is on screen. */
  words: (say: Say, shown: readonly StageId[]) => string;
  help?: (say: Say) => string;
  /** Null where it makes no sense for what is on screen, and then it is not offered. */
  act: (session: Session, shown: readonly StageId[], landmarks: Landmarks | null) => (() => void) | null;
}

/** Shorter than any work takes, so that every message comes back while it is being worked on. Our choice. */
const SHORT_TIMEOUT_SECONDS = 3;
/** How long before a moment one arrives there, to see it come. Our choice. */
const LEAD_SECONDS = 2;
/** Enough that some videos fail often and most are made all the same. Our choice. */
const FAILING_SHARE = 0.3;

const toPeak: Suggestion = {
  id: 'peak',
  words: (say) => say('try.peak'),
  act: (session, _, landmarks) => landmarks && (() => goTo(session, landmarks.peakSeconds)),
};

const toNight: Suggestion = {
  id: 'night',
  words: (say) => say('try.night'),
  act: (session, _, landmarks) => {
    const quiet = landmarks?.quietSeconds ?? null;
    return quiet === null ? null : () => goTo(session, quiet);
  },
};

const doubleTraffic: Suggestion = {
  id: 'double',
  words: (say) => say('try.double'),
  act: (session, shown) => {
    const crowd = ['users', 'viewers'].find((id) => shown.some((stage) => has(stage, id)));
    const stage = shown.find((each) => crowd !== undefined && has(each, crowd));
    if (crowd === undefined || stage === undefined) return null;
    return () => {
      session.setParameter(crowd, 'ratePerSecond', 2 * Number(session.parameterNow(stage, crowd, 'ratePerSecond')));
      session.play();
    };
  },
};

/** Whatever the first of the switches crashes. */
const crashAtPeak: Suggestion = {
  id: 'crash',
  words: (say, shown) => {
    const label = faultSwitches(shown)[0]?.label;
    if (label === 'break.monolith') return say('try.crash.monolith');
    return label?.endsWith('.process') ? say('try.crash.processing') : say('try.crash.function');
  },
  act: (session, shown, landmarks) => {
    const [first] = faultSwitches(shown);
    if (first === undefined) return null;
    return () => {
      if (landmarks) session.seek(landmarks.peakSeconds);
      setFault(session, first, true);
      session.play();
    };
  },
};

const loseOne: Suggestion = {
  id: 'lose-one',
  words: (say) => say('try.lose.one'),
  act: (session, shown, landmarks) => {
    const loss = faultSwitches(shown).find(({ fault }) => fault === 'instance-loss');
    if (loss === undefined) return null;
    return () => {
      if (landmarks) session.seek(landmarks.peakSeconds);
      setFault(session, loss, true);
      session.play();
    };
  },
};

const secondCopy: Suggestion = {
  id: 'second-copy',
  words: (say) => say('try.second.copy'),
  help: (say) => say('try.second.copy.what'),
  act: (session, shown) => {
    if (!shown.some((stage) => has(stage, 'monolith'))) return null;
    return () => {
      session.setParameter('monolith', 'maximum', 2);
      session.setParameter('monolith', 'desired', 2);
      session.play();
    };
  },
};

const shortTimeout: Suggestion = {
  id: 'timeout',
  words: (say) => say('try.timeout', { seconds: SHORT_TIMEOUT_SECONDS }),
  help: (say) => say('try.timeout.what'),
  act: (session, shown) => {
    if (!shown.some((stage) => has(stage, 'queue'))) return null;
    return () => {
      session.setParameter('queue', 'visibilityTimeoutSeconds', SHORT_TIMEOUT_SECONDS);
      session.play();
    };
  },
};

const someFail: Suggestion = {
  id: 'some-fail',
  words: (say) => say('try.some.fail'),
  help: (say) => say('try.some.fail.what'),
  act: (session, shown) => {
    if (!shown.some((stage) => has(stage, 'process-1080p'))) return null;
    return () => {
      session.setParameter('process-1080p', 'errorShare', FAILING_SHARE);
      session.play();
    };
  },
};

const firstCall: Suggestion = {
  id: 'first-call',
  words: (say) => say('try.first.call'),
  act: (session) => () => {
    session.seek(0);
    session.setSpeed(1);
    session.play();
  },
};

const repair: Suggestion = {
  id: 'repair',
  words: (say) => say('try.repair'),
  act: (session, shown) =>
    faultSwitches(shown).length === 0
      ? null
      : () => {
          session.repairAll();
          session.play();
        },
};

const beside: Suggestion = {
  id: 'beside',
  words: (say, shown) => say('try.beside', { name: say(`stage.${neighbourOf(shown)}`) }),
  act: (session, shown) => {
    const [stage] = shown;
    if (stage === undefined) return null;
    return () => {
      session.compare([neighbourOf(shown), stage]);
      session.show('compare');
    };
  },
};

/** What a stage is best seen beside: the one below it on the ladder; the monolith, beside the queue. */
function neighbourOf([stage]: readonly StageId[]): StageId {
  const known: readonly StoryId[] = ladderIds;
  const place = stage === undefined ? -1 : known.indexOf(storyOf(stage));
  return place > 0 ? (ladderIds[place - 1] as StageId) : 'queued';
}

function goTo(session: Session, seconds: number): void {
  session.seek(Math.max(0, seconds - LEAD_SECONDS));
  session.play();
}

function has(stage: StageId, component: string): boolean {
  const { nodes }: Stage = stages[stage];
  return nodes.some(({ id }) => id === component);
}

const ofUses = [crashAtPeak, repair, toPeak, toNight, doubleTraffic];

const suggestionsOf: Readonly<Record<Exclude<StoryId, BenchId>, readonly Suggestion[]>> = {
  monolith: [crashAtPeak, repair, toPeak, toNight, doubleTraffic, secondCopy, beside],
  tiers: [crashAtPeak, repair, toPeak, toNight, doubleTraffic, beside],
  'load-balanced': [loseOne, crashAtPeak, repair, toNight, doubleTraffic, beside],
  queued: [crashAtPeak, repair, toNight, doubleTraffic, shortTimeout, beside],
  microservices: [crashAtPeak, repair, toNight, doubleTraffic, beside],
  'event-driven': [someFail, crashAtPeak, repair, toNight, doubleTraffic, beside],
  serverless: [firstCall, crashAtPeak, repair, toNight, doubleTraffic, beside],
  'serverless-application': [firstCall, ...ofUses],
  'file-processing': ofUses,
  'database-trigger': ofUses,
  'serverless-cron': [crashAtPeak, repair],
  'real-time-stream': ofUses,
};

const sideBySide: readonly Suggestion[] = [crashAtPeak, loseOne, repair, toPeak, toNight, doubleTraffic];

/** What is offered on one stage, or on several side by side; nothing where nothing can be changed. */
export function suggestionsFor(shown: readonly StageId[]): readonly Suggestion[] {
  const [only, ...others] = shown;
  if (only === undefined) return [];
  if (others.length > 0) return sideBySide;
  const story = storyOf(only);
  // The scenes and the instrument of a bench are what there is to try.
  return isBenchId(story) ? [crashAtPeak, repair] : suggestionsOf[story];
}
