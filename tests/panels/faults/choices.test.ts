/** What can be broken: all of the catalogue, each fault where it means something, and the reason where it means nothing. */
import { describe, expect, it } from 'vitest';
import { kindsStruckBy } from '../../../src/faults/catalogue.ts';
import { type Fault, faults } from '../../../src/models/facts.ts';
import { choiceOf, faultChoices, firstTarget, placesIn } from '../../../src/panels/faults/choices.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { type StageId, stageIds } from '../../../src/stages/catalogue.ts';
import { targetName } from '../../../src/text/target-name.ts';

const at = (...stages: StageId[]) => placesIn(stages.map((stage) => newScenario(stage)));

describe('what can be broken', () => {
  it('is the whole catalogue, each fault once', () => {
    const all = faultChoices(at('queued')).flatMap(({ choices }) => choices.map(({ fault }) => fault));
    expect([...all].sort()).toEqual([...faults].sort());
  });

  it.each(stageIds)('strikes something in %s at every target that is offered, by a name of its own', (stage) => {
    for (const { choices } of faultChoices(at(stage))) {
      for (const { fault, everywhere, here, missing } of choices) {
        expect(missing === null).toBe(everywhere.length + here.length > 0);
        for (const target of [...everywhere, ...here]) {
          const struck = newScenario(stage, { interventions: [{ kind: 'fault', fault, target, atSeconds: 10 }] });
          expect(parseScenario(struck), `${fault} at ${target}`).toMatchObject({ ok: true });
        }
        const names = [...everywhere].map((target) => targetName('neutral', target));
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });

  it('offers first what is usual, then what holds everywhere, then what stands here', () => {
    const crash = choiceOf('crash', at('queued'));
    expect(crash.everywhere.slice(0, 2)).toEqual(['step:process', 'step:upload']);
    expect(crash.here).toEqual(['upload', 'fleet']);
    expect(firstTarget(crash)).toBe('step:process');
    const cut = choiceOf('cut-link', at('queued'));
    expect(cut.everywhere).toContain('into:process');
    expect(cut.here).toContain('link:users>upload');
    expect(choiceOf('zone-loss', []).everywhere).toEqual([]);
  });

  it('says why a fault means nothing here', () => {
    expect(choiceOf('short-visibility', at('monolith')).missing).toEqual({
      what: 'kinds',
      kinds: kindsStruckBy('short-visibility'),
    });
    expect(choiceOf('cut-link', []).missing).toEqual({ what: 'links' });
  });

  it('says so where what it strikes is there, but nothing could come of it', () => {
    const missingIn = (stage: StageId, fault: Fault) => choiceOf(fault, placesIn([newScenario(stage)])).missing;
    expect(missingIn('event-driven', 'short-visibility')).toEqual({ what: 'receivers' });
    expect(missingIn('monolith', 'short-visibility')).toMatchObject({ what: 'kinds' });
  });

  it('counts what stands in any of those side by side', () => {
    expect(choiceOf('cold-starts', at('monolith', 'serverless')).missing).toEqual(
      choiceOf('cold-starts', at('serverless')).missing,
    );
    expect(choiceOf('crash', at('monolith', 'queued')).here).toEqual(['monolith', 'upload', 'fleet']);
  });
});
