/** Who suffers at a moment, however one got there. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { Suffering } from '../../src/playback/suffering.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport } from '../../src/scenario/report.ts';
import { type RecordedRun, recordRun, reelOf } from '../support/recorded-run.ts';

const crash = { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 60, untilSeconds: 90 } as const;
const scenario = newScenario('load-balanced', { interventions: [crash], seed: 7, durationSeconds: 200 });
/** In chunks so long that nobody suffers at the start of one and somebody at its end. */
const run = recordRun(scenario, 20);

function sufferingIn({ plan, chunks }: Pick<RecordedRun, 'plan' | 'chunks'>): Suffering {
  return new Suffering(reelOf(chunks), plan.nodes, plan.links);
}

const idsOf = (numbers: readonly number[]) => numbers.map((index) => run.plan.nodes[index]?.id);

describe('who suffers', () => {
  it('is nobody before a fault, and nobody once it is got over', () => {
    const suffering = sufferingIn(run);
    expect(suffering.at(seconds(59))).toEqual([]);
    expect(suffering.at(seconds(80)).length).toBeGreaterThan(0);
    expect(suffering.at(seconds(199))).toEqual([]);
  });

  it('is who the report of a run that ends then says', () => {
    const suffering = sufferingIn(run);
    for (const durationSeconds of [61, 65, 75, 100]) {
      const [fault] = createReport({ ...scenario, durationSeconds }).faults;
      expect(idsOf(suffering.at(seconds(durationSeconds)))).toEqual(fault?.suffering);
    }
  });

  it('is the same played, jumped to and gone back to', () => {
    const moments = [70, 62, 95, 0, 66, 199, 63.5, 80, 75, 60, 75, 60];
    const played = sufferingIn(run);
    const truth = new Map<number, number[]>();
    for (let t = 0; t <= 200; t += 0.5) truth.set(t, played.at(seconds(t)));
    const jumping = sufferingIn(run);
    for (const t of moments) expect([t, jumping.at(seconds(t))]).toEqual([t, truth.get(t)]);
  });

  it('is found anew when another future is recorded', () => {
    const reel = reelOf(run.chunks);
    const suffering = new Suffering(reel, run.plan.nodes, run.plan.links);
    expect(suffering.at(seconds(80)).length).toBeGreaterThan(0);
    const keep = run.chunks.findIndex(({ from }) => from >= seconds(60));
    reel.truncate(keep);
    const well = recordRun({ ...scenario, interventions: [] }, 20);
    for (const chunk of well.chunks.slice(keep)) reel.add(chunk);
    expect(suffering.at(seconds(80))).toEqual([]);
  });
});
