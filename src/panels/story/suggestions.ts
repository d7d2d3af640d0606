/** What a reader is invited to try, by screen: each does what it says, from wherever the playhead stands. */
import type { Screen, Session } from '../../stores/session.ts';
import type { Say } from '../../ui/use-text.ts';
import { setFault } from '../faults/use-fault.ts';
import type { Landmarks } from '../landmarks.ts';

export interface Suggestion {
  id: string;
  words: (say: Say) => string;
  help?: (say: Say) => string;
  /** Null where it makes no sense for this run, and then it is not offered. */
  act: (session: Session, landmarks: Landmarks | null) => (() => void) | null;
}

/** Shorter than any work takes, so that every message comes back while it is being worked on. Our choice. */
const SHORT_TIMEOUT_SECONDS = 3;
/** How long before a moment one arrives there, to see it come. Our choice. */
const LEAD_SECONDS = 2;

const toPeak: Suggestion = {
  id: 'peak',
  words: (say) => say('try.peak'),
  act: (session, landmarks) => landmarks && (() => goTo(session, landmarks.peakSeconds)),
};

const toNight: Suggestion = {
  id: 'night',
  words: (say) => say('try.night'),
  act: (session, landmarks) => {
    const quiet = landmarks?.quietSeconds ?? null;
    return quiet === null ? null : () => goTo(session, quiet);
  },
};

const doubleTraffic: Suggestion = {
  id: 'double',
  words: (say) => say('try.double'),
  act: (session) => () => {
    const [run] = session.runsOnScreen();
    if (!run) return;
    session.setParameter('users', 'ratePerSecond', 2 * session.parameterNow(run.stage, 'users', 'ratePerSecond'));
    session.play();
  },
};

const crashAtPeak = (words: Suggestion['words']): Suggestion => ({
  id: 'crash',
  words,
  act: (session, landmarks) => () => {
    if (landmarks) session.seek(landmarks.peakSeconds);
    setFault(session, ['step:process'], true);
    session.play();
  },
});

const shortTimeout: Suggestion = {
  id: 'timeout',
  words: (say) => say('try.timeout', { seconds: SHORT_TIMEOUT_SECONDS }),
  help: (say) => say('try.timeout.what'),
  act: (session) => () => {
    session.setParameter('queue', 'visibilityTimeoutSeconds', SHORT_TIMEOUT_SECONDS);
    session.play();
  },
};

const repair: Suggestion = {
  id: 'repair',
  words: (say) => say('try.repair'),
  act: (session) => () => {
    session.repairAll();
    session.play();
  },
};

const compare: Suggestion = {
  id: 'compare',
  words: (say) => say('try.other'),
  act: (session) => () => session.show('compare'),
};

function goTo(session: Session, seconds: number): void {
  session.seek(Math.max(0, seconds - LEAD_SECONDS));
  session.play();
}

export const suggestions: Readonly<Record<Screen, readonly Suggestion[]>> = {
  monolith: [crashAtPeak((say) => say('try.crash.monolith')), repair, toPeak, toNight, doubleTraffic, compare],
  queued: [crashAtPeak((say) => say('try.crash.fleet')), repair, toNight, doubleTraffic, shortTimeout, compare],
  compare: [crashAtPeak((say) => say('try.crash.fleet')), repair, toPeak, toNight, doubleTraffic],
};
