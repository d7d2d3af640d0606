import { describe, expect, it } from 'vitest';
import {
  bootProgressOf,
  firstStepOf,
  jobsByStep,
  progressOf,
  stateOf,
  summaryOf,
} from '../../../src/canvas/nodes/group-summary.ts';
import { STEP } from '../../../src/models/facts.ts';
import type { GroupView } from '../../../src/playback/views/group-view.ts';
import type { InstanceView, JobView } from '../../../src/playback/views/instances.ts';

const job = (more: Partial<JobView> = {}): JobView => ({
  job: 0,
  upload: 0,
  began: 0,
  step: STEP.process,
  makes: 1,
  stepBegan: 0,
  stepEnds: 100,
  ...more,
});

const instance = (id: number, phase: InstanceView['phase'], jobs: JobView[] = []): InstanceView => ({
  id,
  phase,
  since: 0,
  until: 100,
  jobs,
  idleSince: 0,
  zone: 0,
});

const group = (...instances: InstanceView[]): GroupView => ({
  kind: 'instance-group',
  desired: instances.length,
  instances,
  backlog: new Map(),
  newestRequest: -1,
  faults: 0,
  refused: 0,
  finished: 0,
  failed: 0,
});

describe('the state of an instance', () => {
  it('is idle only in service and with nothing in hand', () => {
    expect(stateOf(instance(0, 'in-service'))).toBe('idle');
    expect(stateOf(instance(0, 'in-service', [job()]))).toBe('working');
    expect(stateOf(instance(0, 'draining', [job()]))).toBe('draining');
  });

  it('is starting from the launch until it is in service', () => {
    expect(stateOf(instance(0, 'pending'))).toBe('starting');
    expect(stateOf(instance(0, 'starting'))).toBe('starting');
  });
});

describe('the summary of a group', () => {
  it('counts instances by state, and slots of those in service', () => {
    const view = group(instance(0, 'in-service', [job(), job()]), instance(1, 'in-service'), instance(2, 'pending'));
    const { counts, jobs, slots, total } = summaryOf(view, 4);
    expect(counts).toEqual({ starting: 1, working: 1, idle: 1, warm: 0, draining: 0, crashed: 0 });
    expect([jobs, slots, total]).toEqual([2, 8, 3]);
  });

  it('is down when every instance is, and not when there is none', () => {
    expect(summaryOf(group(instance(0, 'crashed'), instance(1, 'crashed')), 1).isDown).toBe(true);
    expect(summaryOf(group(instance(0, 'crashed'), instance(1, 'starting')), 1).isDown).toBe(false);
    expect(summaryOf(group(), 1).isDown).toBe(false);
  });
});

describe('progress', () => {
  it('is the share of the present stretch of work', () => {
    expect(progressOf(job(), 25)).toBe(0.25);
  });

  it('is none while the work waits for an answer', () => {
    expect(progressOf(job({ stepBegan: 50, stepEnds: 50 }), 60)).toBeNull();
    expect(progressOf(job(), 100)).toBeNull();
  });

  it('of a boot ends at one', () => {
    expect(bootProgressOf(instance(0, 'starting'), 50)).toBe(0.5);
    expect(bootProgressOf(instance(0, 'starting'), 500)).toBe(1);
  });
});

describe('the work at each step', () => {
  it('stands at its step, and at the first before it has begun', () => {
    const view = group(
      instance(0, 'in-service', [job({ job: 1, step: STEP.store }), job({ job: 2, step: -1 })]),
      instance(1, 'in-service', [job({ job: 3, step: STEP.store })]),
    );
    const byStep = jobsByStep(view, firstStepOf([{ step: 'process' }, { step: 'store' }]));
    expect(byStep.map((jobs) => jobs.map((each) => each.job))).toEqual([[], [2], [1, 3], []]);
  });
});
