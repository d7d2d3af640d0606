/** Makes the session of a page: keeps the scenarios of all stages in step, and the pictures with the clock. */
import { createStore } from 'zustand/vanilla';
import { seconds } from '../engine/time.ts';
import type { Fault } from '../models/facts.ts';
import { models } from '../models/registry.ts';
import { faultIsOn, flipFault, setAt, uploadAt } from '../playback/branch.ts';
import { advance, SPEEDS } from '../playback/pacer.ts';
import { componentsAt, nodesOf } from '../scenario/create-simulation.ts';
import { newScenario, scenarioDefaults } from '../scenario/new-scenario.ts';
import type { Intervention, StageScenario, Target } from '../scenario/scenario.ts';
import { type StageId, stageIds } from '../stages/catalogue.ts';
import { classroomTraffic } from '../stages/classroom-traffic.ts';
import { createClockStore } from './clock-store.ts';
import { createRun, type RunControl } from './create-run.ts';
import type { Screen, Session, SessionState } from './session.ts';
import { createSettingsStore } from './settings-store.ts';

/** Where a page stands: what its address says. */
export interface Place {
  screen: Screen;
  scenarios: Record<StageId, StageScenario>;
  /** What was changed last, so that the future as it was can be seen beside it; null if there is none. */
  before: Before | null;
  tSeconds: number;
  speed: number;
  /** Upload that is followed, or null. */
  follow: number | null;
  trafficName: string | null;
}

/** Scenarios as they were before the last change, of the stages that it changed. */
export interface Before {
  scenarios: Partial<Record<StageId, StageScenario>>;
  /** From when the futures differ, in simulated seconds. */
  fromSeconds: number;
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

const CRASH: Fault = 'crash';

export function storyScenarios(): Scenarios {
  return Object.fromEntries(stageIds.map((stage) => [stage, newScenario(stage)])) as Scenarios;
}

export function createSession(): PageSession {
  const clock = createClockStore();
  const settings = createSettingsStore();
  const state = createStore<SessionState>(() => ({
    screen: 'compare',
    scenarios: storyScenarios(),
    selection: null,
    follow: null,
    trafficName: null,
  }));
  const runs = new Map<StageId, RunControl>();
  const listeners = new Set<() => void>();
  /** When an upload was made by hand that is to be followed once the runs know its number. */
  let followFrom: number | null = null;
  let before: Before | null = null;
  let lastWallMs: number | null = null;

  const stagesOn = (screen: Screen): readonly StageId[] => (screen === 'compare' ? stageIds : [screen]);
  const step = (): void => {
    for (const listener of listeners) listener();
  };

  const run = (stage: StageId): RunControl => {
    const known = runs.get(stage);
    if (known) return known;
    const made = createRun(stage, state.getState().scenarios[stage], () => lookForUpload());
    runs.set(stage, made);
    recallBefore(stage, made);
    return made;
  };
  const runsOnScreen = (): readonly RunControl[] => stagesOn(state.getState().screen).map(run);
  const now = (): number => clock.getState().t;
  const speed = (): number => clock.getState().speed;

  /** Has a run that was just begun show the future as it was, too. */
  function recallBefore(stage: StageId, control: RunControl): void {
    const was = before?.scenarios[stage];
    if (before && was) control.runAfter(was, state.getState().scenarios[stage], before.fromSeconds);
  }

  /** Replaces scenarios. `branchFrom`: what changes, changes from then on, and the old future stays to be seen. */
  function change(edit: (scenario: StageScenario) => StageScenario, branchFrom: number | null): void {
    const old = state.getState().scenarios;
    const scenarios = { ...old };
    for (const stage of stageIds) scenarios[stage] = edit(old[stage]);
    const changed = stageIds.filter((stage) => scenarios[stage] !== old[stage]);
    if (changed.length === 0) return;
    const were = Object.fromEntries(changed.map((stage) => [stage, old[stage]]));
    before = branchFrom === null ? null : { scenarios: were, fromSeconds: branchFrom };
    state.setState({ scenarios });
    for (const stage of changed) runs.get(stage)?.runAgain(scenarios[stage], branchFrom);
  }

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
    const end = Math.max(...runsOnScreen().map(({ store }) => store.getState().scenario.durationSeconds));
    clock.setState({ t: Math.min(Math.max(0, tSeconds), end) });
  }

  /** The nearest of the times that the runs on screen offer; stays where it is if there is none. */
  function seekNearest(direction: 1 | -1, timeOf: (control: RunControl) => number | null): void {
    const times = runsOnScreen().flatMap((control) => timeOf(control) ?? []);
    if (times.length === 0) return;
    clock.setState({ playing: false });
    seek(direction === 1 ? Math.min(...times) : Math.max(...times));
  }

  function changeSpeed(by: 1 | -1): void {
    const { speed } = clock.getState();
    const next = by === 1 ? SPEEDS.find((each) => each > speed) : SPEEDS.findLast((each) => each < speed);
    if (next !== undefined) clock.setState({ speed: next });
  }

  function isOn(target: Target): boolean {
    return runsOnScreen().some(({ store }) => faultIsOn(store.getState().scenario, CRASH, target, now()));
  }

  function play(): void {
    const ended = runsOnScreen().every(({ store }) => now() >= store.getState().scenario.durationSeconds);
    clock.setState({ playing: true, ...(ended ? { t: 0 } : {}) });
  }

  const session: PageSession = {
    state,
    clock,
    settings,
    run,
    runsOnScreen,
    show(screen) {
      if (screen === state.getState().screen) return;
      state.setState({ screen, selection: null });
      step();
    },
    select: (selection) => state.setState({ selection }),
    follow: (follow) => state.setState({ follow }),
    play,
    pause: () => clock.setState({ playing: false }),
    togglePlay: () => (clock.getState().playing ? clock.setState({ playing: false }) : play()),
    seek,
    setSpeed: (speed) => clock.setState({ speed }),
    faster: () => changeSpeed(1),
    slower: () => changeSpeed(-1),
    stepForward: () => seekNearest(1, (control) => control.nextFact(now(), speed())),
    stepBack: () => seekNearest(-1, (control) => control.previousFact(now(), speed())),
    nextNote: () => seekNearest(1, (control) => control.nextNote(now())),
    previousNote: () => seekNearest(-1, (control) => control.previousNote(now())),
    faultIsOn: isOn,
    toggleCrash(target) {
      const t = now();
      const wasOn = isOn(target);
      change((scenario) => {
        if (!meansSomething(scenario, target)) return scenario;
        if (faultIsOn(scenario, CRASH, target, t) !== wasOn) return scenario;
        return flipFault(scenario, CRASH, target, t);
      }, t);
      step();
    },
    repairAll() {
      const t = now();
      change((scenario) => {
        const lasting = scenario.interventions.filter(
          (each) => each.kind === 'fault' && faultIsOn(scenario, each.fault, each.target, t),
        );
        const targets = new Set(lasting.map(({ target }) => target as Target));
        return [...targets].reduce((repaired, target) => flipFault(repaired, CRASH, target, t), scenario);
      }, t);
      step();
    },
    uploadNow() {
      const t = now();
      followFrom = t;
      change((scenario) => uploadAt(scenario, t), t);
      step();
    },
    setParameter(component, parameter, value) {
      const t = now();
      change((scenario) => turned(scenario, component, parameter, value, t), t === 0 ? null : t);
      step();
    },
    parameterNow: (stage, component, parameter) =>
      valueAtTime(state.getState().scenarios[stage], component, parameter, now()),
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
      change(edit, null);
      state.setState({ trafficName, follow: null });
      clock.setState({ t: 0 });
      step();
    },
    reset() {
      const story = storyScenarios();
      change(({ stage }) => story[stage], null);
      state.setState({ selection: null, follow: null, trafficName: null });
      clock.setState({ t: 0, playing: false });
      step();
    },
    open(scenario) {
      change((old) => (old.stage === scenario.stage ? scenario : sameTraffic(old.stage, scenario)), null);
      state.setState({ screen: scenario.stage, selection: null, follow: null, trafficName: null });
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
      if (playing) {
        const states = onScreen.map(({ store }) => store.getState());
        const durationSeconds = Math.max(...states.map(({ scenario }) => scenario.durationSeconds));
        const recordedUntilSeconds = Math.min(...states.map((each) => each.recordedUntilSeconds));
        const next = advance({ t, speed, playing, recordedUntilSeconds, durationSeconds }, wallSeconds);
        clock.setState(next);
      }
      const moment = clock.getState();
      const { follow } = state.getState();
      for (const control of onScreen) control.draw(moment.t, moment.speed, follow, wallMs, !moment.playing);
    },
    goTo(place) {
      const { screen, scenarios, tSeconds, speed, trafficName, follow } = place;
      change(({ stage }) => scenarios[stage], null);
      before = place.before;
      for (const [stage, control] of runs) recallBefore(stage, control);
      const selection = follow === null ? null : ({ kind: 'upload', upload: follow } as const);
      state.setState({ screen, trafficName, selection, follow });
      clock.setState({ t: tSeconds, speed, playing: false });
    },
    place() {
      const { screen, scenarios, trafficName, follow } = state.getState();
      const { t, speed } = clock.getState();
      return { screen, scenarios, before, tSeconds: t, speed, follow, trafficName };
    },
    onStep: (listener) => void listeners.add(listener),
  };
  return session;
}

function meansSomething(scenario: StageScenario, target: Target): boolean {
  return componentsAt(target, nodesOf(scenario)).length > 0;
}

/** The scenario with a parameter turned at `t`; unchanged where the component has no such parameter. */
function turned(scenario: StageScenario, id: string, parameter: string, wanted: number, t: number): StageScenario {
  const node = nodesOf(scenario).find((each) => each.id === id);
  if (!node || !(parameter in models[node.kind].parameters)) return scenario;
  const value = withinBounds(scenario, id, parameter, wanted, t);
  if (t > 0) return setAt(scenario, id, parameter, value, t);
  const own = { ...scenario.parameters[id], [parameter]: value };
  const made = { ...scenario, parameters: { ...scenario.parameters, [id]: own } };
  // How many are wanted at first gives way to bounds that are turned later.
  const desired: unknown = own['desired'];
  if (parameter === 'desired' || typeof desired !== 'number') return made;
  const kept = { ...own, desired: withinBounds(made, id, 'desired', desired, t) };
  return { ...made, parameters: { ...made.parameters, [id]: kept } };
}

/** A minimum goes no higher than the maximum, a maximum no lower than the minimum, and desired between the two. */
function withinBounds(scenario: StageScenario, id: string, parameter: string, wanted: number, t: number): number {
  if (parameter === 'minimum') return Math.min(wanted, valueAtTime(scenario, id, 'maximum', t));
  if (parameter === 'maximum') return Math.max(wanted, valueAtTime(scenario, id, 'minimum', t));
  if (parameter === 'desired') {
    const most = Math.min(wanted, valueAtTime(scenario, id, 'maximum', t));
    return Math.max(most, valueAtTime(scenario, id, 'minimum', t));
  }
  return wanted;
}

/** The value of a number parameter at `t`. */
function valueAtTime(scenario: StageScenario, id: string, parameter: string, t: number): number {
  let value = nodesOf(scenario).find((each) => each.id === id)?.params[parameter];
  let since = Number.NEGATIVE_INFINITY;
  for (const each of scenario.interventions) {
    if (each.kind !== 'set' || each.target !== id || each.parameter !== parameter) continue;
    if (each.atSeconds <= t && each.atSeconds >= since) {
      value = each.value;
      since = each.atSeconds;
    }
  }
  if (typeof value !== 'number') throw new Error(`"${id}" has no number parameter "${parameter}"`);
  return value;
}

/** The scenario with another duration; what would happen after its end is dropped, and what would last is cut. */
function shortened(scenario: StageScenario, durationSeconds: number): StageScenario {
  const interventions = scenario.interventions.flatMap((each): Intervention[] => {
    if (each.atSeconds >= durationSeconds) return [];
    if (each.kind !== 'fault' || each.untilSeconds === undefined || each.untilSeconds <= durationSeconds) return [each];
    const { untilSeconds: _cut, ...lasting } = each;
    return [lasting];
  });
  return { ...scenario, durationSeconds, interventions };
}

/** The traffic of the story, drawn out over the whole run: a longer run is a slower day. */
function withStoryTraffic(scenario: StageScenario): StageScenario {
  const { recording: _, ...users } = scenario.parameters['users'] ?? {};
  const { users: __, ...others } = scenario.parameters;
  const { factors } = classroomTraffic;
  const binSeconds = scenario.durationSeconds / factors.length;
  const isAsItComes = scenario.durationSeconds === scenarioDefaults.durationSeconds;
  const set = isAsItComes ? users : { ...users, recording: { binSeconds, factors } };
  return { ...scenario, parameters: Object.keys(set).length > 0 ? { ...others, users: set } : others };
}

/** The story of another stage, under the traffic of this scenario. */
function sameTraffic(stage: StageId, { seed, durationSeconds, defaults, parameters }: StageScenario): StageScenario {
  const users = parameters['users'];
  return { ...newScenario(stage), seed, durationSeconds, defaults, parameters: users ? { users } : {} };
}
