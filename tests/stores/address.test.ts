import { describe, expect, it } from 'vitest';
import { flipFault, setAt, uploadAt } from '../../src/playback/branch.ts';
import { architectureIds } from '../../src/stages/catalogue.ts';
import { addressOf, placeOf } from '../../src/stores/address.ts';
import { type Place, storyScenarios } from '../../src/stores/create-session.ts';
import { variantOf } from '../../src/stores/run-ids.ts';

const story: Place = {
  screen: 'compare',
  compared: ['monolith', 'queued'],
  variants: {},
  claim: null,
  scenarios: storyScenarios(),
  before: null,
  tSeconds: 0,
  speed: 5,
  follow: null,
  trafficName: null,
};

function afterAnEvening(): Place {
  const scenarios = storyScenarios();
  const { monolith, queued } = scenarios;
  const crashed = flipFault(flipFault(queued, 'crash', 'step:process', 83.25), 'crash', 'step:process', 120);
  return {
    screen: 'queued',
    compared: ['monolith', 'queued'],
    variants: {},
    claim: null,
    scenarios: {
      ...scenarios,
      monolith: { ...uploadAt(monolith, 12.5), seed: 7 },
      queued: setAt({ ...uploadAt(crashed, 12.5), seed: 7 }, 'queue', 'visibilityTimeoutSeconds', 12, 90),
    },
    before: { scenarios: { queued: { ...uploadAt(queued, 12.5), seed: 7 } }, fromSeconds: 83.25 },
    tSeconds: 104.123456,
    speed: 0.5,
    follow: 31,
    trafficName: 'april.csv',
  };
}

describe('the address of a place', () => {
  it('is short while nothing differs from the story', async () => {
    expect(await addressOf(story)).toBe('#/compare');
    expect(await addressOf({ ...story, screen: 'monolith', tSeconds: 83.2, speed: 20 })).toBe('#/monolith?t=83.2&v=20');
  });

  it('leads back to the same place', async () => {
    const place = afterAnEvening();
    const address = await addressOf(place);
    expect(address.length).toBeLessThan(600);
    expect(await placeOf(address)).toEqual({ ok: true, place });
  });

  it('leads to the front page when it is empty, and says nothing of the front page', async () => {
    expect(await placeOf('')).toEqual({ ok: true, place: { ...story, screen: 'home' } });
    expect(await addressOf({ ...story, screen: 'home', tSeconds: 7, speed: 10 })).toBe('#/');
  });

  it('names what stands side by side where that is not the usual pair', async () => {
    const place: Place = { ...story, compared: ['tiers', 'load-balanced', 'serverless'] };
    expect(await addressOf(place)).toBe('#/compare?c=tiers%2Cload-balanced%2Cserverless');
    expect(await placeOf('#/compare?c=tiers,load-balanced,serverless')).toEqual({ ok: true, place });
  });

  it('leads back to a second setting beside the first, and to seven at once', async () => {
    const two: Place = {
      ...story,
      compared: ['queued', variantOf('queued')],
      variants: { queued: { fleet: { maximum: 2 }, queue: { visibilityTimeoutSeconds: 5 } } },
    };
    expect(await addressOf(two)).toContain('#/compare?c=queued%2Cqueued%7Eb&s=');
    expect(await placeOf(await addressOf(two))).toEqual({ ok: true, place: two });
    const all: Place = {
      ...story,
      compared: [
        'monolith',
        'tiers',
        'load-balanced',
        'queued',
        'microservices',
        'event-driven',
        variantOf('event-driven'),
      ],
    };
    expect(await placeOf(await addressOf(all))).toEqual({ ok: true, place: all });
  });

  it('forgets no second setting that nobody compares at the moment', async () => {
    const place: Place = { ...story, screen: 'tiers', variants: { tiers: { upload: { slotsPerInstance: 3 } } } };
    expect(await placeOf(await addressOf(place))).toEqual({ ok: true, place });
  });

  it.each(['failures', 'costs'] as const)('leads to the screen %s and back', async (screen) => {
    const place: Place = { ...story, screen };
    expect(await addressOf(place)).toBe(`#/${screen}`);
    expect(await placeOf(`#/${screen}`)).toEqual({ ok: true, place });
  });

  it('names the claim that is proved', async () => {
    const place: Place = { ...story, screen: 'proof', claim: 'cannot-reach-zero', speed: null };
    expect(await placeOf('#/proof/cannot-reach-zero')).toEqual({ ok: true, place });
    expect(await addressOf({ ...place, speed: 20 })).toBe('#/proof/cannot-reach-zero?v=20');
  });

  it('stays short although a fault strikes every stage', async () => {
    const scenarios = storyScenarios();
    for (const stage of architectureIds) scenarios[stage] = flipFault(scenarios[stage], 'crash', 'step:upload', 83.2);
    expect((await addressOf({ ...story, scenarios })).length).toBeLessThan(800);
  });

  it('stops at the end of the run', async () => {
    expect(await placeOf('#/queued?t=4000')).toMatchObject({ ok: true, place: { tSeconds: 300 } });
  });
});

describe('an address that somebody has damaged', () => {
  it.each([
    ['#/serverfull', 'screen', '"serverfull"'],
    ['#/proof/the-earth-is-flat', 'claim', '"the-earth-is-flat"'],
    ['#/compare?c=monolith', 'c', '"monolith"'],
    ['#/compare?c=monolith,monolith', 'c', '"monolith,monolith"'],
    ['#/compare?c=monolith,queue', 'c', '"monolith,queue"'],
    ['#/compare?c=monolith,queue~b', 'c', '"monolith,queue~b"'],
    ['#/compare?c=monolith,queued~c', 'c', '"monolith,queued~c"'],
    ['#/failure', 'screen', '"failure"'],
    ['#/queued?t=soon', 't', '"soon"'],
    ['#/queued?t=-1', 't', '"-1"'],
    ['#/queued?v=5000', 'v', '"5000"'],
    ['#/queued?f=1.5', 'f', '"1.5"'],
    ['#/queued?s=notpacked', 's', '"notpacked"'],
  ])('%s is refused with what is wrong', async (address, path, value) => {
    expect(await placeOf(address)).toMatchObject({ ok: false, problems: [{ path, value }] });
  });

  it('is refused whole when a second setting in it cannot be run', async () => {
    const address = await addressOf({ ...story, variants: { queued: { fleet: { maximum: -1 } } } });
    expect(await placeOf(address)).toMatchObject({
      ok: false,
      problems: [{ path: 'parameters.fleet.maximum', value: '-1' }],
    });
    const nowhere = await addressOf({ ...story, variants: { 'no-stage': {} } as Place['variants'] });
    expect(await placeOf(nowhere)).toMatchObject({ ok: false, problems: [{ path: 's' }] });
  });

  it('is refused whole when a scenario in it is not valid', async () => {
    const place = afterAnEvening();
    const broken = { ...place.scenarios.queued, seed: -1 };
    const address = await addressOf({ ...place, scenarios: { ...place.scenarios, queued: broken } });
    expect(await placeOf(address)).toMatchObject({ ok: false, problems: [{ path: 'seed', value: '-1' }] });
  });
});
