/**
 * The address of the page holds what is seen: screen, time, speed, the upload that is followed, and the scenarios where
 * they differ from the story, with those before the last change: `#/queued?t=83.2&v=5&f=12&s=…`, `#/compare?c=monolith,queued`,
 * `#/proof/cannot-reach-zero`. `s` is the scenarios as `codec.ts` writes them, deflated, in base64url.
 */
import { claimOf, claims } from '../lessons/catalogue.ts';
import { decodeScenario, encodeScenario } from '../scenario/codec.ts';
import type { StageScenario } from '../scenario/scenario.ts';
import { type Problem, parseScenario } from '../scenario/schema.ts';
import { benchesOf, labIds, type StageId, stageIds } from '../stages/catalogue.ts';
import { anyOf, didYouMean } from '../text/wording.ts';
import { type PageSession, type Place, storyScenarios } from './create-session.ts';
import { startSpeedOf } from './fixed-runs.ts';
import { COMPARED, firstCompared, isComparedId, stageOf } from './run-ids.ts';
import { varied } from './scenario-edits.ts';
import type { ComparedId, Screen, SessionState } from './session.ts';

/** Longest text that a link may unpack to, in characters. Our choice: ten times what a month of traffic takes. */
const MOST_CHARACTERS = 4_000_000;

/** What an address leads to, or what is wrong with it. */
export type Arrival = { ok: true; place: Place } | { ok: false; problems: Problem[] };

/** What stands packed in `s`. */
interface Packed {
  /** Encoded scenarios, by stage; those of the story are left out. */
  scenarios: Encoded;
  traffic?: string;
  /** What second settings have other than the first. */
  variants?: SessionState['variants'];
  /** Those before the last change. */
  before?: { scenarios: Encoded; fromSeconds: number };
}

type Encoded = Partial<Record<StageId, string>>;

/** The address of a place, from the `#` on. */
export async function addressOf(place: Place): Promise<string> {
  const { screen, compared, variants, claim, scenarios, before, tSeconds, speed, follow, trafficName } = place;
  // The front page is always the same.
  if (screen === 'home') return '#/';
  const query = new URLSearchParams();
  if (screen === 'compare' && compared.join() !== firstCompared.join()) query.set('c', compared.join());
  // A hundredth of a second finds the moment again; the exact times of facts are kept to the microsecond.
  if (tSeconds > 0) query.set('t', String(Math.round(tSeconds * 1e6) / 1e6));
  if (speed !== null && (screen === 'proof' || speed !== startSpeedOf(screen))) query.set('v', String(speed));
  if (follow !== null) query.set('f', String(follow));
  const packed: Packed = { scenarios: {} };
  for (const stage of stageIds) {
    const text = encodedOnce(scenarios[stage]);
    if (text !== encodedOnce(story[stage])) packed.scenarios[stage] = text;
  }
  if (trafficName !== null) packed.traffic = trafficName;
  if (Object.keys(variants).length > 0) packed.variants = variants;
  if (before !== null) packed.before = { scenarios: encoded(before.scenarios), fromSeconds: before.fromSeconds };
  const isStory = Object.keys({ ...packed.scenarios, ...variants }).length === 0;
  if (before !== null || !isStory) query.set('s', await pack(JSON.stringify(packed)));
  const text = query.toString();
  const path = screen === 'proof' ? `proof/${claim}` : screen;
  return `#/${path}${text ? `?${text}` : ''}`;
}

/** Where an address leads. An empty one leads to the front page. */
export async function placeOf(hash: string): Promise<Arrival> {
  const [path = '', text = ''] = hash.replace(/^#\/?/, '').split('?');
  const query = new URLSearchParams(text);
  const problems: Problem[] = [];
  const { screen, claim } = screenOf(path, problems);
  const compared = comparedIn(query, problems);
  const tSeconds = numberIn(query, 't', problems) ?? 0;
  const speed = numberIn(query, 'v', problems) ?? (screen === 'proof' ? null : startSpeedOf(screen));
  const follow = numberIn(query, 'f', problems);
  const packed = await unpacked(query.get('s'), problems);
  const scenarios = { ...storyScenarios(), ...decoded(packed.scenarios, problems) };
  const before = packed.before
    ? { scenarios: decoded(packed.before.scenarios, problems), fromSeconds: packed.before.fromSeconds }
    : null;
  const variants = variantsIn(packed, scenarios, problems);
  if (problems.length > 0) return { ok: false, problems };
  const ending = screen === 'compare' ? compared.map(stageOf) : stageIds.filter((stage) => stage === screen);
  const end = Math.max(...(ending.length > 0 ? ending : stageIds).map((stage) => scenarios[stage].durationSeconds));
  const trafficName = packed.traffic ?? null;
  const place = {
    screen,
    compared,
    variants,
    claim,
    scenarios,
    before,
    tSeconds: Math.min(tSeconds, end),
    speed,
    follow,
    trafficName,
  };
  return { ok: true, place };
}

function screenOf(path: string, problems: Problem[]): { screen: Screen; claim: string | null } {
  const [first = '', ...rest] = path.split('/');
  if (first === 'proof') {
    const claim = rest.join('/');
    if (claimOf(claim)) return { screen: 'proof', claim };
    problems.push({ path: 'claim', value: JSON.stringify(claim), allowed: claims.map(({ id }) => id).join(', ') });
    return { screen: 'home', claim: null };
  }
  // A lab opens at its first bench.
  const lab = labIds.find((id) => id === path);
  if (lab !== undefined) return { screen: benchesOf(lab)[0] as Screen, claim: null };
  const screens: readonly string[] = ['home', ...stageIds, 'compare', 'failures', 'costs'];
  if (path === '' || screens.includes(path)) return { screen: path === '' ? 'home' : (path as Screen), claim: null };
  const names = [...screens, ...labIds, 'proof/…'];
  problems.push({ path: 'screen', value: JSON.stringify(path), allowed: `${anyOf(names)}${didYouMean(path, names)}` });
  return { screen: 'home', claim: null };
}

function comparedIn(query: URLSearchParams, problems: Problem[]): readonly ComparedId[] {
  const text = query.get('c');
  if (text === null) return firstCompared;
  const ids = text.split(',').filter(isComparedId);
  const { least, most } = COMPARED;
  const isWell = ids.join() === text && ids.length >= least && ids.length <= most;
  if (isWell && new Set(ids).size === ids.length) return ids;
  const allowed = `${least} to ${most} different ones of ${stageIds.join(', ')}, each perhaps with "~b" for its second setting, separated by commas`;
  problems.push({ path: 'c', value: JSON.stringify(text), allowed });
  return firstCompared;
}

/** Second settings must make scenarios that can be run. */
function variantsIn(
  { variants = {} }: Packed,
  scenarios: Record<StageId, StageScenario>,
  problems: Problem[],
): SessionState['variants'] {
  for (const stage of stageIds) {
    const variant = variants[stage];
    if (variant === undefined) continue;
    const parsed = parseScenario(varied(scenarios[stage], variant));
    if (!parsed.ok) problems.push(...parsed.problems);
  }
  return variants;
}

const story = storyScenarios();
const encodings = new WeakMap<StageScenario, string>();

/** The address is looked after every second, and scenarios are never changed in place. */
function encodedOnce(scenario: StageScenario): string {
  const known = encodings.get(scenario) ?? encodeScenario(scenario);
  encodings.set(scenario, known);
  return known;
}

function encoded(scenarios: Partial<Record<StageId, StageScenario>>): Encoded {
  return Object.fromEntries(Object.entries(scenarios).map(([stage, scenario]) => [stage, encodedOnce(scenario)]));
}

function decoded(texts: Encoded, problems: Problem[]): Partial<Record<StageId, StageScenario>> {
  const scenarios: Partial<Record<StageId, StageScenario>> = {};
  for (const stage of stageIds) {
    const text = texts[stage];
    if (text === undefined) continue;
    const parsed = decodeScenario(text);
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (!('stage' in parsed.scenario) || parsed.scenario.stage !== stage) {
      problems.push({ path: 'stage', value: text.slice(0, 40), allowed: `a scenario of the stage ${stage}` });
    } else scenarios[stage] = parsed.scenario;
  }
  return scenarios;
}

/** What the numbers of an address may be. */
const ranges = { t: [0, 2_592_000], v: [0.1, 1000], f: [0, 2_147_483_647] } as const;

function numberIn(query: URLSearchParams, name: keyof typeof ranges, problems: Problem[]): number | null {
  const text = query.get(name);
  if (text === null) return null;
  const value = Number(text);
  const [min, max] = ranges[name];
  const isWell = text.trim() !== '' && value >= min && value <= max && (name !== 'f' || Number.isInteger(value));
  if (isWell) return value;
  problems.push({ path: name, value: JSON.stringify(text), allowed: `a number from ${min} to ${max}` });
  return null;
}

async function unpacked(text: string | null, problems: Problem[]): Promise<Packed> {
  const nothing: Packed = { scenarios: {} };
  if (text === null) return nothing;
  try {
    const value: unknown = JSON.parse(await unpack(text));
    if (isPacked(value)) return value;
  } catch {
    // said below
  }
  problems.push({ path: 's', value: JSON.stringify(text.slice(0, 40)), allowed: 'what Share writes, whole' });
  return nothing;
}

function isPacked(value: unknown): value is Packed {
  if (!isRecord(value) || !isEncoded(value['scenarios'])) return false;
  const { traffic, before, variants } = value;
  if (variants !== undefined && !(isRecord(variants) && Object.entries(variants).every(isVariant))) return false;
  if (traffic !== undefined && typeof traffic !== 'string') return false;
  if (before === undefined) return true;
  return isRecord(before) && isEncoded(before['scenarios']) && Number.isFinite(before['fromSeconds']);
}

function isEncoded(value: unknown): value is Encoded {
  const isOne = ([stage, text]: [string, unknown]): boolean =>
    (stageIds as string[]).includes(stage) && typeof text === 'string';
  return isRecord(value) && Object.entries(value).every(isOne);
}

function isVariant([stage, value]: [string, unknown]): boolean {
  return (stageIds as string[]).includes(stage) && isRecord(value) && Object.values(value).every(isRecord);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

async function unpack(text: string): Promise<string> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const decoder = new TextDecoder();
  let out = '';
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    out += decoder.decode(read.value as Uint8Array, { stream: true });
    if (out.length > MOST_CHARACTERS) throw new Error(`more than ${MOST_CHARACTERS} characters`);
  }
  return out + decoder.decode();
}

/** How long the time must stand, or how far it must run, before the address follows. Our choice. */
const FOLLOW_MS = 1000;

/**
 * Keeps the address true from now on: an entry in the history for each step, the time in place, and back leads back.
 * `complain` hears what is wrong with an address that the reader comes by. Returns after the first address was read.
 */
export async function followAddress(session: PageSession, complain: (problems: Problem[]) => void): Promise<void> {
  let written = '';
  let arrivals = 0;
  // One after another, so that no step is lost between two that are being packed.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (job: () => Promise<void>): Promise<void> => {
    last = last.then(job);
    return last;
  };
  const arrive = (): Promise<void> =>
    inTurn(async () => {
      written = location.hash;
      const arrival = await placeOf(written);
      if (arrival.ok) session.goTo(arrival.place);
      else complain(arrival.problems);
      arrivals += 1;
    });
  /** Puts the present place into the address, unless the reader goes elsewhere before it is packed: then it is past. */
  const write = (how: 'pushState' | 'replaceState'): Promise<void> => {
    const place = session.place();
    const asOf = arrivals;
    return inTurn(async () => {
      const address = await addressOf(place);
      if (address === written || asOf !== arrivals || location.hash !== written) return;
      written = address;
      history[how](null, '', address);
    });
  };
  await arrive();
  // Several steps at one stroke are one entry.
  let isStepping = false;
  session.onStep(() => {
    if (isStepping) return;
    isStepping = true;
    queueMicrotask(() => {
      isStepping = false;
      void write('pushState');
    });
  });
  addEventListener('popstate', () => void arrive());
  addEventListener('hashchange', () => {
    if (location.hash !== written) void arrive();
  });
  setInterval(() => void write('replaceState'), FOLLOW_MS);
}
