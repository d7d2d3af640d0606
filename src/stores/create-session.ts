/** Makes the session of a page: keeps the scenarios of all stages in step, and the pictures with the clock. */
import { createStore } from 'zustand/vanilla';
import { seconds } from '../engine/time.ts';
import { type ClaimId, claimOf } from '../lessons/catalogue.ts';
import { type Claim, endOf } from '../lessons/claim.ts';
import type { Fault } from '../models/facts.ts';
import { faultIsOn, uploadAt, withoutFault } from '../playback/branch.ts';
import { advance, SPEEDS } from '../playback/pacer.ts';
import { newScenario } from '../scenario/new-scenario.ts';
import type { StageScenario } from '../scenario/scenario.ts';
import { parseScenario } from '../scenario/schema.ts';
import type { Target } from '../scenario/targets.ts';
import {
  hasUsers,
  isOnBench,
  isStageId,
  type LadderId,
  ladderIds,
  type StageId,
  stageIds,
} from '../stages/catalogue.ts';
import { createClockStore } from './clock-store.ts';
import { createRun, type RunControl } from './create-run.ts';
import { burst, HOME_SPEED, proofSpeed, startSpeedOf } from './fixed-runs.ts';
import { createProofStore, type Gathering, gather } from './proof.ts';
import { COMPARED, firstCompared, isComparedId } from './run-ids.ts';
import {
  declarationIn,
  hasClient,
  isTurnable,
  repaired,
  sameTraffic,
  shortened,
  struckBy,
  struckOtherwise,
  toggled,
  turned,
  valueAtTime,
  withStoryTraffic,
} from './scenario-edits.ts';
import { type Before, createScenarioKeeper } from './scenario-keeper.ts';
import type { ComparedId, RunId, Screen, Session, SessionState } from './session.ts';
import { createSettingsStore } from './settings-store.ts';

/** Where a page stands: what its address says. */
export interface Place {
  screen: Screen;
  /** Those that stand side by side where stages are compared. */
  compared: readonly ComparedId[];
  variants: SessionState['variants'];
  /** The claim that is proved; null if none was. */
  claim: ClaimId | null;
  scenarios: Record<StageId, StageScenario>;
  /** What was changed last, so that the future as it was can be seen beside it; null if there is none. */
  before: Before | null;
  tSeconds: number;
  /** Null where nothing is said: then it is the one at which the screen starts. */
  speed: number | null;
  /** Upload that is followed, or null. */
  follow: number | null;
  trafficName: string | null;
}

/** A session with what the page alone does with it. */
export interface PageSession extends Session {
  /** Draws the frame of this moment on the wall. */
  tick(wallMs: number): void;
  /** Goes to a place, as on reload, back, or by a link. */
  goTo(place: Place): void;
  place(): Place;
  /** Tells of every change that is worth an entry in the history. */
  onStep(listener: () => void): void;
}

type Scenarios = Record<StageId, StageScenario>;

export function storyScenarios(): Scenarios {
  return Object.fromEntries(stageIds.map((stage) => [stage, newScenario(stage)])) as Scenarios;
}

function isBenchScreen(screen: Screen): boolean {
  return isStageId(screen) && isOnBench(screen);
}

export function createSession(): PageSession {
  const clock = createClockStore();
  const settings = createSettingsStore();
  const state = createStore<SessionState>(() => ({
    screen: 'home',
    scenarios: storyScenarios(),
    compared: firstCompared,
    variants: {},
    canUndo: false,
    canRedo: false,
    claim: null,
    proved: new Map(),
    selection: null,
    passages: {},
    highlight: null,
    follow: null,
    trafficName: null,
  }));
  const proof = createProofStore();
  const runs = new Map<RunId, RunControl>();
  const listeners = new Set<() => void>();
  /** When an upload was made by hand that is to be followed once the runs know its number. */
  let followFrom: number | null = null;
  /** The moment and the speed at which stages were left for a screen that is fixed; null if none was left so. */
  let left: { t: number; speed: number } | null = null;
  let lastWallMs: number | null = null;
  let gathering: Gathering | null = null;
  const keeper = createScenarioKeeper(state, runs);

  const idsOn = ({ screen, compared, claim }: SessionState): readonly RunId[] => {
    if (screen === 'home') return ladderIds.map((stage): RunId => `home:${stage}`);
    if (screen === 'compare') return compared;
    if (screen === 'proof') return claim === null ? [] : ['claim', 'foil'];
    return screen === 'failures' || screen === 'costs' ? [] : [screen];
  };
  const step = (): void => {
    for (const listener of listeners) listener();
  };

  const run = (id: RunId): RunControl => {
    const known = runs.get(id);
    if (known) return known;
    const made = createRun(
      id,
      scenarioOf(id),
      () => {
        lookForUpload();
        const report = runs.get(id)?.store.getState().report;
        if ((id === 'claim' || id === 'foil') && report) gathering?.played(id, report);
      },
      // The front page and proofs stay as they are: at the prices of the list.
      isComparedId(id) ? () => settings.getState().prices : undefined,
    );
    runs.set(id, made);
    if (isComparedId(id)) keeper.recall(id, made);
    return made;
  };

  function scenarioOf(id: RunId): StageScenario {
    if (isComparedId(id)) return keeper.scenarioOf(id);
    if (id === 'claim') return claimShown().scenario;
    if (id === 'foil') return claimShown().foil.scenario;
    return burst(id.slice('home:'.length) as LadderId);
  }

  function claimShown(): Claim {
    const { claim } = state.getState();
    const found = claim === null ? undefined : claimOf(claim);
    if (found === undefined) throw new Error(`there is no claim "${claim}"`);
    return found;
  }

  /** Makes ready for the runs of a claim, in place of those of the claim before it. */
  function prepareProof(claim: ClaimId | null): void {
    if (claim === state.getState().claim) return;
    for (const id of ['claim', 'foil'] as const) {
      runs.get(id)?.stop();
      runs.delete(id);
    }
    gathering?.stop();
    gathering = null;
    state.setState({ claim });
    if (claim !== null) gathering = gather(claimShown(), proof);
  }

  /** A claim counts as proved once its proof was played to the end. */
  function noteProved(t: number): void {
    const { screen, claim, proved } = state.getState();
    const { result } = proof.getState();
    if (screen !== 'proof' || claim === null || proved.has(claim) || !result?.isProven) return;
    if (t < endOf(claimShown())) return;
    state.setState({ proved: new Map([...proved, [claim, { numbers: result.numbers }]]) });
  }

  const canChange = (): boolean => {
    const { screen } = state.getState();
    return screen !== 'home' && screen !== 'proof';
  };
  /** To be called before the screen changes. */
  function noteLeaving(): void {
    if (!canChange()) return;
    const { t, speed } = clock.getState();
    left = { t, speed };
  }
  const runsOnScreen = (): readonly RunControl[] => idsOn(state.getState()).map(run);
  const now = (): number => clock.getState().t;
  const speed = (): number => clock.getState().speed;

  /**
   * What a change on this screen is about: all architectures alike, and the benches that are on screen. A bench is an
   * experiment of its own: what is done there changes nothing elsewhere, nor does anything elsewhere change it.
   */
  function reach(): (stage: StageId) => boolean {
    const shown = new Set(runsOnScreen().map(({ stage }) => stage));
    const onlyBenches = shown.size > 0 && [...shown].every(isOnBench);
    return (stage) => shown.has(stage) || !(onlyBenches || isOnBench(stage));
  }

  function change(edit: (scenario: StageScenario) => StageScenario, branchFrom: number | null): void {
    if (!canChange()) return;
    const reaches = reach();
    keeper.note(() => keeper.replace((scenario) => (reaches(scenario.stage) ? edit(scenario) : scenario), branchFrom));
  }

  // With other prices the runs of the reader are run again, which takes less than a second of each: their charts tell costs.
  settings.subscribe(({ prices }, was) => {
    if (prices !== was.prices) keeper.runAgain();
  });

  function lookForUpload(): void {
    if (followFrom === null) return;
    for (const each of runsOnScreen()) {
      const upload = each.uploadByHandAt(seconds(followFrom));
      if (upload === null) continue;
      followFrom = null;
      state.setState({ follow: upload, selection: { kind: 'upload', upload } });
      return;
    }
  }

  function seek(tSeconds: number): void {
    if (tSeconds > 0 && waitsForAnswer()) return;
    const end = Math.max(0, ...runsOnScreen().map(({ store }) => store.getState().scenario.durationSeconds));
    clock.setState({ t: Math.min(Math.max(0, tSeconds), end) });
  }

  /** The nearest of the times that the runs on screen offer; stays where it is if there is none. */
  function seekNearest(direction: 1 | -1, timeOf: (control: RunControl) => number | null): void {
    const times = runsOnScreen().flatMap((control) => timeOf(control) ?? []);
    if (times.length === 0) return;
    clock.setState({ playing: false });
    seek(direction === 1 ? Math.min(...times) : Math.max(...times));
  }

  /** How fast a screen that is fixed plays at first; elsewhere the reader's speed stays. */
  function startSpeed(screen: Screen): number {
    if (screen === 'home') return HOME_SPEED;
    if (screen !== 'proof') return startSpeedOf(screen);
    return proofSpeed(endOf(claimShown()));
  }

  function changeSpeed(by: 1 | -1): void {
    const { speed } = clock.getState();
    const next = by === 1 ? SPEEDS.find((each) => each > speed) : SPEEDS.findLast((each) => each < speed);
    if (next !== undefined) clock.setState({ speed: next });
  }

  function isOn(fault: Fault, target: Target): boolean {
    return runsOnScreen().some(({ store }) => faultIsOn(store.getState().scenario, fault, target, now()));
  }

  /** Whether a proof waits until its question is answered or skipped; then the reader is reminded of it. */
  function waitsForAnswer(): boolean {
    if (state.getState().screen !== 'proof' || proof.getState().question !== 'open') return false;
    proof.setState(({ reminders }) => ({ reminders: reminders + 1 }));
    return true;
  }

  function play(): void {
    const ended = runsOnScreen().every(({ store }) => now() >= store.getState().scenario.durationSeconds);
    clock.setState({ playing: true, ...(ended ? { t: 0 } : {}) });
  }

  const session: PageSession = {
    state,
    clock,
    settings,
    proof,
    run,
    runsOnScreen,
    canChange,
    show(screen) {
      const { screen: shown, claim } = state.getState();
      if (screen === shown || (screen === 'proof' && claim === null)) return;
      // The front page and a proof have a time of their own; from one architecture to the next the time goes on.
      const wasFixed = !canChange();
      noteLeaving();
      state.setState({ screen, selection: null, highlight: null });
      if (!canChange()) clock.setState({ t: 0, playing: screen === 'home', speed: startSpeed(screen) });
      else if (wasFixed) {
        clock.setState({ playing: false, speed: left?.speed ?? startSpeed(screen) });
        seek(left?.t ?? 0);
      } else if (isBenchScreen(screen) || isBenchScreen(shown)) {
        // A bench is no other view of the same minutes.
        clock.setState({ t: 0, playing: false, speed: startSpeed(screen) });
      } else seek(now());
      step();
    },
    compare(compared) {
      const { least, most } = COMPARED;
      if (compared.length < least || compared.length > most || new Set(compared).size < compared.length) {
        throw new RangeError(`${least} to ${most} different ones can be compared, not ${compared.join(', ')}`);
      }
      state.setState({ compared });
      step();
    },
    prove(claim) {
      noteLeaving();
      prepareProof(claim);
      state.setState({ screen: 'proof', selection: null, highlight: null, follow: null });
      clock.setState({ t: 0, playing: false, speed: startSpeed('proof') });
      step();
    },
    select: (selection) => state.setState({ selection }),
    turnTo: (story, passage) => state.setState(({ passages }) => ({ passages: { ...passages, [story]: passage } })),
    highlight: (highlight) => state.setState({ highlight }),
    follow: (follow) => state.setState({ follow }),
    play,
    pause: () => clock.setState({ playing: false }),
    togglePlay() {
      if (clock.getState().playing) clock.setState({ playing: false });
      else if (!waitsForAnswer()) play();
    },
    seek,
    setSpeed: (speed) => clock.setState({ speed }),
    faster: () => changeSpeed(1),
    slower: () => changeSpeed(-1),
    stepForward: () => seekNearest(1, (control) => control.nextFact(now(), speed())),
    stepBack: () => seekNearest(-1, (control) => control.previousFact(now(), speed())),
    nextNote: () => seekNearest(1, (control) => control.nextNote(now())),
    previousNote: () => seekNearest(-1, (control) => control.previousNote(now())),
    faultIsOn: isOn,
    toggleFault(fault, target) {
      const t = now();
      const wasOn = isOn(fault, target);
      change((scenario) => toggled(scenario, fault, target, t, wasOn), t);
      step();
    },
    addFault(fault) {
      change((scenario) => struckBy(scenario, { kind: 'fault', ...fault }), fault.atSeconds);
      step();
    },
    changeFault(key, to) {
      const first = Math.min(key.atSeconds, to.atSeconds);
      change((scenario) => struckOtherwise(scenario, key, { kind: 'fault', ...to }), first);
      step();
    },
    removeFault(key) {
      change((scenario) => withoutFault(scenario, key), key.atSeconds);
      step();
    },
    undo() {
      if (canChange() && keeper.undo()) step();
    },
    redo() {
      if (canChange() && keeper.redo()) step();
    },
    vary(stage, component, parameter, value) {
      keeper.note(() => keeper.vary(stage, component, parameter, value));
      step();
    },
    present(edit, screen, tSeconds) {
      keeper.note(() => {
        keeper.present((scenario) => (isOnBench(scenario.stage) ? scenario : edit(scenario)));
        state.setState({ trafficName: null });
      });
      state.setState({ screen, selection: null, highlight: null, follow: null });
      clock.setState({ playing: false });
      seek(tSeconds);
      step();
    },
    repairAll() {
      const t = now();
      change((scenario) => repaired(scenario, t), t);
      step();
    },
    uploadNow() {
      const t = now();
      followFrom = t;
      change((scenario) => (hasClient(scenario) ? uploadAt(scenario, t) : scenario), t);
      step();
    },
    setParameter(component, parameter, value) {
      const t = now();
      const { scenarios } = state.getState();
      // What has a shape of its own names components, and means something only where these are.
      const meant = typeof value === 'object' ? runsOnScreen().map((each) => each.stage) : stageIds.filter(reach());
      const live = meant.some((stage) => {
        const declared = declarationIn(scenarios[stage], component, parameter);
        return declared !== undefined && isTurnable(declared);
      });
      const edit = (scenario: StageScenario): StageScenario => {
        if (!meant.includes(scenario.stage)) return scenario;
        const made = turned(scenario, component, parameter, value, t);
        // What fits one stage may not fit another, and no link would lead back to it: programs that share a machine
        // cannot have one of their own, and what functions reserve must leave something of their account.
        return made === scenario || parseScenario(made).ok ? made : scenario;
      };
      change(edit, t === 0 || !live ? null : t);
      step();
    },
    parameterNow: (stage, component, parameter) =>
      valueAtTime(state.getState().scenarios[stage], component, parameter, now()),
    rearrange(edit) {
      change(edit, null);
      step();
    },
    setSeed(seed) {
      change((scenario) => ({ ...scenario, seed }), null);
      step();
    },
    setDefaults(defaults) {
      change((scenario) => ({ ...scenario, defaults }), null);
      step();
    },
    setDuration(durationSeconds) {
      const isStory = state.getState().trafficName === null;
      change((scenario) => {
        const cut = shortened(scenario, durationSeconds);
        return isStory ? withStoryTraffic(cut) : cut;
      }, null);
      seek(now());
      step();
    },
    applyTraffic(edit, trafficName) {
      if (!canChange()) return;
      keeper.note(() => {
        keeper.replace((scenario) => (hasUsers(scenario.stage) ? edit(scenario) : scenario), null);
        state.setState({ trafficName, follow: null });
      });
      clock.setState({ t: 0 });
      step();
    },
    reset() {
      const story = storyScenarios();
      const reaches = reach();
      keeper.note(() => {
        keeper.replace((scenario) => (reaches(scenario.stage) ? story[scenario.stage] : scenario), null);
        state.setState({ selection: null, follow: null, trafficName: null, variants: {} });
      });
      clock.setState({ t: 0, playing: false });
      step();
    },
    open(scenario) {
      keeper.note(() =>
        keeper.replace((old) => {
          if (old.stage === scenario.stage) return scenario;
          // What is opened on a bench, or beside it, is none of its business.
          return isOnBench(old.stage) || isOnBench(scenario.stage) ? old : sameTraffic(old.stage, scenario);
        }, null),
      );
      state.setState({ screen: scenario.stage, selection: null, highlight: null, follow: null, trafficName: null });
      // It is short, and told slowly the picture keeps close to the log.
      clock.setState({ t: 0, playing: false, speed: 1 });
      step();
    },
    tick(wallMs) {
      // Only the step is counted here; `advance` bounds it, so that a tab that slept does not leap.
      const wallSeconds = lastWallMs === null ? 0 : (wallMs - lastWallMs) / 1000;
      lastWallMs = wallMs;
      const { t, speed, playing } = clock.getState();
      const onScreen = runsOnScreen();
      if (playing && onScreen.length > 0) {
        const states = onScreen.map(({ store }) => store.getState());
        const durationSeconds = Math.max(...states.map(({ scenario }) => scenario.durationSeconds));
        // What has ended does not hold up what is longer.
        const known = states.map((each) => (each.status === 'finished' ? durationSeconds : each.recordedUntilSeconds));
        const recordedUntilSeconds = Math.min(...known);
        const next = advance({ t, speed, playing, recordedUntilSeconds, durationSeconds }, wallSeconds);
        clock.setState(next);
      }
      const moment = clock.getState();
      noteProved(moment.t);
      const { follow } = state.getState();
      for (const control of onScreen) {
        const { durationSeconds } = control.store.getState().scenario;
        control.draw(Math.min(moment.t, durationSeconds), moment.speed, follow, wallMs, !moment.playing);
      }
    },
    goTo(place) {
      noteLeaving();
      const { screen, compared, variants, claim, scenarios, before, tSeconds, speed, trafficName, follow } = place;
      keeper.begin(scenarios, variants, before);
      prepareProof(claim);
      const selection = follow === null ? null : ({ kind: 'upload', upload: follow } as const);
      state.setState({ screen, compared, trafficName, selection, highlight: null, follow });
      // The front page always plays by itself, from the start.
      if (screen === 'home') clock.setState({ t: 0, speed: HOME_SPEED, playing: true });
      else clock.setState({ t: tSeconds, speed: speed ?? startSpeed(screen), playing: false });
    },
    place() {
      const { screen, compared, variants, claim, scenarios, trafficName, follow } = state.getState();
      const { t, speed } = clock.getState();
      return {
        screen,
        compared,
        variants,
        claim,
        scenarios,
        before: keeper.before(),
        tSeconds: t,
        speed,
        follow,
        trafficName,
      };
    },
    onStep: (listener) => void listeners.add(listener),
  };
  return session;
}
