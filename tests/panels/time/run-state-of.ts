/** What the page knows of a run, without a page: for lanes, log and summary. */
import { seconds } from '../../../src/engine/time.ts';
import { TraceRecorder } from '../../../src/engine/trace.ts';
import { NotableReader } from '../../../src/metrics/notable.ts';
import type { TimedRun } from '../../../src/panels/time/use-run-states.ts';
import { createSimulation, planOf } from '../../../src/scenario/create-simulation.ts';
import { RunObserver } from '../../../src/scenario/run-observer.ts';
import { appendSamples } from '../../../src/scenario/samples.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import type { RunId } from '../../../src/stores/session.ts';

/** The state of a run that is known up to `untilSeconds`. */
export function runStateOf(
  scenario: StageScenario,
  untilSeconds = scenario.durationSeconds,
  id: RunId = scenario.stage,
): TimedRun {
  const { nodes } = planOf(scenario);
  const recorder = new TraceRecorder();
  const observer = new RunObserver(nodes, planOf(scenario).links, scenario.durationSeconds);
  const until = seconds(untilSeconds);
  createSimulation(scenario, recorder, observer).runUntil(until);
  observer.advanceTo(until);
  return {
    id,
    scenario,
    status: untilSeconds < scenario.durationSeconds ? 'running' : 'finished',
    failure: null,
    recordedUntilSeconds: untilSeconds,
    series: appendSamples(null, observer.takeSamples()),
    branch: null,
    branchFromSeconds: 0,
    branchScenario: null,
    notable: new NotableReader(nodes).read(recorder.take()),
    report: null,
    version: 1,
  };
}
